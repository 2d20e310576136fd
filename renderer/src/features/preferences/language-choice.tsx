import type { ReactElement } from 'react'
import { LANGUAGE_NAMES } from '../../../../shared/languages.ts'
import type { PreferencesChange, PreferencesSnapshot } from '../../../../shared/ipc/preferences.ts'
import { useText } from '../../ui/text.ts'
import styles from './preferences.module.css'

interface LanguageChoiceProps {
  preferences: PreferencesSnapshot
  onChange: (change: PreferencesChange) => void
}

/** The languages by their own names, so that each is found by whoever reads it. */
export function LanguageChoice({ preferences, onChange }: LanguageChoiceProps): ReactElement {
  const { say } = useText()
  const { language, shopLanguage, languages } = preferences
  const spoken = language ?? shopLanguage
  const listed = languages.includes(spoken) ? languages : [spoken, ...languages]
  return (
    <fieldset className={styles['part']}>
      <legend className={styles['legend']}>{say('preferences.language')}</legend>
      <div className={styles['languages']}>
        {listed.map((one) => (
          <label key={one} className={styles['language']}>
            <input
              type="radio"
              name="language"
              value={one}
              checked={one === spoken}
              onChange={() => onChange({ language: one === shopLanguage ? null : one })}
            />
            <span lang={one}>{LANGUAGE_NAMES[one]}</span>
            {one === shopLanguage ? <small>{say('preferences.language.shop')}</small> : null}
          </label>
        ))}
      </div>
      {listed.length > 1 ? null : <p className={styles['hint']}>{say('preferences.language.fixed')}</p>}
    </fieldset>
  )
}
