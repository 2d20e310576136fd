import type { MoneyState } from '../../../shared/errors.ts'
import type { PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import type { MoneyMove, Operation } from '../../../shared/transaction/operations.ts'
import type { TransactionState, TransactionStatus } from '../../../shared/transaction/state.ts'
import type { PaymentScreen, PaymentView } from '../../../shared/transaction/view.ts'
import type { MessageId } from '../messages/catalogue.ts'
import type { Text } from './text.ts'

/*
 * Which words a state has. Those that name money differ by what the operation does with it, and there is no way to fall
 * back from one to another: a missing word does not compile.
 */

/** Lists: states whose word names no money. */
const PLAIN_STATES = [
  'starting',
  'waiting',
  'longWait',
  'cancelling',
  'cannotCancel',
  'checking',
  'notKnown',
  'conflict',
  'cancelled',
  'failed',
  'notStarted',
  'settledCharged',
  'settledNotCharged',
  'done',
] as const satisfies PaymentScreen[]

const PLAIN_HEADLINES = [
  'starting',
  'waiting',
  'longWait',
  'cancelling',
  'cannotCancel',
  'checking',
  'settledCharged',
  'settledNotCharged',
  'done',
] as const satisfies PaymentScreen[]

/** Of what moves no money; the last ones cannot come about (safety R8 speaks of money). */
const MONEYLESS_STATES: Readonly<Record<PaymentScreen, MessageId>> = {
  starting: 'state.starting',
  waiting: 'state.waiting',
  longWait: 'state.longWait',
  cancelling: 'state.cancelling',
  cannotCancel: 'state.cannotCancel',
  checking: 'state.none.checking',
  notKnown: 'state.notKnown',
  conflict: 'state.conflict',
  declined: 'state.none.notDone',
  cancelled: 'state.cancelled',
  failed: 'state.none.notDone',
  notStarted: 'state.none.notDone',
  done: 'state.done',
  confirming: 'state.done',
  partlyApprovedConfirming: 'state.done',
  approved: 'state.done',
  partlyApproved: 'state.done',
  notChargedProved: 'state.none.notDone',
  settledCharged: 'state.settledCharged',
  settledNotCharged: 'state.settledNotCharged',
}

const MONEYLESS_HEADLINES: Readonly<Record<PaymentScreen, MessageId>> = {
  starting: 'headline.starting',
  waiting: 'headline.waiting',
  longWait: 'headline.longWait',
  cancelling: 'headline.cancelling',
  cannotCancel: 'headline.cannotCancel',
  checking: 'headline.none.checking',
  notKnown: 'headline.none.notKnown',
  conflict: 'headline.none.notKnown',
  declined: 'headline.none.notDone',
  cancelled: 'headline.none.notDone',
  failed: 'headline.none.notDone',
  notStarted: 'headline.none.notDone',
  done: 'headline.done',
  confirming: 'headline.done',
  partlyApprovedConfirming: 'headline.done',
  approved: 'headline.done',
  partlyApproved: 'headline.done',
  notChargedProved: 'headline.none.notDone',
  settledCharged: 'headline.settledCharged',
  settledNotCharged: 'headline.settledNotCharged',
}

type Shown = Pick<PaymentView, 'screen' | 'moves'>

/** The word of a state in a list. */
export function toStateWords({ screen, moves }: Shown, text: Text): string {
  return text.say(toStateId(screen, moves), toMovedWords(moves, text))
}

function toStateId(screen: PaymentScreen, moves: MoneyMove): MessageId {
  if (moves === 'none') return MONEYLESS_STATES[screen]
  return isOneOf(PLAIN_STATES, screen) ? `state.${screen}` : `state.${moves}.${screen}`
}

/** The headline of a payment's screen; its values are those of `toWordValues`. */
export function toHeadlineId({ screen, moves }: Shown, state: TransactionState): MessageId {
  if (moves === 'none') return MONEYLESS_HEADLINES[screen]
  if (screen === 'conflict') return `headline.conflict.${state.status === 'conflict' ? state.because : 'contradiction'}`
  return isOneOf(PLAIN_HEADLINES, screen) ? `headline.${screen}` : `headline.${moves}.${screen}`
}

/** What it means for the money if it went through, and if it did not. */
export function toMovedWords(moves: MoneyMove, text: Text): { moved: string; notMoved: string } {
  return { moved: text.say(`moved.${moves}`), notMoved: text.say(`notMoved.${moves}`) }
}

/** What is known about the money, in one of three words; null where no money can move. */
export function toMoneyId(state: MoneyState, moves: MoneyMove): MessageId | null {
  if (state === 'none' || moves === 'none') return null
  return state === 'unknown' ? 'money.unknown' : `money.${moves}.${state}`
}

const FORMER_SCREENS: Readonly<Record<Exclude<TransactionStatus, 'settledByManager'>, PaymentScreen>> = {
  created: 'starting',
  waiting: 'waiting',
  cancelling: 'cancelling',
  checking: 'checking',
  partial: 'partlyApprovedConfirming',
  provisional: 'confirming',
  conflict: 'conflict',
  approved: 'approved',
  partlyApproved: 'partlyApproved',
  declined: 'declined',
  cancelled: 'cancelled',
  failed: 'failed',
  notStarted: 'notStarted',
  notCharged: 'notChargedProved',
  done: 'done',
}

/** The words that a person had been shown for a status, before it was corrected. */
export function toFormerWords(status: TransactionStatus, moves: MoneyMove, text: Text): string {
  // What the manager had said is not part of a status.
  if (status === 'settledByManager') return text.say('state.settledByManager')
  return toStateWords({ screen: FORMER_SCREENS[status], moves }, text)
}

/** An operation by its name and its number on this till, where it has one: "Sale 1042". */
export function toName({ operation, number }: Pick<Asked, 'operation' | 'number'>, text: Text): string {
  const name = text.say(`operation.${operation}`)
  // Figures as they are: this is no amount.
  return number === null ? name : text.say('operation.numbered', { operation: name, number: number.toString() })
}

/** The same and, where it has one, its amount. */
export function toWhat(asked: Asked, text: Text): string {
  const { amountMinor, currency } = asked
  const name = toName(asked, text)
  if (amountMinor === 0) return name
  return text.say('operation.ofAmount', { operation: name, amount: text.money(amountMinor, currency) })
}

type Asked = Pick<PaymentSnapshot, 'operation' | 'number' | 'amountMinor' | 'currency'>
type Reversal = Extract<Operation, `${string}Reversal`>

/** What a reversal leaves behind, done or not done; empty for everything else. */
export function toReversalWords(operation: Operation, text: Text): { undone: string; stands: string } {
  if (!isReversal(operation)) return { undone: '', stands: '' }
  return { undone: text.say(`undone.${operation}`), stands: text.say(`stands.${operation}`) }
}

function isReversal(operation: Operation): operation is Reversal {
  return operation.endsWith('Reversal')
}

/** Narrows by a list of names. */
export function isOneOf<Name extends string>(names: readonly Name[], name: string): name is Name {
  return names.some((one) => one === name)
}
