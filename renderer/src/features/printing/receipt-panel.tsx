import { useState, type ReactElement } from 'react'
import type { Reference } from '../../../../shared/ids.ts'
import type { JobSnapshot, Printable } from '../../../../shared/ipc/printing.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { isOpen } from '../../../../shared/transaction/state.ts'
import { usePayment } from '../../queries.ts'
import { Panel } from '../../ui/panel.tsx'
import { toWhat } from '../../ui/state-words.ts'
import { useText } from '../../ui/text.ts'
import { TileChoice } from '../../ui/tile-choice.tsx'
import { useJobs, usePrinters } from '../../use-printing.ts'
import { JobList } from './job-list.tsx'
import { PrinterSettings } from './printer-settings.tsx'
import { ReceiptPreview } from './receipt-preview.tsx'
import styles from './receipt-panel.module.css'
import { Ways } from './ways.tsx'

interface ReceiptPanelProps {
  reference: Reference
  onClose: () => void
}

/** A receipt on paper, as PDF or by e-mail, over whatever is open. */
export function ReceiptPanel({ reference, onClose }: ReceiptPanelProps): ReactElement | null {
  const { value: payment } = usePayment(reference)
  return payment === undefined ? null : <Found payment={payment} onClose={onClose} />
}

/** What can be given of a payment: receipts once it is over, a slip while nobody knows. */
function toPrintables({ state }: PaymentSnapshot): readonly Printable[] {
  return isOpen(state) ? ['customerSlip'] : ['customerReceipt', 'merchantReceipt']
}

function isUnsettled({ state }: JobSnapshot): boolean {
  return state !== 'done'
}

/** Of those that came out: the last ones, for whoever printed twice. */
const MOST_DONE = 2

function Found({ payment, onClose }: { payment: PaymentSnapshot; onClose: () => void }): ReactElement {
  const text = useText()
  const { say } = text
  const { printers, take } = usePrinters()
  const jobs = useJobs()
  const printables = toPrintables(payment)
  const [wanted, setWanted] = useState<Printable>('customerReceipt')
  const what = printables.includes(wanted) ? wanted : (printables[0] ?? 'customerReceipt')
  const paper = printers?.printers.find(({ name }) => name === printers.chosen)?.paper ?? '80mm'
  const own = (jobs?.jobs ?? []).filter(({ reference }) => reference === payment.reference)
  const done = own.filter((job) => !isUnsettled(job))
  // What was printed makes the next one a copy: the preview is read anew.
  const revision = own.map(({ id, state }) => `${id}${state}`).join(' ')

  return (
    <Panel
      title={say(what === 'customerSlip' ? 'print.title.slip' : 'print.title', { what: toWhat(payment, text) })}
      isRead
      isWide
      onClose={onClose}
    >
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <Ways
            // What was typed or saved belongs to one paper.
            key={what}
            payment={payment}
            what={what}
            printers={printers}
          />
          {own.length === 0 ? null : (
            <section aria-label={say('jobs.here')}>
              <JobList jobs={[...own.filter(isUnsettled), ...done.slice(0, MOST_DONE)]} printers={printers} />
            </section>
          )}
          {printables.length > 1 ? (
            <TileChoice
              question={say('print.copy')}
              options={printables.map((one) => ({ value: one, words: say(`print.what.${one}`) }))}
              chosen={what}
              onChoose={setWanted}
            />
          ) : (
            <p>{say('print.slip.meaning')}</p>
          )}
          {printers === undefined ? null : (
            <details className={styles['settings']} open={printers.problem === 'settingsLost' || undefined}>
              <summary>{say('print.settings')}</summary>
              <PrinterSettings printers={printers} onChanged={take} />
            </details>
          )}
        </div>
        <ReceiptPreview reference={payment.reference} what={what} paper={paper} revision={revision} />
      </div>
    </Panel>
  )
}
