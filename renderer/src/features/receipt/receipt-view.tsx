import { use, useCallback, useMemo, useState, type ReactElement } from 'react'
import { readReceiptLines, type ReceiptLine } from '../../../../shared/receipts/receipt-lines.ts'
import type { DocumentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { Notice } from '../../ui/notice.tsx'
import { SealedFrame } from '../../ui/sealed-frame.tsx'
import { useText } from '../../ui/text.ts'
import { measureLines, toReceiptDocument } from './receipt-paper.ts'
import { ReceiptText } from './receipt-text.tsx'
import styles from './receipt-view.module.css'

interface ReceiptViewProps {
  title: string
  receipt: Extract<DocumentSnapshot, { type: 'html' }>
}

/** Half of this feature, and needed once the first receipt has been read. */
const cleaning = import('./clean-receipt.ts')

/** More than any receipt on paper: its text is shown, and nothing is drawn of it (safety H3). */
const LONGEST_DRAWN = 128 * 1024

/** One receipt as on paper: drawn in a sealed frame, or as text where it cannot be drawn. Who made it is said above it. */
export function ReceiptView({ title, receipt }: ReceiptViewProps): ReactElement {
  const { say } = useText()
  const { cleanReceipt } = use(cleaning)
  const html = useMemo(() => cleanReceipt(receipt.html), [cleanReceipt, receipt.html])
  const lines = useMemo(() => readReceiptLines(html), [html])
  const isEmpty = lines.length === 0 && !html.includes('<img')
  const isTooLong = html.length > LONGEST_DRAWN
  return (
    <div className={styles['view']}>
      {receipt.origin === 'terminal' ? null : (
        <Notice tone="note" icon="till" title={say('receipt.built')}>
          {say(receipt.isExpired ? 'receipt.built.expired' : 'receipt.built.meaning')}
        </Notice>
      )}
      {isEmpty ? <p>{say('receipt.empty')}</p> : null}
      {isTooLong ? <AsText title={title} lines={lines} /> : null}
      {isEmpty || isTooLong ? null : <Drawn title={title} html={html} lines={lines} />}
    </div>
  )
}

interface DrawnProps {
  title: string
  html: string
  lines: readonly ReceiptLine[]
}

function Drawn({ title, html, lines }: DrawnProps): ReactElement {
  const [isLate, setLate] = useState(false)
  const measure = useCallback((room: Document) => measureLines(room, lines), [lines])
  const onDrawing = useCallback((drawing: 'late' | 'drawn') => setLate(drawing === 'late'), [])
  const whole = useMemo(() => toReceiptDocument(html), [html])
  return (
    <>
      {isLate ? <AsText title={title} lines={lines} /> : null}
      <div className={styles['paper']} data-late={isLate}>
        <SealedFrame title={title} html={whole} measure={measure} onDrawing={onDrawing} />
      </div>
    </>
  )
}

function AsText({ title, lines }: { title: string; lines: readonly ReceiptLine[] }): ReactElement {
  const { say } = useText()
  return (
    <>
      <p>{say('receipt.asText')}</p>
      <div className={styles['paper']}>
        <ReceiptText title={title} lines={lines} />
      </div>
    </>
  )
}
