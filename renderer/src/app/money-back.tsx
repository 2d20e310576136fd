import { lazy, type ReactElement } from 'react'
import type { AppSnapshot, PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import { KEYS } from '../desk.ts'
import { useDesk } from '../queries.ts'
import { focusHeadline } from '../ui/focus.ts'
import { askApproval } from './approvals.ts'
import { closeMoneyBack, openMoneyBack, useMoneyBackPanel } from './money-back-store.ts'
import { openPayment } from './page-store.ts'
import { Part } from './part.tsx'

const RefundPanel = lazy(() =>
  import('../features/refund/refund-panel.tsx').then((module) => ({ default: module.RefundPanel })),
)
const UnlinkedPanel = lazy(() =>
  import('../features/refund/unlinked-panel.tsx').then((module) => ({ default: module.UnlinkedPanel })),
)
const ReversalPanel = lazy(() =>
  import('../features/refund/reversal-panel.tsx').then((module) => ({ default: module.ReversalPanel })),
)
const TipPanel = lazy(() => import('../features/refund/tip-panel.tsx').then((module) => ({ default: module.TipPanel })))

/** The panel over the page in which money is given back; afterwards what was begun is shown. */
export function MoneyBack({ app }: { app: AppSnapshot }): ReactElement | null {
  const asked = useMoneyBackPanel((state) => state.asked)
  const desk = useDesk()
  if (asked === null) return null
  const showBegun = ({ reference }: PaymentSnapshot) => {
    closeMoneyBack()
    if (desk.client.getQueryData<AppSnapshot>(KEYS.app)?.shownPayment !== reference) openPayment(reference)
    // The dialog gives the focus back to what opened it first, and that is gone.
    requestAnimationFrame(focusHeadline)
  }
  const acts = { app, onAskApproval: askApproval, onBegun: showBegun, onClose: closeMoneyBack }
  return (
    <Part key={asked.act} onClose={closeMoneyBack}>
      {asked.act === 'unlinkedRefund' ? <UnlinkedPanel {...acts} /> : null}
      {asked.act === 'refund' ? (
        <RefundPanel
          key={asked.reference}
          {...acts}
          reference={asked.reference}
          onReverse={() => openMoneyBack({ act: 'reversal', reference: asked.reference })}
        />
      ) : null}
      {asked.act === 'reversal' ? (
        <ReversalPanel
          key={asked.reference}
          {...acts}
          reference={asked.reference}
          onRefund={() => openMoneyBack({ act: 'refund', reference: asked.reference })}
        />
      ) : null}
      {asked.act === 'tip' ? <TipPanel key={asked.reference} {...acts} reference={asked.reference} /> : null}
    </Part>
  )
}
