import type { ReactElement } from 'react'
import { PAPERS, paperSchema, type Paper, type PrintersSnapshot } from '../../../../shared/ipc/printing.ts'
import { FailureNotice } from '../../ui/notice.tsx'
import { useText } from '../../ui/text.ts'
import { useCommand } from '../../use-command.ts'
import styles from './printer-settings.module.css'

interface PrinterSettingsProps {
  printers: PrintersSnapshot
  onChanged: (printers: PrintersSnapshot) => void
}

/** Where this till prints, and which paper lies in each printer. */
export function PrinterSettings({ printers, onChanged }: PrinterSettingsProps): ReactElement {
  const { say } = useText()
  const choose = useCommand('printer:choose')
  const take = async (printer: string, paper: Paper, isChosen: boolean): Promise<void> => {
    const changed = await choose.run({ printer, paper, isChosen })
    if (changed !== null) onChanged(changed)
  }
  return (
    <div className={styles['settings']}>
      {printers.problem === 'settingsLost' ? <p role="alert">{say('print.settings.lost')}</p> : null}
      {printers.problem === 'listUnavailable' ? <p role="alert">{say('print.settings.unlisted')}</p> : null}
      {printers.printers.map(({ name, label, status, paper }) => (
        <fieldset key={name} className={styles['printer']}>
          <legend>
            {label} <span className={styles['status']}>({say(`printer.status.${status}`)})</span>
          </legend>
          <label className={styles['always']}>
            <input
              type="radio"
              name="printer"
              checked={printers.chosen === name}
              onChange={() => void take(name, paper, true)}
            />
            <span>{say('print.settings.always')}</span>
          </label>
          <select
            className={styles['paper']}
            aria-label={say('print.settings.paper', { printer: label })}
            value={paper}
            onChange={(event) => void take(name, paperSchema.parse(event.target.value), printers.chosen === name)}
          >
            {PAPERS.map((one) => (
              <option key={one} value={one}>
                {say(`print.paper.${one}`)}
              </option>
            ))}
          </select>
        </fieldset>
      ))}
      {choose.failure === null ? null : <FailureNotice failure={choose.failure} moves="none" />}
    </div>
  )
}
