import type { ReactElement } from 'react'
import type { TerminalSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { keepFocus } from '../../ui/focus.ts'
import { Icon } from '../../ui/icons.tsx'
import { useText } from '../../ui/text.ts'
import { useNow } from '../../ui/use-now.ts'
import styles from './slip-rows.module.css'
import { describeTerminal, TerminalState } from '../../ui/terminal-state.tsx'

interface TerminalChipProps {
  terminal: TerminalSnapshot | null
  isLoading: boolean
  onPress: () => void
}

/** The terminal of this sale, with its state in words; pressing it offers the others. */
export function TerminalChip({ terminal, isLoading, onPress }: TerminalChipProps): ReactElement {
  const text = useText()
  const { say } = text
  const now = useNow(true, 10_000)
  return (
    <div className={styles['row']}>
      <span className={styles['rowName']}>{say('sell.terminal')}</span>
      <button
        type="button"
        className={styles['chip']}
        aria-haspopup="dialog"
        aria-label={
          terminal === null
            ? say('sell.noTerminal')
            : say('sell.changeTerminal', { name: terminal.name, state: describeTerminal(terminal, now, text) })
        }
        onMouseDown={keepFocus}
        onClick={onPress}
      >
        <span className={styles['chipWords']}>
          <span className={styles['chipName']}>
            {terminal?.name ?? say(isLoading ? 'terminal.loading' : 'sell.noTerminal')}
          </span>
          {terminal === null ? null : (
            <span className={styles['chipState']}>
              <TerminalState terminal={terminal} />
            </span>
          )}
        </span>
        <Icon name="chevron" size={22} />
      </button>
    </div>
  )
}
