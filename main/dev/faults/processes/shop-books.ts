import { performance } from 'node:perf_hooks'
import type { Arrival, Reply } from '../../../testing/foreign-cloud.ts'

/** What happens to one sale, all of it decided before it comes. Times are the till's milliseconds. */
export interface SalePlan {
  /** What the service says to the request. `reset`: nothing, and the connection is gone. `silence`: nothing at all. */
  answer: 'accepted' | 'error' | 'reset' | 'silence' | 'busy' | 'offline'
  /** Whether the terminal hears of it; an accepted one always does, a refused one never. */
  arrives: boolean
  ending: Ending
  /** How long customer and bank take. */
  takesMs: number
  /** The gateway says nothing of it until it is over: the card is shown late. */
  isUnseen?: boolean
}

export type Ending = 'AUTHORISED' | 'DECLINED' | 'CANCELLED' | 'FAILED' | 'PARTIAL_APPROVAL'

/** One reference as the service has it. */
export interface Filed {
  reference: string
  amountMinor: number
  /** How often a request with it came in. */
  received: number
  plan: SalePlan
  serialNumber: string
  resultId: string
  arrivedMs: number
  endsMs: number
  ending: Ending
}

/** A service's own books for one merchant, and what the terminals do: the truth that a till is measured by. */
export interface ShopBooks {
  answer(arrival: Arrival): Reply
  /** The sale that a request is about, if it names one that was received. */
  about(arrival: Arrival): Filed | undefined
  /** The till's milliseconds since the sale came in. */
  ageMs(entry: Filed): number
  /** Time passes here, and not for the till. */
  pass(ms: number): void
  /** Everything ever received. */
  filed(): Filed[]
  /** The sale of this amount will go so; amounts tell the sales of one merchant apart. */
  plan(amountMinor: number, plan: SalePlan): void
}

export const TERMINALS = Array.from({ length: 24 }, (_, index) => ({
  // Leading zeros are part of the name.
  serialNumber: (index + 1).toString().padStart(4, '0'),
  terminalType: 'PAXA80',
}))

/** What the card was charged, in minor units. */
export function chargedBy({ ending, plan, amountMinor }: Filed): number {
  if (!plan.arrives) return 0
  if (ending === 'PARTIAL_APPROVAL') return Math.floor(amountMinor / 2)
  return ending === 'AUTHORISED' ? amountMinor : 0
}

const ORDINARY: SalePlan = { answer: 'accepted', arrives: true, ending: 'AUTHORISED', takesMs: 3_000 }
/** For so much of its time a sale can still be stopped: after that the card is being used. */
const STOPPABLE_SHARE = 0.7

/**
 * @param factor how many times as fast as really the till's time passes
 * @param toResultId how this service makes its result ids, which are opaque
 */
export function createShopBooks(
  factor: number,
  toResultId: (serialNumber: string, count: number) => string = (serial, count) => `${serial}-${count.toString()}`,
): ShopBooks {
  const filed = new Map<string, Filed>()
  const plans = new Map<number, SalePlan>()
  let passedMs = 0
  const now = (): number => performance.now() * factor + passedMs

  const isRunning = (entry: Filed): boolean => entry.plan.arrives && now() < entry.endsMs

  const running = (serialNumber: string): Filed | undefined =>
    [...filed.values()].find((entry) => entry.serialNumber === serialNumber && isRunning(entry))

  function receiveSale(body: Record<string, unknown>): Reply {
    const reference = String(body['transactionReference'])
    const serialNumber = String(body['serial_number'])
    const known = filed.get(reference)
    if (known !== undefined) {
      known.received += 1
      return { status: 202, body: { transactionResultId: known.resultId } }
    }
    const amountMinor = Number(body['amount'])
    const planned = plans.get(amountMinor) ?? ORDINARY
    const isBusy = running(serialNumber) !== undefined
    const plan: SalePlan = isBusy ? { ...planned, answer: 'busy', arrives: false } : planned
    const entry: Filed = {
      reference,
      amountMinor,
      received: 1,
      plan,
      serialNumber,
      resultId: toResultId(serialNumber, filed.size + 1),
      arrivedMs: now(),
      endsMs: now() + plan.takesMs,
      ending: plan.ending,
    }
    filed.set(reference, entry)
    return answerTo(entry)
  }

  function receiveStop(serialNumber: string): Reply {
    const entry = running(serialNumber)
    if (entry === undefined) return refusal(1005, 'No transaction in progress to cancel')
    if (entry.endsMs - now() < entry.plan.takesMs * (1 - STOPPABLE_SHARE)) return refusal(1003, 'Too late')
    entry.endsMs = now()
    entry.ending = 'CANCELLED'
    return { status: 202, body: { statusMessage: 'Operation Accepted', transactionResultId: 'stop-1' } }
  }

  function tellStatus(path: string): Reply {
    const [, , reference = '', , selector] = path.split('/')
    const entry = filed.get(reference)
    const element =
      entry === undefined || !entry.plan.arrives
        ? { finStatus: 'UNDEFINED', transactionReference: reference }
        : isRunning(entry)
          ? { finStatus: isHalfWay(entry) ? 'IN_PROGRESS' : 'UNDEFINED', transactionReference: reference }
          : toResult(entry)
    return { status: 200, body: selector === 'all' ? [element] : element }
  }

  const isHalfWay = ({ plan, endsMs }: Filed): boolean => plan.isUnseen !== true && endsMs - now() < plan.takesMs / 2

  return {
    answer({ host, method, path, body }) {
      if (host === 'status') return tellStatus(path)
      if (path === '/initialize') return { status: 200, body: TERMINALS.map(toDevice) }
      if (method === 'POST' && body !== null) {
        return body['operation'] === 'sale' ? receiveSale(body) : receiveStop(String(body['serial_number']))
      }
      const id = decodeURIComponent(path.split('/')[2] ?? '')
      const entry = [...filed.values()].find((each) => each.resultId === id)
      if (entry === undefined) return { status: 404 }
      return isRunning(entry) ? { status: 204 } : { status: 200, body: toResult(entry) }
    },
    about({ host, path, body }) {
      const named = host === 'status' ? path.split('/')[2] : body?.['transactionReference']
      if (typeof named === 'string') return filed.get(named)
      const id = decodeURIComponent(path.split('/')[2] ?? '')
      return [...filed.values()].find((entry) => entry.resultId === id)
    },
    ageMs: (entry) => now() - entry.arrivedMs,
    pass(ms) {
      passedMs += ms
    },
    filed: () => [...filed.values()],
    plan: (amountMinor, plan) => void plans.set(amountMinor, plan),
  }
}

function answerTo({ plan, resultId, reference }: Filed): Reply {
  switch (plan.answer) {
    case 'accepted':
      return { status: 202, body: { transactionResultId: resultId, transactionReference: reference } }
    case 'error':
      return { status: 503, body: '<html>Service Unavailable</html>' }
    case 'reset':
      return 'reset'
    case 'silence':
      return { pieces: [], connection: 'hold' }
    case 'busy':
      return refusal(1001, 'The device is busy')
    case 'offline':
      return refusal(1002, 'Device not responding')
  }
}

function refusal(error: number, message: string): Reply {
  return { status: 400, body: { error: { statusCode: 400, name: 'BadRequestError', message: { error, message } } } }
}

function toDevice({ serialNumber, terminalType }: (typeof TERMINALS)[number]): Record<string, string> {
  return { merchant_id_alpha: 'm', serial_number: serialNumber, terminal_type: terminalType }
}

/** What the terminal says once a sale is over. */
export function toResult(entry: Filed): Record<string, unknown> {
  const { ending, amountMinor, reference, serialNumber } = entry
  return {
    finStatus: ending,
    type: 'SALE',
    currency: 'EUR',
    requestedAmount: amountMinor,
    totalAmount: chargedBy(entry),
    transactionReference: reference,
    efttransactionID: '01236fc0-8192-11eb-9aca-ad4b0e95f241',
    deviceStatus: { serialNumber },
  }
}
