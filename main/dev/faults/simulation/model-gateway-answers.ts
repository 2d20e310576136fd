import { z } from 'zod'
import type { Operation } from '../../../../shared/transaction/operations.ts'
import type { Lots } from '../../../testing/lots.ts'
import type { Answer } from './model-cloud.ts'
import type { Gateway } from './model-gateway.ts'
import { entryIn, fileOf, type ModelOperation } from './model-operation.ts'

interface GatewayQuestion {
  url: string
  json: unknown
  lots: Lots
  gateway: Gateway
  change: (operation: Operation, entryId: string, amountMinor: number) => ModelOperation | null
}

const reversalSchema = z.object({ originalGuid: z.string() })
const increaseSchema = z.object({ originalGuid: z.string(), increaseAmount: z.string() })
const tipSchema = z.object({ amount: z.number() })

/** What the gateway answers at once, without a terminal (handpoint-api.md §1.6, §1.8, §1.9). */
export function answerAtGateway({ url, json, lots, gateway, change }: GatewayQuestion): Answer {
  const [, , , first = '', guid = '', last = ''] = url.split('/')
  if (last === 'tip-adjustment') {
    const amountMinor = Math.round(100 * tipSchema.parse(json).amount)
    return decide(change('tipAdjustment', decodeURIComponent(guid), amountMinor), 'Invalid guid')
  }
  if (first === 'preauthorization') {
    const { originalGuid, increaseAmount } = increaseSchema.parse(json)
    return decide(change('preAuthorizationIncrease', originalGuid, Math.round(100 * Number(increaseAmount))), '3156')
  }
  const { originalGuid } = reversalSchema.parse(json)
  return decide(change('saleReversal', originalGuid, 0), '3153')

  function decide(work: ModelOperation | null, unknownAs: string): Answer {
    if (work === null) return refuse(unknownAs, 'original not found')
    const original = work.original
    if (original === null) return refuse(unknownAs, 'original not found')
    if (work.operation === 'saleReversal') {
      work.amountMinor = Math.max(original.netMinor, original.amountMinor)
      // The till's word for it: a refund is taken back by the same request.
      if (original.operation === 'refund') work.operation = 'refundReversal'
    }
    const before = entryIn(original, fileOf(original))
    if (work.operation.endsWith('Reversal') && before?.isUndone === true) {
      // What was asked for is so (safety R25).
      work.netMinor = work.amountMinor
      return refuse('3051', 'already reversed')
    }
    gateway.open(work)
    if (lots.chance(0.08)) {
      gateway.decide(work, { finStatus: 'DECLINED', totalMinor: 0, tipMinor: 0 })
      return refuse('3153', 'batch closed')
    }
    const totalMinor = work.amountMinor
    gateway.decide(work, { finStatus: 'AUTHORISED', totalMinor, tipMinor: 0 })
    if (work.netMinor === 0) return refuse('3052', 'already completed')
    if (work.operation === 'tipAdjustment') return { status: 200, body: '{"statusMessage":"tip adjusted"}' }
    return {
      status: 200,
      body: JSON.stringify({
        httpStatus: 200,
        amount: (work.netMinor / 100).toFixed(2),
        currency: work.currency,
        issuerResponseCode: '00',
        issuerResponseText: 'Approved',
        approvalCode: '123456',
        [work.operation === 'preAuthorizationIncrease' ? 'preAuthorizationIncreaseGuid' : 'reversalGuid']: work.entryId,
        originalGuid: original.entryId,
        maskedCardNumber: '************1456',
        cardTypeName: 'VISA',
      }),
    }
  }
}

function refuse(code: string, message: string): Answer {
  const isCode = /^[0-9]{4}$/.test(code)
  const error = {
    statusCode: 400,
    name: 'BadRequestError',
    message: isCode ? message : code,
    ...(isCode ? { code } : {}),
  }
  return { status: 400, body: JSON.stringify({ error }) }
}
