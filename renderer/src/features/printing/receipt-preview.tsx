import { useCallback, type ReactElement } from 'react'
import type { Reference } from '../../../../shared/ids.ts'
import type { Paper, Printable } from '../../../../shared/ipc/printing.ts'
import { FailureNotice } from '../../ui/notice.tsx'
import { SealedFrame } from '../../ui/sealed-frame.tsx'
import { useText } from '../../ui/text.ts'
import { usePreview } from '../../use-printing.ts'
import styles from './receipt-preview.module.css'

interface ReceiptPreviewProps {
  reference: Reference
  what: Printable
  paper: Paper
  revision: string
}

const PX_PER_MM = 96 / 25.4
/** A sheet is shown small, as a whole; the widths of two rolls keep their proportion. */
const ZOOMS: Readonly<Record<Paper, number>> = { '58mm': 1.25, '80mm': 1.25, a4: 0.47 }

const ignore = (): void => undefined

/** The very document that would be printed, in its true proportions, sealed as every receipt is. */
export function ReceiptPreview({ reference, what, paper, revision }: ReceiptPreviewProps): ReactElement {
  const { say } = useText()
  const { preview, failure } = usePreview({ reference, what, paper, revision })
  const heightMm = preview?.heightMm ?? 0
  const measure = useCallback(() => Math.ceil(heightMm * PX_PER_MM), [heightMm])
  if (preview === undefined) {
    if (failure === null) return <p>{say('page.loading')}</p>
    if (failure.code === 'document.pending') return <p>{say('print.preview.pending')}</p>
    return <FailureNotice failure={failure} moves="none" />
  }
  return (
    <div className={styles['preview']}>
      {preview.isCopy ? <p className={styles['copy']}>{say('print.preview.copy')}</p> : null}
      {/* A box that scrolls has to be within reach of the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles['desk']} tabIndex={0} aria-label={say('print.preview')}>
        <div
          className={styles['paper']}
          data-paper={paper}
          style={{ width: `${preview.widthMm.toString()}mm`, zoom: ZOOMS[paper] }}
        >
          <SealedFrame title={say(`print.what.${what}`)} html={preview.html} measure={measure} onDrawing={ignore} />
        </div>
      </section>
    </div>
  )
}
