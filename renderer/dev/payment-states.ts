import type { PaymentSnapshot } from '../../shared/ipc/snapshots.ts'
import type { MoneyMove, Operation } from '../../shared/transaction/operations.ts'
import type { TransactionState } from '../../shared/transaction/state.ts'
import type { PaymentScreen } from '../../shared/transaction/view.ts'
import { buildOutcome, buildPayment, now, other, settledAs, watch } from './build-payment.ts'

/** One operation for each thing that can be done with money. */
const OPERATIONS: Readonly<Record<MoneyMove, Operation>> = {
  charge: 'sale',
  refund: 'refund',
  undo: 'saleReversal',
  hold: 'preAuthorization',
  adjust: 'tipAdjustment',
  none: 'printReceipt',
}

const AMOUNT_MINOR = 4500
const PART_MINOR = 2000

interface ScreenState {
  /** What the row of cashier-ux.md's table is called. */
  row: string
  /** The kinds of operation that can come here. */
  moves: readonly MoneyMove[]
  state: TransactionState
  given?: Partial<PaymentSnapshot>
}

const MONEY = ['charge', 'refund', 'undo', 'hold'] as const
const CARD = ['charge', 'hold'] as const
const waiting = { status: 'waiting', resultId: null, cancelRefused: false } as const
const checking = {
  status: 'checking',
  because: 'noAnswer',
  isExhausted: false,
  isCancelRefused: false,
} as const
const waited = { watch: { ...watch, concludesBy: null }, createdAt: now - 380_000 }
const unreached = { watch: { ...watch, isReachable: false, concludesBy: null }, createdAt: now - 380_000 }
const outcome = buildOutcome()
const part = buildOutcome({ totalAmountMinor: PART_MINOR, dueAmountMinor: AMOUNT_MINOR - PART_MINOR })
const declined = buildOutcome({ finStatus: 'DECLINED', statusMessage: 'INSUFFICIENT FUNDS' })
const removed = buildOutcome({ finStatus: 'FAILED', statusMessage: 'CARD REMOVED TOO EARLY' })

/** A state for each screen of a payment: a screen that is missing here does not compile. */
export const SCREEN_STATES: Readonly<Record<PaymentScreen, ScreenState>> = {
  starting: { row: 'Starting', moves: MONEY, state: { status: 'created' }, given: { createdAt: now - 500 } },
  waiting: { row: 'Waiting', moves: MONEY, state: waiting },
  longWait: { row: 'Long wait', moves: MONEY, state: waiting, given: { createdAt: now - 61_000 } },
  cancelling: { row: 'Cancelling', moves: MONEY, state: { status: 'cancelling', resultId: null } },
  cannotCancel: { row: 'Cannot cancel', moves: MONEY, state: { ...waiting, cancelRefused: true } },
  checking: { row: 'Checking', moves: [...MONEY, 'adjust', 'none'], state: checking, given: { watch } },
  approved: {
    row: 'Approved',
    moves: [...MONEY, 'adjust'],
    state: { status: 'approved', chargedMinor: AMOUNT_MINOR, basis: 'terminal', outcome },
  },
  confirming: {
    row: 'Confirming',
    moves: MONEY,
    state: { status: 'provisional', chargedMinor: AMOUNT_MINOR, outcome, isExhausted: false },
    given: { watch: waited.watch },
  },
  partlyApproved: {
    row: 'Partly approved',
    moves: CARD,
    state: { status: 'partlyApproved', chargedMinor: PART_MINOR, basis: 'terminal', outcome: part },
  },
  partlyApprovedConfirming: {
    row: 'Partly approved',
    moves: CARD,
    state: { status: 'partial', chargedMinor: PART_MINOR, outcome: part },
    given: { watch: waited.watch },
  },
  declined: {
    row: 'Declined, cancelled, failed',
    moves: [...MONEY, 'adjust'],
    state: { status: 'declined', basis: 'terminal', outcome: declined },
  },
  cancelled: {
    row: 'Declined, cancelled, failed',
    moves: MONEY,
    state: { status: 'cancelled', basis: 'terminal', outcome: null, isReversed: false },
  },
  failed: {
    row: 'Declined, cancelled, failed',
    moves: [...MONEY, 'none'],
    state: { status: 'failed', basis: 'terminal', outcome: removed },
  },
  notStarted: {
    row: 'Not started',
    moves: [...MONEY, 'adjust', 'none'],
    state: { status: 'notStarted', reason: 'terminalBusy', text: 'busy' },
  },
  notChargedProved: {
    row: 'Not charged, proved',
    moves: MONEY,
    state: { status: 'notCharged' },
    given: { createdAt: now - 380_000 },
  },
  notKnown: {
    row: 'Not known',
    moves: [...MONEY, 'adjust'],
    state: { ...checking, because: 'terminalUndecided', isExhausted: true },
    given: unreached,
  },
  conflict: {
    row: 'Conflict',
    moves: MONEY,
    state: { status: 'conflict', because: 'contradiction', outcomes: [] },
    given: waited,
  },
  settledCharged: { row: 'Settled by a manager', moves: MONEY, state: settledAs('charged') },
  settledNotCharged: { row: 'Settled by a manager', moves: MONEY, state: settledAs('notCharged') },
  done: {
    row: 'No money moved',
    moves: ['none'],
    state: { status: 'done', outcome: null, basis: 'terminal' },
  },
}

/** One kind of operation on one screen. */
export interface ScreenPayment {
  screen: PaymentScreen
  moves: MoneyMove
  row: string
  payment: PaymentSnapshot
}

const SCREENS: readonly PaymentScreen[] = Object.keys(SCREEN_STATES).filter(
  (name): name is PaymentScreen => name in SCREEN_STATES,
)

/** Every screen, once for each kind of operation that can come to it. */
export const SCREEN_PAYMENTS: readonly ScreenPayment[] = SCREENS.flatMap((screen) =>
  SCREEN_STATES[screen].moves.map((moves) => ({
    screen,
    moves,
    row: SCREEN_STATES[screen].row,
    payment: buildScreenPayment(screen, moves),
  })),
)

function buildScreenPayment(screen: PaymentScreen, moves: MoneyMove): PaymentSnapshot {
  const { state, given } = SCREEN_STATES[screen]
  const isLinked = moves === 'refund' || moves === 'undo' || moves === 'adjust'
  return buildPayment(state, {
    operation: OPERATIONS[moves],
    amountMinor: moves === 'none' ? 0 : AMOUNT_MINOR,
    original: isLinked ? other : null,
    ...given,
  })
}
