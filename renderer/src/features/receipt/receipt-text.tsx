import type { ReactElement } from 'react'
import type { ReceiptLine } from '../../../../shared/receipts/receipt-lines.ts'
import styles from './receipt-text.module.css'

/** Longer than any receipt on paper; what follows is not shown. */
const MOST_LINES = 500

/** A receipt as lines of text, on the same paper. */
export function ReceiptText({ title, lines }: { title: string; lines: readonly ReceiptLine[] }): ReactElement {
  return (
    // What is longer than its paper scrolls, and has to be within reach of the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles['text']} role="document" aria-label={title} tabIndex={0}>
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
