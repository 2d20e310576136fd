import type { ReactElement, ReactNode } from 'react'
import type { PreferencesChange, PreferencesSnapshot } from '../../../../shared/ipc/preferences.ts'
import { KEYS } from '../../desk.ts'
import { useDesk } from '../../queries.ts'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/panel.tsx'
import { speaker } from '../../ui/sound.ts'
import { useText } from '../../ui/text.ts'
import { useCommand } from '../../use-command.ts'
import { LanguageChoice } from './language-choice.tsx'
import { SoundChoice } from './sound-choice.tsx'
import styles from './preferences.module.css'

interface PreferencesPanelProps {
  preferences: PreferencesSnapshot
  /** Stands left of Close. */
  footer: ReactNode
  onClose: () => void
}

/** What the people at this till choose for it. Every choice counts at once; there is nothing to save. */
export function PreferencesPanel({ preferences, footer, onClose }: PreferencesPanelProps): ReactElement {
  const { say } = useText()
  const desk = useDesk()
  const write = useCommand('preferences:write')
  const change = async (changed: PreferencesChange): Promise<void> => {
    const now = await write.run(changed)
    if (now === null) return
    desk.client.setQueryData(KEYS.preferences, now)
    if (changed.volume === undefined && changed.isMuted === undefined) return
    // Heard as loud as it will be from now on.
    speaker.set(now)
    speaker.play('approved')
  }
  return (
    <Panel title={say('preferences.title')} footer={footer} onClose={onClose}>
      <div className={styles['parts']}>
        {write.failure === null ? null : <FailureNotice failure={write.failure} moves="none" />}
        {preferences.problem === null ? null : (
          <Notice tone="note" icon="warning">
            {say(`preferences.problem.${preferences.problem}`)}
          </Notice>
        )}
        <LanguageChoice preferences={preferences} onChange={(changed) => void change(changed)} />
        <SoundChoice preferences={preferences} onChange={(changed) => void change(changed)} />
      </div>
    </Panel>
  )
}
