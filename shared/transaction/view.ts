import type { Intent } from './intent.ts'
import { LONG_WAIT_AFTER_MS } from './rules.ts'
import type { TransactionState } from './state.ts'
import { toMoneyState } from './money-state.ts'
import type { MoneyState } from '../errors.ts'

/** The screens of one payment, one for each row of the state table of cashier-ux.md. */
export type PaymentScreen =
  | 'starting'
  | 'waiting'
  | 'longWait'
  | 'cancelling'
  | 'cannotCancel'
  | 'checking'
  | 'notKnown'
  | 'conflict'
  | 'confirming'
  | 'partlyApprovedConfirming'
  | 'approved'
  | 'partlyApproved'
  | 'declined'
  | 'cancelled'
  | 'failed'
  | 'notStarted'
  | 'notChargedProved'
  | 'settledCharged'
  | 'settledNotCharged'

export type PaymentAction = 'cancel' | 'checkNow' | 'leave' | 'tryAgain' | 'done'

export interface PaymentView {
  screen: PaymentScreen
  moneyState: MoneyState
  /** What the card was charged, tip included; null where nothing is known to have been charged. */
  chargedMinor: number | null
  tipMinor: number
  /** What is still to be paid after a partial approval. */
  dueMinor: number
  /** Whose word it is; anything but the terminal's is marked as such (safety R10). */
  basis: 'terminal' | 'history' | 'status' | null
  /** The customer signed: the cashier compares the signature with the card. */
  needsSignatureCheck: boolean
  /** In the order in which they are offered. Never `tryAgain` while the outcome is open. */
  actions: readonly PaymentAction[]
}

interface Shown {
  intent: Pick<Intent, 'amountMinor'>
  state: TransactionState
  /** Wall-clock time since the operation was created; decides only about words. */
  elapsedMs: number
}

/** What a cashier is shown of an operation: only what can be proved. */
export function view({ intent, state, elapsedMs }: Shown): PaymentView {
  const screen = toScreen(state, elapsedMs)
  const chargedMinor = 'chargedMinor' in state ? state.chargedMinor : null
  const outcome = 'outcome' in state ? state.outcome : null
  return {
    screen,
    moneyState: toMoneyState(state),
    chargedMinor,
    tipMinor: chargedMinor === null ? 0 : (outcome?.tipAmountMinor ?? 0),
    dueMinor: chargedMinor === null ? 0 : Math.max(0, intent.amountMinor - chargedMinor),
    basis: 'basis' in state ? state.basis : null,
    needsSignatureCheck: chargedMinor !== null && /SIGNATURE/.test(outcome?.card.verification ?? ''),
    actions: ACTIONS[screen],
  }
}

function toScreen(state: TransactionState, elapsedMs: number): PaymentScreen {
  switch (state.status) {
    case 'created':
      return 'starting'
    case 'waiting':
      if (state.cancelRefused) return 'cannotCancel'
      return elapsedMs > LONG_WAIT_AFTER_MS ? 'longWait' : 'waiting'
    case 'checking':
      return state.isExhausted ? 'notKnown' : 'checking'
    case 'partial':
      return 'partlyApprovedConfirming'
    case 'provisional':
      return 'confirming'
    case 'notCharged':
      return 'notChargedProved'
    case 'settledByManager':
      return state.verdict === 'charged' ? 'settledCharged' : 'settledNotCharged'
    case 'cancelling':
    case 'conflict':
    case 'notStarted':
    case 'approved':
    case 'partlyApproved':
    case 'declined':
    case 'cancelled':
    case 'failed':
      return state.status
  }
}

const ACTIONS: Record<PaymentScreen, readonly PaymentAction[]> = {
  starting: [],
  waiting: ['cancel'],
  longWait: ['cancel', 'checkNow'],
  cancelling: [],
  cannotCancel: ['checkNow'],
  checking: ['checkNow', 'leave'],
  notKnown: ['checkNow', 'leave'],
  conflict: ['checkNow', 'leave'],
  confirming: ['checkNow', 'leave'],
  partlyApprovedConfirming: ['leave'],
  approved: ['done'],
  partlyApproved: ['done'],
  declined: ['tryAgain', 'done'],
  cancelled: ['tryAgain', 'done'],
  failed: ['tryAgain', 'done'],
  notStarted: ['tryAgain', 'done'],
  notChargedProved: ['tryAgain', 'done'],
  settledCharged: ['done'],
  settledNotCharged: ['done'],
}
