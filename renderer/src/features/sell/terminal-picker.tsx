import type { ReactElement } from 'react'
import type { Reference } from '../../../../shared/ids.ts'
import type { TerminalSnapshot, TerminalsSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { useDesk } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TerminalCheckLine } from '../../ui/terminal-check.tsx'
import { useText } from '../../ui/text.ts'
import { useCommand } from '../../use-command.ts'
import { useTerminalCheck } from '../../use-terminal-check.ts'
import { useTerminalChoice } from './sell-store.ts'
import styles from './terminal-picker.module.css'
import { TerminalState } from '../../ui/terminal-state.tsx'

interface TerminalPickerProps {
  list: TerminalsSnapshot | undefined
  current: TerminalSnapshot | null
  onOpenPayment: (reference: Reference) => void
  onClose: () => void
}

/** The shop's terminals as a list of choices; the choice is kept for the next sale. */
export function TerminalPicker({ list, current, onOpenPayment, onClose }: TerminalPickerProps): ReactElement {
  const { say } = useText()
  const desk = useDesk()
  const refresh = useCommand('terminal:refresh')
  const readAgain = async () => {
    const terminals = await refresh.run({})
    if (terminals !== null) desk.takeTerminals(terminals)
  }
  return (
    <Panel
      title={say('terminal.pick')}
      onClose={onClose}
      footer={
        <Button kind="quiet" isAsleep={refresh.isPending} onPress={() => void readAgain()}>
          {say(refresh.isPending ? 'terminal.refreshing' : 'terminal.refresh')}
        </Button>
      }
    >
      <ListNote list={list} />
      {refresh.failure === null ? null : <FailureNotice failure={refresh.failure} moves="none" />}
      <fieldset aria-label={say('terminal.pick')} className={styles['list']}>
        {(list?.terminals ?? []).map((terminal) => (
          <Choice
            key={terminal.serialNumber}
            terminal={terminal}
            isChosen={terminal.serialNumber === current?.serialNumber}
            onOpenPayment={onOpenPayment}
            onClose={onClose}
          />
        ))}
      </fieldset>
    </Panel>
  )
}

interface ChoiceProps {
  terminal: TerminalSnapshot
  isChosen: boolean
  onOpenPayment: (reference: Reference) => void
  onClose: () => void
}

function Choice({ terminal, isChosen, onOpenPayment, onClose }: ChoiceProps): ReactElement {
  const { say } = useText()
  const { openPayment, serialNumber } = terminal
  const test = useTerminalCheck(terminal)
  return (
    <div className={styles['choice']} data-held={openPayment !== null}>
      {/* A pointer's choice closes the panel; the arrow keys only move it, and Enter or Esc closes. */}
      <label
        className={styles['label']}
        onPointerUp={() => {
          if (openPayment === null) setTimeout(onClose, 120)
        }}
      >
        <input
          type="radio"
          name="terminal"
          value={serialNumber}
          checked={isChosen}
          disabled={openPayment !== null}
          onChange={() => useTerminalChoice.setState({ serialNumber })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.repeat) onClose()
          }}
        />
        <span className={styles['name']}>{terminal.name}</span>
        <span className={styles['detail']}>
          <TerminalState terminal={terminal} />
        </span>
      </label>
      <div className={styles['acts']}>
        <TerminalCheckLine terminalName={terminal.name} {...test} onCheck={test.check} />
        {openPayment === null ? null : (
          <Button onPress={() => onOpenPayment(openPayment)}>{say('sell.held.open')}</Button>
        )}
      </div>
    </div>
  )
}

function ListNote({ list }: { list: TerminalsSnapshot | undefined }): ReactElement | null {
  const { say } = useText()
  if (list === undefined || list.status === 'loading') return <output>{say('terminal.loading')}</output>
  const why = list.problem === null ? '' : say(`error.${list.problem}`)
  if (list.status === 'failed')
    return (
      <Notice tone="bad" icon="warning" title={say('terminal.failed')}>
        {why}
      </Notice>
    )
  if (list.status === 'stale')
    return (
      <Notice tone="note" icon="clock" title={say('terminal.stale')}>
        {why}
      </Notice>
    )
  return list.terminals.length === 0 ? <output>{say('terminal.none')}</output> : null
}
