import type { AppSnapshot, PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import type { AskApproval } from '../../approval.ts'

/** What every panel here is given by the page. */
export interface PanelProps {
  app: AppSnapshot
  onAskApproval: AskApproval
  onBegun: (payment: PaymentSnapshot) => void
  onClose: () => void
}
