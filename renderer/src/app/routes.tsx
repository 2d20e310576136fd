import { lazy, type ReactElement } from 'react'
import type { AppError } from '../../../shared/errors.ts'
import type { Reference } from '../../../shared/ids.ts'
import type { AppSnapshot, PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import { MoneyBackButtons } from '../features/refund/money-back-buttons.tsx'
import { PaymentScreen } from '../features/payment/payment-screen.tsx'
import { ReceiptButton } from '../features/printing/receipt-button.tsx'
import { SellPage } from '../features/sell/sell-page.tsx'
import { useDesk, usePayment } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { FailureNotice } from '../ui/notice.tsx'
import { useText } from '../ui/text.ts'
import { useCommand } from '../use-command.ts'
import { askApproval } from './approvals.ts'
import { LateResults } from './late-results.tsx'
import { openMoneyBack } from './money-back-store.ts'
import { goBack, noteDrawn, openPage, openPayment, openSettlement, usePage } from './page-store.ts'
import { Part } from './part.tsx'
import { openReceipt } from './receipt-store.ts'
import styles from './routes.module.css'
import { PaymentTop, Top } from './top.tsx'

const HistoryPage = lazy(() =>
  import('../features/history/history-page.tsx').then((module) => ({ default: module.HistoryPage })),
)
const RefundPage = lazy(() =>
  import('../features/refund/refund-page.tsx').then((module) => ({ default: module.RefundPage })),
)
const UnresolvedPage = lazy(() =>
  import('../features/unresolved/unresolved-page.tsx').then((module) => ({ default: module.UnresolvedPage })),
)
const PaymentPage = lazy(() =>
  import('../features/payment/payment-page.tsx').then((module) => ({ default: module.PaymentPage })),
)
const LazyReceipts = lazy(() =>
  import('../features/receipt/receipts.tsx').then((module) => ({ default: module.Receipts })),
)

/** A payment's page stands without its papers: its evidence is what a manager needs. */
function Receipts({ payment }: { payment: PaymentSnapshot }): ReactElement {
  return (
    <Part isSection>
      <LazyReceipts payment={payment} />
    </Part>
  )
}

/** What the window shows: the payment that main says is on the till's screen, else the open page. */
export function Routes({ app }: { app: AppSnapshot }): ReactElement {
  const { say } = useText()
  const page = usePage((state) => state.page.name)
  if (app.shownPayment !== null) {
    return <ShownPayment key={app.shownPayment} reference={app.shownPayment} app={app} />
  }
  return (
    <>
      <Top app={app} />
      {/* On Sell the keypad stands always at the same place: there they stand under the slip. */}
      {page === 'sell' ? null : <LateResults place="strip" />}
      <Part key={page} wait={<p className={styles['wait']}>{say('page.loading')}</p>}>
        <OpenPage app={app} />
      </Part>
    </>
  )
}

function OpenPage({ app }: { app: AppSnapshot }): ReactElement {
  const page = usePage((state) => state.page)
  switch (page.name) {
    case 'sell':
      return (
        <SellPage
          app={app}
          onOpenPayment={openPayment}
          onOpenHistory={() => openPage('history')}
          underSlip={<LateResults place="card" />}
        />
      )
    case 'refund':
      return <RefundPage onChoose={refund} onWithoutSale={() => openMoneyBack({ act: 'unlinkedRefund' })} />
    case 'history':
      return <HistoryPage shop={app.shop} onOpen={openPayment} onBack={goBack} />
    case 'unresolved':
      return <UnresolvedPage onOpen={openPayment} onSettle={openSettlement} />
    case 'payment':
      return (
        <PaymentPage
          reference={page.reference}
          allows={app.allows}
          onOpen={openPayment}
          onSettle={openSettlement}
          onAskApproval={askApproval}
          onBack={goBack}
          onDrawn={noteDrawn}
          receipts={Receipts}
          acts={
            <>
              <MoneyBackButtons
                reference={page.reference}
                app={app}
                onAct={(act) => openMoneyBack({ act, reference: page.reference })}
              />
              <ReceiptAct reference={page.reference} />
            </>
          }
        />
      )
  }
}

function ReceiptAct({ reference }: { reference: Reference }): ReactElement | null {
  const { value: payment } = usePayment(reference)
  return payment === undefined ? null : <ReceiptButton payment={payment} onOpen={() => openReceipt(reference)} />
}

function refund(reference: Reference): void {
  openPayment(reference)
  openMoneyBack({ act: 'refund', reference })
}

function ShownPayment({ reference, app }: { reference: Reference; app: AppSnapshot }): ReactElement {
  const { value, failure, readAgain } = usePayment(reference)
  const top = <PaymentTop app={app} />
  if (value !== undefined)
    return (
      <PaymentScreen
        payment={value}
        top={top}
        isJournalLost={app.blocked === 'journal.unavailable'}
        onLeaving={() => openPage('sell')}
        onSettle={() => openSettlement(reference)}
        onRefund={refund}
        onAskApproval={askApproval}
        receipt={<ReceiptButton payment={value} onOpen={() => openReceipt(reference)} />}
        foot={<LateResults place="payment" />}
      />
    )
  return (
    <>
      {top}
      {failure === null ? null : <Unreadable reference={reference} failure={failure} onReadAgain={readAgain} />}
    </>
  )
}

interface UnreadableProps {
  reference: Reference
  failure: AppError
  onReadAgain: () => void
}

function Unreadable({ reference, failure, onReadAgain }: UnreadableProps): ReactElement {
  const { say } = useText()
  const desk = useDesk()
  const leave = useCommand('payment:leave')
  const goOn = async () => {
    const app = await leave.run({ reference })
    if (app !== null) desk.takeApp(app)
  }
  return (
    <main className={styles['unreadable']}>
      <FailureNotice
        failure={leave.failure ?? failure}
        moves="none"
        actions={
          <>
            <Button kind="primary" onPress={onReadAgain}>
              {say('app.readAgain')}
            </Button>
            <Button isAsleep={leave.isPending} onPress={() => void goOn()}>
              {say('act.leave')}
            </Button>
          </>
        }
      />
    </main>
  )
}
