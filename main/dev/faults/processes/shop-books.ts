import { randomUUID } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { z } from 'zod'
import type { Arrival, Reply } from '../../../testing/foreign-cloud.ts'
import { chargedBy, TERMINALS, type Filed, type SalePlan } from './filed.ts'
import { answerTo, refuse, refuseByGateway, toElements, toResult } from './shop-answers.ts'

/** A service's own books for one merchant, and what the terminals do: the truth that a till is measured by. */
export interface ShopBooks {
  answer(arrival: Arrival): Reply
  /** The operation that a request is about, if it names one that was received. */
  about(arrival: Arrival): Filed | undefined
  /** The till's milliseconds since it came in. */
  ageMs(entry: Filed): number
  /** Time passes here, and not for the till. */
  pass(ms: number): void
  /** Everything ever received. */
  filed(): Filed[]
  /** What terminals have to post by now. */
  results(): { callback: { url: string; token: string }; entry: Filed }[]
  /** The sale of this amount will go so, or what changes it: amounts tell the sales of one merchant apart. */
  plan(saleMinor: number, plan: SalePlan, operation?: Filed['operation']): void
}

const ORDINARY: SalePlan = { answer: 'accepted', arrives: true, ending: 'AUTHORISED', takesMs: 3_000 }
/** For so much of its time a sale can still be stopped: after that the card is being used. */
const STOPPABLE_SHARE = 0.7

const requestSchema = z.object({
  operation: z.enum(['sale', 'refund', 'saleReversal', 'preAuthorization', 'preAuthorizationCapture']),
  serial_number: z.string(),
  amount: z
    .string()
    .regex(/^\d{1,12}$/)
    .optional(),
  transactionReference: z.string().optional(),
  originalTransactionId: z.string().optional(),
  callbackUrl: z.url().optional(),
  token: z.string().optional(),
  metadata: z.object({ metadata2: z.string() }).optional(),
})

const reversalSchema = z.object({ originalGuid: z.string() })

/**
 * @param factor how many times as fast as really the till's time passes
 * @param toResultId how this service makes its result ids, which are opaque
 */
export function createShopBooks(
  factor: number,
  toResultId: (serialNumber: string, count: number) => string = (serial, count) => `${serial}-${count.toString()}`,
): ShopBooks {
  const filed = new Map<string, Filed>()
  const plans = new Map<string, SalePlan>()
  let passedMs = 0
  const now = (): number => performance.now() * factor + passedMs

  const isRunning = (entry: Filed): boolean => entry.plan.arrives && now() < entry.endsMs
  const isOver = (entry: Filed): boolean => entry.plan.arrives && now() >= entry.endsMs
  const isHalfWay = ({ plan, endsMs }: Filed): boolean => plan.isUnseen !== true && endsMs - now() < plan.takesMs / 2
  const running = (serialNumber: string): Filed | undefined =>
    [...filed.values()].find((entry) => entry.serialNumber === serialNumber && isRunning(entry))

  function receive(body: unknown): Reply {
    const request = requestSchema.parse(body)
    const { operation, serial_number: serialNumber, originalTransactionId, callbackUrl, token } = request
    const reference = request.transactionReference ?? request.metadata?.metadata2 ?? ''
    const known = filed.get(reference)
    if (known !== undefined) {
      known.received += 1
      return { status: 202, body: { transactionResultId: known.resultId } }
    }
    const original = [...filed.values()].find((entry) => entry.transactionId === originalTransactionId) ?? null
    const amountMinor = Number(request.amount ?? original?.amountMinor ?? 0)
    const planned = plans.get(`${operation} ${(original?.amountMinor ?? amountMinor).toString()}`) ?? ORDINARY
    const isBusy = running(serialNumber) !== undefined
    const plan: SalePlan = isBusy ? { ...planned, answer: 'busy', arrives: false } : planned
    const callback = callbackUrl === undefined || token === undefined ? null : { url: callbackUrl, token }
    const entry: Filed = {
      reference,
      operation,
      channel: 'terminal',
      callback,
      original,
      amountMinor,
      received: 1,
      plan,
      serialNumber,
      resultId: toResultId(serialNumber, filed.size + 1),
      transactionId: randomUUID(),
      arrivedMs: now(),
      endsMs: now() + plan.takesMs,
      ending: plan.ending,
    }
    filed.set(reference, entry)
    return answerTo(entry)
  }

  /** Done with the answer, if it is done at all (handpoint-api.md §1.8). */
  function reverse(body: unknown): Reply {
    const { originalGuid } = reversalSchema.parse(body)
    const original = [...filed.values()].find((entry) => entry.transactionId === originalGuid)
    if (original === undefined) return refuseByGateway('3153')
    const known = filed.get(`reversal of ${original.reference}`)
    if (known !== undefined) {
      known.received += 1
      return known.plan.arrives ? refuseByGateway('3051') : answerTo(known)
    }
    const plan = plans.get(`saleReversal ${original.amountMinor.toString()}`) ?? ORDINARY
    const reference = `reversal of ${original.reference}`
    const entry: Filed = {
      reference,
      operation: 'saleReversal',
      channel: 'gateway',
      callback: null,
      original,
      amountMinor: chargedBy(original),
      received: 1,
      plan,
      serialNumber: original.serialNumber,
      resultId: `none of ${reference}`,
      transactionId: randomUUID(),
      arrivedMs: now(),
      endsMs: now(),
      ending: 'AUTHORISED',
    }
    filed.set(reference, entry)
    return answerTo(entry)
  }

  function receiveStop(serialNumber: string): Reply {
    const entry = running(serialNumber)
    if (entry === undefined) return refuse(1005, 'No transaction in progress to cancel')
    if (entry.endsMs - now() < entry.plan.takesMs * (1 - STOPPABLE_SHARE)) return refuse(1003, 'Too late')
    entry.endsMs = now()
    entry.ending = 'CANCELLED'
    return { status: 202, body: { statusMessage: 'Operation Accepted', transactionResultId: 'stop-1' } }
  }

  function tellStatus(path: string): Reply {
    const [, , reference = '', , selector] = path.split('/')
    const elements = findElements(reference)
    return { status: 200, body: selector === 'all' ? elements : elements[0] }
  }

  function findElements(reference: string): unknown[] {
    const sale = filed.get(reference)
    const unknown = [{ finStatus: 'UNDEFINED', transactionReference: reference }]
    if (sale === undefined || sale.original !== null || !sale.plan.arrives) return unknown
    if (isRunning(sale)) {
      return isHalfWay(sale) ? [{ finStatus: 'IN_PROGRESS', transactionReference: reference }] : unknown
    }
    const linked = [...filed.values()].filter((entry) => entry.original === sale)
    return toElements(sale, linked, isOver)
  }

  return {
    answer({ host, method, path, body }) {
      if (host === 'status') return tellStatus(path)
      if (path === '/reversal') return reverse(body)
      if (path === '/initialize') return { status: 200, body: TERMINALS.map(toDevice) }
      if (method === 'POST' && body !== null) {
        const isStop = body['operation'] === 'stopCurrentTransaction'
        return isStop ? receiveStop(String(body['serial_number'])) : receive(body)
      }
      const id = decodeURIComponent(path.split('/')[2] ?? '')
      const entry = [...filed.values()].find((each) => each.resultId === id)
      if (entry === undefined) return { status: 404 }
      return isRunning(entry) ? { status: 204 } : { status: 200, body: toResult(entry) }
    },
    about({ host, path, body }) {
      // Linked operations are named in their metadata alone.
      const request = requestSchema.safeParse(body)
      const own = request.success ? (request.data.transactionReference ?? request.data.metadata?.metadata2) : undefined
      const named = host === 'status' ? path.split('/')[2] : own
      if (typeof named === 'string') return filed.get(named)
      const id = decodeURIComponent(path.split('/')[2] ?? '')
      return [...filed.values()].find((entry) => entry.resultId === id)
    },
    ageMs: (entry) => now() - entry.arrivedMs,
    pass(ms) {
      passedMs += ms
    },
    filed: () => [...filed.values()],
    results: () =>
      [...filed.values()].flatMap((entry) =>
        entry.callback === null || !isOver(entry) ? [] : [{ callback: entry.callback, entry }],
      ),
    plan: (saleMinor, plan, operation = 'sale') => void plans.set(`${operation} ${saleMinor.toString()}`, plan),
  }
}

function toDevice({ serialNumber, terminalType }: (typeof TERMINALS)[number]): Record<string, string> {
  return { merchant_id_alpha: 'm', serial_number: serialNumber, terminal_type: terminalType }
}
