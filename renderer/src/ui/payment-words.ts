import type { PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import type { MoneyMove } from '../../../shared/transaction/operations.ts'
import type { PaymentScreen, PaymentView } from '../../../shared/transaction/view.ts'
import type { MessageId } from '../messages/catalogue.ts'
import { isOneOf, toMovedWords, toReversalWords } from './state-words.ts'
import type { MessageValues, Text } from './text.ts'

/** The values that the words of a payment are filled with. */
export function toWordValues(payment: PaymentSnapshot, shown: PaymentView, text: Text): MessageValues {
  const money = (amountMinor: number) => text.money(amountMinor, payment.currency)
  return {
    terminal: payment.terminalName,
    amount: money(payment.amountMinor),
    charged: money(shown.chargedMinor ?? 0),
    due: money(shown.dueMinor),
    tip: money(shown.tipMinor),
    ...toMovedWords(shown.moves, text),
    ...toReversalWords(payment.operation, text),
  }
}

/** What a state means and what to do, in the order in which it is read. */
export function toMeaning(payment: PaymentSnapshot, shown: PaymentView, text: Text): string {
  const { state } = payment
  if (state.status === 'notStarted') return text.say(`refused.${state.reason}`)
  if (state.status === 'settledByManager') return text.say('meaning.settled', { reason: state.reason })
  return text.say(toMeaningId(payment, shown), toWordValues(payment, shown, text))
}

function toMeaningId({ state, channel }: PaymentSnapshot, { screen, moves, basis }: PaymentView): MessageId {
  if (screen === 'starting' && channel === 'gateway') return 'meaning.starting.gateway'
  if (moves === 'none') return basis === 'silence' ? 'meaning.none.silence' : MONEYLESS[screen]
  if (state.status === 'cancelled' && state.isReversed) return `meaning.${moves}.reversed`
  // Said only where the terminal said it (safety R10).
  if (screen === 'approved' && basis === 'gateway') return toGatewayId(moves)
  if (screen === 'approved' && basis !== 'terminal') return 'meaning.approved.unconfirmed'
  if (isOneOf(PLAIN, screen)) return `meaning.${screen}`
  if (isOneOf(SAID_ELSEWHERE, screen)) return 'meaning.done'
  // Two answers are as unknown as none.
  return screen === 'conflict' ? `meaning.${moves}.notKnown` : `meaning.${moves}.${screen}`
}

function toGatewayId(moves: Exclude<MoneyMove, 'none'>): MessageId {
  return moves === 'adjust' ? 'meaning.adjust.approved' : 'meaning.approved.gateway'
}

/** Screens whose meaning is the same whatever the operation does with money. */
const PLAIN = ['starting', 'longWait', 'cancelling', 'cannotCancel', 'done'] as const satisfies PaymentScreen[]

/** Their words come from the refusal's or the manager's reason. */
const SAID_ELSEWHERE = ['notStarted', 'settledCharged', 'settledNotCharged'] as const satisfies PaymentScreen[]

const MONEYLESS: Readonly<Record<PaymentScreen, MessageId>> = {
  starting: 'meaning.starting',
  waiting: 'meaning.none.waiting',
  longWait: 'meaning.none.waiting',
  cancelling: 'meaning.cancelling',
  cannotCancel: 'meaning.cannotCancel',
  checking: 'meaning.none.checking',
  notKnown: 'meaning.none.checking',
  conflict: 'meaning.none.checking',
  declined: 'meaning.none.notDone',
  cancelled: 'meaning.none.notDone',
  failed: 'meaning.none.notDone',
  notStarted: 'meaning.none.notDone',
  notChargedProved: 'meaning.none.notDone',
  done: 'meaning.done',
  confirming: 'meaning.done',
  partlyApprovedConfirming: 'meaning.done',
  approved: 'meaning.done',
  partlyApproved: 'meaning.done',
  settledCharged: 'meaning.done',
  settledNotCharged: 'meaning.none.notDone',
}

/** Why it is not known, where it is not. */
export function toReason({ state }: PaymentSnapshot, text: Text): string | null {
  if (state.status === 'checking') return text.say(`doubt.${state.because}`)
  if (state.status === 'conflict') return text.say(`conflict.${state.because}`)
  return null
}

/** What the terminal itself said about a refusal, quoted; it decides nothing. */
export function toTerminalText({ state }: PaymentSnapshot): string | null {
  if (state.status !== 'declined' && state.status !== 'cancelled' && state.status !== 'failed') return null
  const said = state.outcome?.statusMessage ?? state.outcome?.errorMessage ?? null
  return said === null || said.trim() === '' ? null : said
}
