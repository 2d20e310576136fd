import { lazy, type ReactElement } from 'react'
import { Icon } from '../ui/icons.tsx'
import { useText } from '../ui/text.ts'
import { useJobs } from '../use-printing.ts'
import { Part } from './part.tsx'
import { closeReceipt, showJobs, usePrinting } from './receipt-store.ts'
import styles from './receipt-panels.module.css'

const ReceiptPanel = lazy(() =>
  import('../features/printing/receipt-panel.tsx').then((module) => ({ default: module.ReceiptPanel })),
)
const JobsPanel = lazy(() =>
  import('../features/printing/jobs-panel.tsx').then((module) => ({ default: module.JobsPanel })),
)

/** The panels of receipts over whatever is open: of one payment, and of all that was not printed. */
export function ReceiptPanels(): ReactElement | null {
  const { reference, areJobsShown } = usePrinting()
  if (reference !== null) {
    return (
      <Part key={reference} onClose={closeReceipt}>
        <ReceiptPanel reference={reference} onClose={closeReceipt} />
      </Part>
    )
  }
  if (!areJobsShown) return null
  return (
    <Part key="jobs" onClose={() => showJobs(false)}>
      <JobsPanel onClose={() => showJobs(false)} />
    </Part>
  )
}

/** How many receipts were not printed or sent, in the frame and never hidden; nothing while there are none. */
export function JobsCount(): ReactElement | null {
  const { say } = useText()
  const count = useJobs()?.waiting ?? 0
  if (count === 0) return null
  const words = say('jobs.count', { count })
  return (
    <button type="button" className={styles['count']} aria-label={words} title={words} onClick={() => showJobs(true)}>
      <Icon name="printer" size={22} />
      <span aria-hidden="true">{count}</span>
    </button>
  )
}
