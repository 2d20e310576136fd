import type { PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import type { PaymentView } from '../../../shared/transaction/view.ts'
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
  }
}

/** What a state means and what to do, in the order in which it is read. */
export function toMeaning(payment: PaymentSnapshot, shown: PaymentView, text: Text): string {
  const { state } = payment
  const { screen } = shown
  const values = toWordValues(payment, shown, text)
  if (state.status === 'notStarted') return text.say(`refused.${state.reason}`)
  if (state.status === 'settledByManager') {
    const id = state.verdict === 'charged' ? 'meaning.settledCharged' : 'meaning.settledNotCharged'
    return text.say(id, { reason: state.reason })
  }
  if (state.status === 'cancelled' && state.isReversed) return text.say('meaning.cancelled.reversed')
  // Said only where the terminal said it (safety R10).
  if (screen === 'approved' && shown.basis !== 'terminal') return text.say('meaning.approved.unconfirmed')
  if (screen === 'notStarted' || screen === 'settledCharged' || screen === 'settledNotCharged') return ''
  return text.say(`meaning.${screen}`, values)
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
