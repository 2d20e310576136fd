import { latestEnd, type Evidence } from './evidence.ts'
import type { EventOf } from './events.ts'
import type { Intent, Original } from './intent.ts'
import { filedUnder } from './intent.ts'
import { toMoneyState } from './money-state.ts'
import { rulesOf, type MoneyMove, type Operation } from './operations.ts'
import { isOpen, type TransactionState } from './state.ts'
import { gatewayIdSchema, referenceSchema } from '../ids.ts'
import { withTips, type Span, type Tipped } from './tips.ts'

/** An operation as far as others can be linked to it. */
export interface Linkable {
  intent: Intent
  state: TransactionState
  /** When it happened: a tip was set, the files of a sale were read. Where it is not given, each was over before the next. */
  span?: Span
}

/** Why an operation cannot be changed by another one. */
export type LinkRefusal =
  /** It is not proved that its money moved. */
  | 'notCharged'
  /** The gateway gave no id that a follow-up could name (handpoint-api.md §6.31). */
  | 'noTransactionId'
  /** An earlier operation on it has no outcome yet: a second one could move the money twice. */
  | 'linkUnresolved'
  | 'alreadyReversed'
  /** Part of it was refunded: only the rest can be refunded. */
  | 'alreadyRefunded'
  | 'alreadyCaptured'
  /** The bank says that it was refunded or captured, and nothing here did it: what is left of it nobody knows. */
  | 'doneElsewhere'
  | 'tooMuch'
  | 'wrongKind'
  | 'otherCurrency'

/** What may be changed by what. */
const ORIGINALS: Partial<Record<Operation, readonly Operation[]>> = {
  refund: ['sale', 'saleAndTokenizeCard', 'preAuthorizationCapture'],
  saleReversal: ['sale', 'saleAndTokenizeCard'],
  refundReversal: ['refund'],
  preAuthorizationIncrease: ['preAuthorization'],
  preAuthorizationCapture: ['preAuthorization'],
  preAuthorizationReversal: ['preAuthorization'],
  moToRefund: ['moToSale'],
  moToReversal: ['moToSale', 'moToRefund'],
  tipAdjustment: ['sale'],
}

const GIVES_BACK: ReadonlySet<MoneyMove> = new Set(['refund', 'undo'])

/** What became of an operation and of everything that was linked to it. Amounts in minor units. */
export interface Standing {
  /** What it moved, tips and increases included; 0 unless it is proved to have moved. */
  totalMinor: number
  /** How much of that is tip. */
  tipMinor: number
  /** What can still be refunded, or captured of a pre-authorisation: refunds that are not surely failed are taken off (handpoint-api.md §10). */
  remainingMinor: number
  refundedMinor: number
  isReversed: boolean
  isCaptured: boolean
  /** The bank says that it was refunded, or a hold captured, and nothing here has done that. */
  isDoneElsewhere: boolean
  /** A linked operation without an outcome. */
  hasOpenLink: boolean
  /** One of those may give money back. */
  isGivingBack: boolean
}

/**
 * @param linked every operation whose original is `original`
 * @param undone references of those among them that were taken back in their turn
 */
export function standingOf(original: Linkable, linked: readonly Linkable[], undone: ReadonlySet<string>): Standing {
  const effective = linked.filter(
    ({ intent, state }) => isOpen(state) || (moved(intent, state) && !undone.has(intent.reference)),
  )
  const sum = (wanted: readonly Operation[]): number =>
    effective
      .filter(({ intent }) => wanted.includes(intent.operation))
      .reduce((total, { intent, state }) => total + movedMinor(intent, state), 0)
  const has = (moves: string): boolean =>
    effective.some(({ intent, state }) => !isOpen(state) && rulesOf(intent.operation).moves === moves)

  const open = effective.filter(({ state }) => isOpen(state))
  const isMoved = moved(original.intent, original.state)
  const { totalMinor: chargedMinor, tipMinor } = toTipped(original, effective)
  const totalMinor = isMoved ? chargedMinor + sum(['preAuthorizationIncrease']) : 0
  const refundedMinor = sum(['refund', 'moToRefund'])
  const isReversed = has('undo')
  const isCaptured = effective.some(({ intent }) => intent.operation === 'preAuthorizationCapture')
  const leftMinor = Math.max(0, totalMinor - refundedMinor - sum(['preAuthorizationCapture']))
  const isDoneElsewhere = isMoved && leftMinor > 0 && !isCaptured && isCalledDone(original)
  return {
    totalMinor,
    tipMinor: isMoved ? tipMinor : 0,
    refundedMinor,
    remainingMinor: isReversed || isDoneElsewhere ? 0 : leftMinor,
    isReversed,
    isCaptured,
    isDoneElsewhere,
    hasOpenLink: open.length > 0,
    isGivingBack: open.some(({ intent }) => GIVES_BACK.has(rulesOf(intent.operation).moves)),
  }
}

/** Whether one operation may change another, or why not. `amountMinor` in minor units. */
export function checkLink(
  { operation, amountMinor, currency }: Pick<Intent, 'operation' | 'amountMinor' | 'currency'>,
  original: Linkable,
  standing: Standing,
): LinkRefusal | null {
  if (ORIGINALS[operation]?.includes(original.intent.operation) !== true) return 'wrongKind'
  if (!moved(original.intent, original.state)) return 'notCharged'
  if (currency !== original.intent.currency) return 'otherCurrency'
  if (toOriginal(original) === null) return 'noTransactionId'
  // A later tip replaces an earlier one, so nothing can be doubled by it (handpoint-api.md §1.6); but none is added to a sale
  // whose money may be on its way back.
  if (operation === 'tipAdjustment' ? standing.isGivingBack : standing.hasOpenLink) return 'linkUnresolved'
  if (standing.isReversed) return 'alreadyReversed'
  if (standing.isDoneElsewhere) return 'doneElsewhere'
  const { moves } = rulesOf(operation)
  // What was captured is the shop's: a hold that is taken back would not bring it back.
  if (moves === 'undo' && standing.isCaptured) return 'alreadyCaptured'
  if (moves === 'undo') return standing.refundedMinor > 0 ? 'alreadyRefunded' : null
  if (operation === 'tipAdjustment') return standing.refundedMinor > 0 ? 'alreadyRefunded' : null
  if (standing.isCaptured) return 'alreadyCaptured'
  if (operation === 'preAuthorizationIncrease') return null
  return amountMinor > standing.remainingMinor ? 'tooMuch' : null
}

/** How a linked operation names its original, or null where the gateway gave no id that it could name. */
export function toOriginal({ intent, state }: Linkable): Original | null {
  const outcome = 'outcome' in state ? state.outcome : null
  // After a partial approval the result may carry the id of a reversal and the sale's in the other field (handpoint-api.md §6.32).
  const id = gatewayIdSchema.safeParse(outcome?.transactionId)
  if (!id.success) return null
  const known = filedUnder(intent)
  const named = referenceSchema.safeParse(outcome?.transactionReference?.toLowerCase())
  return {
    reference: intent.reference,
    transactionId: id.data,
    filedUnder: known ?? (named.success ? named.data : null),
  }
}

/** What the original is to hear of an operation that was begun to take it back, once that has ended; null if it is no news. */
export function toUndoEnd({ intent, state }: Linkable, original: Evidence): EventOf<'linkedEnded'> | null {
  if (rulesOf(intent.operation).moves !== 'undo' || isOpen(state)) return null
  const { reference } = intent
  const hasMoved = moved(intent, state)
  const last = latestEnd(original, reference)
  return last?.hasMoved === hasMoved ? null : { type: 'linkedEnded', reference, hasMoved, end: (last?.end ?? 0) + 1 }
}

function moved({ operation }: Intent, state: TransactionState): boolean {
  return toMoneyState(operation, state) === 'charged'
}

function movedMinor(intent: Intent, state: TransactionState): number {
  return 'chargedMinor' in state ? state.chargedMinor : intent.amountMinor
}

/** The current state of a sale that was refunded and of a hold that was captured (handpoint-api.md §3.2); a capture’s own success is no such word. */
function isCalledDone({ intent, state }: Linkable): boolean {
  const word = 'outcome' in state ? state.outcome?.finStatus : undefined
  const { moves } = rulesOf(intent.operation)
  return (word === 'REFUNDED' && (moves === 'charge' || moves === 'hold')) || (word === 'CAPTURED' && moves === 'hold')
}

/** What was charged, with the tips that were entered later. */
function toTipped({ intent, state, span }: Linkable, effective: readonly Linkable[]): Tipped {
  const tips = effective
    .filter((linked) => linked.intent.operation === 'tipAdjustment' && moved(linked.intent, linked.state))
    .map((tip, place) => ({ amountMinor: tip.intent.amountMinor, span: tip.span ?? { from: place, to: place } }))
  const isByFiles = 'basis' in state && state.basis === 'history'
  const charge = {
    chargedMinor: movedMinor(intent, state),
    tipMinor: 'outcome' in state ? (state.outcome?.tipAmountMinor ?? 0) : 0,
    filesRead: isByFiles ? (span ?? { from: 0, to: Infinity }) : null,
  }
  return withTips(charge, tips)
}
