import type { ReactElement } from 'react'
import type { MessageId } from '../messages/catalogue.ts'
import { KeyHint } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { useText } from '../ui/text.ts'
import styles from './keys-panel.module.css'

const KEYS: readonly (readonly [keys: readonly string[], words: MessageId])[] = [
  [['0–9'], 'keys.digits'],
  [['.', ','], 'keys.decimal'],
  [['Backspace'], 'keys.backspace'],
  [['Delete'], 'keys.delete'],
  [['Ctrl V'], 'keys.paste'],
  [['Enter'], 'keys.enter'],
  [['Esc'], 'keys.escape'],
  [['↑', '↓'], 'keys.arrows'],
  [['Tab'], 'keys.tab'],
  [['F1'], 'keys.f1'],
  [['F2'], 'keys.f2'],
  [['F3'], 'keys.f3'],
  [['F4'], 'keys.f4'],
  [['F7'], 'keys.f7'],
  [['F10'], 'keys.f10'],
  [['F12'], 'keys.f12'],
  [['+'], 'keys.tip'],
  [['F8'], 'keys.f8'],
  [['P'], 'keys.p'],
  [['R', 'C', 'T'], 'keys.letters'],
]

/** Every key of the page and what it does. */
export function KeysPanel({ onClose }: { onClose: () => void }): ReactElement {
  const { say } = useText()
  return (
    <Panel title={say('keys.title')} isWide onClose={onClose}>
      <dl className={styles['keys']}>
        {KEYS.map(([keys, words]) => (
          <div key={words} className={styles['key']}>
            <dt>
              <span className="visually-hidden">{keys.join(' ')}</span>
              {keys.map((key) => (
                <KeyHint key={key} name={key} />
              ))}
            </dt>
            <dd>{say(words)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
