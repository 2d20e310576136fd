import type { ReactElement } from 'react'
import type { ReceiptLine } from '../../../../shared/receipts/receipt-lines.ts'
import styles from './receipt-text.module.css'

/** Longer than any receipt on paper; what follows is not shown. */
const MOST_LINES = 500

/** A receipt as lines of text, on the same paper. */
export function ReceiptText({ title, lines }: { title: string; lines: readonly ReceiptLine[] }): ReactElement {
  return (
    <div className={styles['text']} role="document" aria-label={title}>
      {lines.slice(0, MOST_LINES).map((line, index) => (
        <Line key={index} line={line} />
      ))}
    </div>
  )
}

function Line({ line }: { line: ReceiptLine }): ReactElement {
  if (line.type === 'rule') return <hr />
  return (
    <p data-centred={line.isCentred} data-bold={line.isBold} data-size={line.size}>
      <span>{line.left}</span> {line.right === '' ? null : <span>{line.right}</span>}
    </p>
  )
}
