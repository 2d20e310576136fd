import { Suspense, useState, type ReactElement } from 'react'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import type { DocumentKind } from '../../../../shared/transaction/events.ts'
import { isOpen } from '../../../../shared/transaction/state.ts'
import { useText } from '../../ui/text.ts'
import { useDocument } from '../../use-document.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { SignatureImage } from '../../ui/signature-image.tsx'
import { ReceiptView } from './receipt-view.tsx'
import styles from './receipts.module.css'
import { Tabs } from './tabs.tsx'

const KINDS = ['customerReceipt', 'merchantReceipt', 'signature'] as const

/** The papers of one payment: both copies of its receipt, and the signature. */
export function Receipts({ payment }: { payment: PaymentSnapshot }): ReactElement {
  const { say } = useText()
  const [kind, setKind] = useState<DocumentKind>('customerReceipt')
  return (
    <section className={styles['receipts']} aria-labelledby="receipts">
      <h2 id="receipts" className={styles['title']}>
        {say('receipt.title')}
      </h2>
      <Tabs
        labelledBy="receipts"
        tabs={KINDS.map((id) => ({ id, name: say(`receipt.tab.${id}`) }))}
        chosen={kind}
        onChoose={setKind}
      >
        <Suspense fallback={<p>{say('page.loading')}</p>}>
          <Paper key={kind} payment={payment} kind={kind} />
        </Suspense>
      </Tabs>
    </section>
  )
}

function Paper({ payment, kind }: { payment: PaymentSnapshot; kind: DocumentKind }): ReactElement {
  const { say } = useText()
  const { document, failure, readAgain } = useDocument(payment.reference, kind)
  if (failure !== null) {
    return (
      <FailureNotice
        failure={failure}
        moves="none"
        actions={<Button onPress={readAgain}>{say('receipt.readAgain')}</Button>}
      />
    )
  }
  if (document === undefined) return <p>{say('page.loading')}</p>
  if (document === null) return <Missing isStillOpen={isOpen(payment.state)} kind={kind} />
  switch (document.type) {
    case 'pending':
      return (
        <Notice tone="note" icon="clock" title={say('receipt.pending')}>
          {say('receipt.pending.meaning')}
        </Notice>
      )
    case 'expired':
      return (
        <Notice tone="note" icon="clock" title={say('receipt.expired.signature')}>
          {say('receipt.expired.signature.meaning')}
        </Notice>
      )
    case 'image':
      return <SignatureImage picture={document} />
    case 'html':
      return <ReceiptView title={say(`receipt.tab.${kind}`)} receipt={document} />
  }
}

function Missing({ isStillOpen, kind }: { isStillOpen: boolean; kind: DocumentKind }): ReactElement {
  const { say } = useText()
  if (kind === 'signature') return <p className={styles['none']}>{say('receipt.none.signature')}</p>
  return <p className={styles['none']}>{say(isStillOpen ? 'receipt.none.open' : 'receipt.none')}</p>
}
