import type { MoneyState } from '../../../shared/errors.ts'
import type { MoneyMove } from '../../../shared/transaction/operations.ts'
import type { PaymentScreen, PaymentView } from '../../../shared/transaction/view.ts'
import type { IconName } from './icons.tsx'

/** The ground that a state stands on. Each has its own colour, edge or pattern, besides its icon and its words. */
export type Tone =
  | 'plain'
  | 'blue'
  | 'amber'
  | 'stripe'
  | 'hazard'
  | 'green'
  | 'greenEdge'
  | 'split'
  | 'red'
  | 'redEdge'
  | 'grey'

export interface StateLook {
  tone: Tone
  icon: IconName
}

/** How each screen of a payment looks (cashier-ux.md, "What is shown while a payment runs"). */
const STATE_LOOKS: Readonly<Record<PaymentScreen, StateLook>> = {
  starting: { tone: 'plain', icon: 'send' },
  waiting: { tone: 'blue', icon: 'terminal' },
  longWait: { tone: 'blue', icon: 'clock' },
  cancelling: { tone: 'amber', icon: 'hand' },
  cannotCancel: { tone: 'amber', icon: 'warning' },
  checking: { tone: 'stripe', icon: 'magnifier' },
  notKnown: { tone: 'hazard', icon: 'question' },
  conflict: { tone: 'hazard', icon: 'versus' },
  confirming: { tone: 'greenEdge', icon: 'clock' },
  partlyApprovedConfirming: { tone: 'split', icon: 'split' },
  approved: { tone: 'green', icon: 'tick' },
  partlyApproved: { tone: 'split', icon: 'split' },
  declined: { tone: 'red', icon: 'cross' },
  cancelled: { tone: 'grey', icon: 'stop' },
  failed: { tone: 'red', icon: 'warning' },
  notStarted: { tone: 'redEdge', icon: 'stop' },
  notChargedProved: { tone: 'greenEdge', icon: 'seal' },
  settledCharged: { tone: 'grey', icon: 'pen' },
  settledNotCharged: { tone: 'grey', icon: 'pen' },
  done: { tone: 'plain', icon: 'tick' },
}

/** Screens of money that has moved, or seems to have. */
const MOVED: ReadonlySet<PaymentScreen> = new Set(['approved', 'confirming'])

/** Money that comes back or only stands still has a picture of its own: a refund must not look like a sale from afar either. */
const MOVED_ICONS: Readonly<Partial<Record<MoneyMove, IconName>>> = { refund: 'back', undo: 'back', hold: 'hand' }

/** How a state looks, by what the operation does with money. */
export function toLook({ screen, moves }: Pick<PaymentView, 'screen' | 'moves'>): StateLook {
  const look = STATE_LOOKS[screen]
  const icon = MOVED.has(screen) ? MOVED_ICONS[moves] : undefined
  return icon === undefined ? look : { ...look, icon }
}

/** The picture of each money word. */
export const MONEY_ICONS: Readonly<Record<Exclude<MoneyState, 'none'>, IconName>> = {
  charged: 'tick',
  notCharged: 'stop',
  unknown: 'question',
}
