import type { MoneyState } from '../../../shared/errors.ts'
import type { PaymentScreen } from '../../../shared/transaction/view.ts'
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
export const STATE_LOOKS: Readonly<Record<PaymentScreen, StateLook>> = {
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

/** The picture of each money word. */
export const MONEY_ICONS: Readonly<Record<Exclude<MoneyState, 'none'>, IconName>> = {
  charged: 'tick',
  notCharged: 'stop',
  unknown: 'question',
}
