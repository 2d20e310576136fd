import { z } from 'zod'
import { json, refusal } from './answers.ts'
import type { Answer } from './answers.ts'
import { readBody } from './json-body.ts'
import { toMinor } from './receipts.ts'
import { isApproved } from './records.ts'
import type { Route, RouteContext } from './route.ts'

// Major units, as a number or, in later documents, as text (handpoint-api.md §6.3).
const tipSchema = z.strictObject({
  amount: z.union([z.number(), z.string().regex(/^\d+(\.\d+)?$/)]),
  taxInformation: z.strictObject({ taxAmount: z.string(), taxExempt: z.boolean() }).optional(),
})

const notAuthorisedMinor = 3784
const timeoutMinor = 3768

/** handpoint-api.md §1.6. A later adjustment replaces an earlier one. */
function adjustTip({ world, params, body, ownsTerminals }: RouteContext): Answer {
  const guid = params['guid'] ?? ''
  const read = readBody(body, tipSchema)
  if (!read.ok) return read.answer
  const sale = ownsTerminals ? world.gateway.find(guid) : undefined
  if (sale === undefined) return refusal(400, `Invalid guid [${guid}]`)
  const isSale = sale.type === 'SALE' || sale.type === 'SALE_AND_TOKENIZE_CARD'
  if (!isSale || !isApproved(sale) || sale.isReversed || sale.refundedMinor > 0) {
    return refusal(400, 'Transaction cannot be adjusted')
  }
  if (world.behaviour().batchClosed) return refusal(400, 'Batch already closed')
  const tipMinor = toMinor(String(read.value.amount), sale.currency)
  if (tipMinor === null || tipMinor <= 0) return refusal(400, 'Invalid tip amount')
  if (tipMinor === notAuthorisedMinor) return refusal(400, 'Tip adjustment not authorised')
  if (tipMinor === timeoutMinor) return refusal(504, 'Tip adjustment timed out')
  sale.totalMinor += tipMinor - sale.tipMinor
  sale.tipMinor = tipMinor
  world.changed()
  return json(200, { statusMessage: 'tip adjusted' })
}

export const tipRoutes: readonly Route[] = [
  { host: 'cloud', method: 'POST', path: '/transactions/:guid/tip-adjustment', handle: adjustTip },
]
