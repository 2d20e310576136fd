import { useId, type ReactElement } from 'react'
import type { TerminalRef } from '../../../../shared/ids.ts'
import type { TerminalSnapshot, TerminalsSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { describeTerminal } from '../../ui/terminal-state.tsx'
import { useText } from '../../ui/text.ts'
import { useNow } from '../../ui/use-now.ts'
import styles from './refund.module.css'

interface TerminalChoiceProps {
  list: TerminalsSnapshot | undefined
  chosen: TerminalSnapshot | null
  onChoose: (serialNumber: string) => void
}

/** On which terminal the card is shown. */
export function TerminalChoice({ list, chosen, onChoose }: TerminalChoiceProps): ReactElement {
  const text = useText()
  const { say } = text
  const now = useNow(true, 10_000)
  const id = useId()
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {say('sell.terminal')}
      </label>
      <select
        id={id}
        value={chosen?.serialNumber ?? ''}
        aria-describedby={chosen === null ? undefined : `${id}-state`}
        onChange={(event) => onChoose(event.target.value)}
      >
        {chosen === null ? <option value="">{say('terminal.pick')}</option> : null}
        {(list?.terminals ?? []).map((terminal) => (
          <option key={terminal.serialNumber} value={terminal.serialNumber}>
            {terminal.name}
          </option>
        ))}
      </select>
      {chosen === null ? null : (
        <p id={`${id}-state`} className={styles['hint']}>
          {describeTerminal(chosen, now, text)}
        </p>
      )}
    </div>
  )
}

/** The terminal that was chosen, else the one of before, else the shop's own, else the only one. */
export function findTerminal(
  list: TerminalsSnapshot | undefined,
  chosen: string | null,
  before: TerminalRef | null,
): TerminalSnapshot | null {
  const terminals = list?.terminals ?? []
  const find = (serialNumber: string | null) => terminals.find((one) => one.serialNumber === serialNumber) ?? null
  const only = terminals.length === 1 ? (terminals[0] ?? null) : null
  return find(chosen) ?? find(before?.serialNumber ?? null) ?? find(list?.defaultSerialNumber ?? null) ?? only
}
