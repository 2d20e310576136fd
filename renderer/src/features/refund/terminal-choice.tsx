import type { ReactElement } from 'react'
import type { TerminalRef } from '../../../../shared/ids.ts'
import type { TerminalSnapshot, TerminalsSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { describeTerminal } from '../../ui/terminal-state.tsx'
import { useText } from '../../ui/text.ts'
import { useNow } from '../../ui/use-now.ts'

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
  const terminals = list?.terminals ?? []
  return (
    <SelectField
      label={say('sell.terminal')}
      options={terminals.map(({ serialNumber, name }) => ({ value: serialNumber, words: name }))}
      chosen={chosen?.serialNumber ?? null}
      unchosen={say('terminal.pick')}
      onChoose={onChoose}
      note={chosen === null ? null : describeTerminal(chosen, now, text)}
    />
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
