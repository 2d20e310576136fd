import type { Intent } from './intent.ts'
import { rulesOf, type MoneyMove, type Operation } from './operations.ts'
import { LONG_WAIT_AFTER_MS } from './rules.ts'
import type { Basis, TransactionState } from './state.ts'
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
  | 'done'

export type PaymentAction =
  | 'cancel'
  | 'checkNow'
  | 'leave'
  | 'tryAgain'
  | 'done'
  /** A manager says, with evidence and a reason, what became of the money. */
  | 'settle'
  /** The same once more without a terminal (handpoint-api.md §1.8). */
  | 'withoutTerminal'
  /** What can no longer be taken back can be refunded (safety R25). */
  | 'refundInstead'
  /** A new sale of what a partial approval left to pay. */
  | 'collectRest'
  /** Takes back what was charged. */
  | 'reverse'
  /** The cashier has compared the signature with the card. */
  | 'signatureMatches'
  | 'signatureFails'

export interface PaymentView {
  screen: PaymentScreen
  /** What the operation does with money when it succeeds: the words on the screen follow it. */
  moves: MoneyMove
  moneyState: MoneyState
  /** What the card was charged, tip included; null where nothing is known to have been charged. */
  chargedMinor: number | null
  tipMinor: number
  /** What is still to be paid after a partial approval. */
  dueMinor: number
  /** Whose word it is; anything but the terminal's is marked as such (safety R10). */
  basis: Basis | null
  /** The customer signed: the cashier compares the signature with the card. */
  needsSignatureCheck: boolean
  /** In the order in which they are offered. Never `tryAgain` while the outcome is open. */
  actions: readonly PaymentAction[]
}

interface Shown {
  intent: Pick<Intent, 'operation' | 'channel' | 'amountMinor'>
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
    moves: rulesOf(intent.operation).moves,
    moneyState: toMoneyState(intent.operation, state),
    chargedMinor,
    tipMinor: chargedMinor === null ? 0 : (outcome?.tipAmountMinor ?? 0),
    dueMinor: chargedMinor === null ? 0 : Math.max(0, intent.amountMinor - chargedMinor),
    basis: 'basis' in state ? state.basis : null,
    needsSignatureCheck: chargedMinor !== null && 'outcome' in state && isSigned(state),
    actions: toActions(intent, state, ACTIONS[screen]),
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
    case 'done':
      return state.status
  }
}

/** What can be done depends on the operation too: what was not taken back is not simply tried again. */
function toActions(
  { operation, channel }: Shown['intent'],
  state: TransactionState,
  actions: readonly PaymentAction[],
): readonly PaymentAction[] {
  const { holdsTerminal, moves } = rulesOf(operation)
  if (isCharge(operation, state)) return [...toSignatureActions(state), ...toRestActions(state), ...actions]
  // A print or a command is simply given again; it is no attempt at a payment.
  const isPlain = moves === 'none' && !holdsTerminal
  const found = actions.filter((action) => (action === 'cancel' ? holdsTerminal : action !== 'tryAgain' || !isPlain))
  const isForManager = state.status === 'provisional' && state.isExhausted
  const possible: readonly PaymentAction[] = isForManager ? ['checkNow', 'settle', 'leave'] : found
  if (moves !== 'undo' || !possible.includes('tryAgain')) return possible
  if (operation === 'saleReversal' && isGone(state)) return ['refundInstead', 'done']
  const isTerminalGone =
    state.status === 'notStarted' && (state.reason === 'terminalOffline' || state.reason === 'terminalNotAssigned')
  // The gateway alone can take back a sale or a refund (handpoint-api.md §1.8).
  const isPossible = operation === 'saleReversal' || operation === 'refundReversal'
  return isTerminalGone && isPossible && channel === 'terminal' ? ['tryAgain', 'withoutTerminal', 'done'] : possible
}

/** A card at a terminal that was charged, all of it or a part. */
function isCharge(
  operation: Operation,
  state: TransactionState,
): state is Extract<TransactionState, { status: 'approved' | 'partlyApproved' }> {
  const isSale = operation === 'sale' || operation === 'saleAndTokenizeCard'
  return isSale && (state.status === 'approved' || state.status === 'partlyApproved')
}

/** What did not match can only be taken back where the gateway gave an id that it can be named by. */
function toSignatureActions(state: Extract<TransactionState, { outcome: unknown }>): PaymentAction[] {
  if (!isSigned(state)) return []
  return isNamed(state) ? ['signatureMatches', 'signatureFails'] : ['signatureMatches']
}

function toRestActions(state: Extract<TransactionState, { outcome: unknown }>): PaymentAction[] {
  if (state.status !== 'partlyApproved') return []
  return isNamed(state) ? ['collectRest', 'reverse'] : ['collectRest']
}

function isNamed({ outcome }: Extract<TransactionState, { outcome: unknown }>): boolean {
  return (outcome?.transactionId ?? '') !== ''
}

/** Verified by signature alone or with something else (handpoint-api.md §3.8). */
export function isSigned({ outcome }: Pick<Extract<TransactionState, { outcome: unknown }>, 'outcome'>): boolean {
  return /SIGNATURE/.test(outcome?.card.verification ?? '')
}

/** The gateway said no, or does not have it any more: its batch is closed. */
function isGone(state: TransactionState): boolean {
  return state.status === 'declined' || (state.status === 'notStarted' && state.reason === 'originalNotFound')
}

const ACTIONS: Record<PaymentScreen, readonly PaymentAction[]> = {
  starting: [],
  waiting: ['cancel'],
  longWait: ['cancel', 'checkNow'],
  cancelling: [],
  cannotCancel: ['checkNow'],
  checking: ['checkNow', 'leave'],
  notKnown: ['checkNow', 'settle', 'leave'],
  conflict: ['checkNow', 'settle', 'leave'],
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
  done: ['done'],
}
