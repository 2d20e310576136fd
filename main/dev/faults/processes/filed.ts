/** What happens to one operation, all of it decided before it comes. Times are the till's milliseconds. */
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
  /** An accepted request with a callback is answered without a result id (handpoint-api.md §6.7). */
  isNameless?: boolean
}

export type Ending = 'AUTHORISED' | 'DECLINED' | 'CANCELLED' | 'FAILED' | 'PARTIAL_APPROVAL'

/** One operation as the service has it. */
export interface Filed {
  /** The till's own: of a linked operation it comes along as metadata only, of one of the gateway not at all. */
  reference: string
  operation: 'sale' | 'refund' | 'saleReversal' | 'preAuthorization' | 'preAuthorizationCapture'
  /** `gateway`: without a terminal, done with the answer. */
  channel: 'terminal' | 'gateway'
  /** The sale that it changes. */
  original: Filed | null
  amountMinor: number
  /** How often a request with this reference came in. */
  received: number
  plan: SalePlan
  serialNumber: string
  resultId: string
  /** The gateway's id. */
  transactionId: string
  arrivedMs: number
  endsMs: number
  ending: Ending
  /** Where the terminal shall post its result. */
  callback: { url: string; token: string } | null
}

/** What was moved or held, in minor units: to the shop or back, as its operation says. */
export function chargedBy({ ending, plan, amountMinor }: Filed): number {
  if (!plan.arrives) return 0
  if (ending === 'PARTIAL_APPROVAL') return Math.floor(amountMinor / 2)
  return ending === 'AUTHORISED' ? amountMinor : 0
}

export const TERMINALS = Array.from({ length: 24 }, (_, index) => ({
  // Leading zeros are part of the name.
  serialNumber: (index + 1).toString().padStart(4, '0'),
  terminalType: 'PAXA80',
}))
