import { lazy, type ReactElement } from 'react'
import type { Reference } from '../../../shared/ids.ts'
import { focusHeadline } from '../ui/focus.ts'
import { askApproval } from './approvals.ts'
import { closeSettlement, openPayment, usePage } from './page-store.ts'
import { Part } from './part.tsx'

const SettlePanel = lazy(() =>
  import('../features/settle/settle-panel.tsx').then((module) => ({ default: module.SettlePanel })),
)

/** The manager's panel over whatever is open; afterwards the result is, with the focus on its headline. */
export function Settlement({ shownPayment }: { shownPayment: Reference | null }): ReactElement | null {
  const reference = usePage((state) => state.settling)
  if (reference === null) return null
  const showResult = () => {
    closeSettlement()
    const { page } = usePage.getState()
    const isOpen = shownPayment === reference || (page.name === 'payment' && page.reference === reference)
    if (!isOpen) openPayment(reference)
    // The dialog gives the focus back to what opened it first, and that is gone.
    requestAnimationFrame(focusHeadline)
  }
  return (
    <Part onClose={closeSettlement}>
      <SettlePanel
        key={reference}
        reference={reference}
        onAskApproval={askApproval}
        onSettled={showResult}
        onClose={closeSettlement}
      />
    </Part>
  )
}
