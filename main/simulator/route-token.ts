import { innerRefusal, json } from './answers.ts'
import type { Answer } from './answers.ts'
import { maskedNumber } from './cards.ts'
import { isApproved } from './records.ts'
import type { Route, RouteContext } from './route.ts'
import { toDigits } from './status-object.ts'
import type { TransactionType } from './words.ts'

const eligible: readonly TransactionType[] = ['SALE', 'REFUND', 'PRE_AUTHORIZATION_CAPTURE', 'MOTO_SALE', 'MOTO_REFUND']
/** Twelve months, as the documents say. */
const eligibleForMs = 365 * 86_400_000

/** handpoint-api.md §1.11: a token of the card that an earlier transaction was made with. The same one each time. */
function tokenize({ world, params, ownsTerminals }: RouteContext): Answer {
  const guid = params['guid'] ?? ''
  const refuse = (code: string, reason: string) => innerRefusal(code, reason, world.random.uuidV1())
  if (world.behaviour().tokenization === 'missing') {
    return refuse('TOKENIZATION_NOT_ENABLED', 'Tokenization is not enabled')
  }
  const record = ownsTerminals ? world.gateway.find(guid) : undefined
  if (record === undefined) return refuse('5001', `Unknown guid ${guid}`)
  const isRecent = world.clock.now() - record.at <= eligibleForMs
  if (!eligible.includes(record.type) || !isApproved(record) || !isRecent || record.card === null) {
    return refuse('3112', 'Transaction is not eligible for tokenization')
  }
  if (record.cardToken === '') {
    record.cardToken = world.random.hex(32)
    world.changed()
  }
  return json(200, {
    cardToken: record.cardToken,
    cardTokenizationGuid: world.random.uuidV1(),
    agreementNumber: '1',
    expiryDateMMYY: record.card.expiryMMYY,
    httpStatus: '200',
    maskedCardNumber: maskedNumber(record.card),
    serverDateTime: toDigits(world.clock.now()),
    // The original's id, under this name (§2.11).
    transactionReference: guid,
  })
}

export const tokenRoutes: readonly Route[] = [
  { host: 'cloud', method: 'GET', path: '/transactions/:guid/token', handle: tokenize },
]
