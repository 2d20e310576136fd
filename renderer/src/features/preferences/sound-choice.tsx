import { useId, type ReactElement } from 'react'
import type { PreferencesChange, PreferencesSnapshot } from '../../../../shared/ipc/preferences.ts'
import { Button } from '../../ui/button.tsx'
import { speaker, type Sound } from '../../ui/sound.ts'
import { Switch } from '../../ui/switch.tsx'
import { useText } from '../../ui/text.ts'
import styles from './preferences.module.css'

interface SoundChoiceProps {
  preferences: PreferencesSnapshot
  onChange: (change: PreferencesChange) => void
}

const STEP = 10
const SOUNDS: readonly Sound[] = ['approved', 'refused', 'doubt', 'notice']

/** Whether and how loudly results are heard, with each of them to listen to. */
export function SoundChoice({ preferences, onChange }: SoundChoiceProps): ReactElement {
  const { say, percent } = useText()
  const id = useId()
  const { volume, isMuted } = preferences
  const to = (wanted: number) => onChange({ volume: Math.min(100, Math.max(0, wanted)) })
  return (
    <fieldset className={styles['part']}>
      <legend className={styles['legend']}>{say('preferences.sound')}</legend>
      <div className={styles['row']}>
        <span>{say('preferences.sound.results')}</span>
        <Switch
          label={say('preferences.sound.results')}
          words={say(isMuted ? 'switch.off' : 'switch.on')}
          isOn={!isMuted}
          onToggle={() => onChange({ isMuted: !isMuted })}
        />
      </div>
      <div className={styles['row']} data-off={isMuted}>
        <label htmlFor={id}>{say('preferences.volume')}</label>
        <span className={styles['volume']}>
          <Button
            label={say('preferences.quieter')}
            isAsleep={isMuted || volume === 0}
            onPress={() => to(volume - STEP)}
          >
            −
          </Button>
          <input
            id={id}
            type="range"
            min={0}
            max={100}
            step={STEP}
            value={volume}
            disabled={isMuted}
            aria-valuetext={percent(volume)}
            onChange={(event) => to(event.target.valueAsNumber)}
          />
          <Button
            label={say('preferences.louder')}
            isAsleep={isMuted || volume === 100}
            onPress={() => to(volume + STEP)}
          >
            +
          </Button>
          <output
            className={styles['percent']}
            aria-label={say('preferences.volume.now', { percent: percent(volume) })}
          >
            {percent(volume)}
          </output>
        </span>
      </div>
      <p className={styles['try']}>{say('preferences.try')}</p>
      <div className={styles['sounds']}>
        {SOUNDS.map((sound) => (
          <Button key={sound} isAsleep={isMuted || volume === 0} onPress={() => speaker.play(sound)}>
            {say(`preferences.try.${sound}`)}
          </Button>
        ))}
      </div>
      <p className={styles['hint']}>{say('preferences.sound.twin')}</p>
    </fieldset>
  )
}
