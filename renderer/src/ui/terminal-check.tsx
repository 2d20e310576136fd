import type { ReactElement } from 'react'
import type { AppError } from '../../../shared/errors.ts'
import { Button } from './button.tsx'
import { FailureNotice } from './notice.tsx'
import styles from './terminal-check.module.css'
import { useText } from './text.ts'

interface TerminalCheckLineProps {
  terminalName: string
  verdict: 'asking' | 'answered' | 'busy' | 'offline' | 'silent' | null
  /** When the answer came, or did not. */
  at: number
  failure: AppError | null
  onCheck: () => void
}

/** "Check terminal" and, beside it, what came of it, in words. */
export function TerminalCheckLine({
  terminalName,
  verdict,
  at,
  failure,
  onCheck,
}: TerminalCheckLineProps): ReactElement {
  const { say, preciseTime } = useText()
  return (
    <div className={styles['check']}>
      <Button
        kind="quiet"
        icon="terminal"
        label={say('terminal.check.name', { terminal: terminalName })}
        isAsleep={verdict === 'asking'}
        onPress={onCheck}
      >
        {say('terminal.check')}
      </Button>
      <output className={styles['answer']} data-verdict={verdict ?? 'none'}>
        {verdict === null ? '' : say(`terminal.check.${verdict}`, { terminal: terminalName, time: preciseTime(at) })}
      </output>
      {failure === null ? null : <FailureNotice failure={failure} moves="none" />}
    </div>
  )
}
