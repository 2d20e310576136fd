import { languageSchema, toLanguage, toLocaleIn, type Language } from '../../../shared/languages.ts'
import {
  applyChange,
  type Preferences,
  type PreferencesChange,
  type PreferencesSnapshot,
} from '../../../shared/ipc/preferences.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { Refusal } from '../refusal.ts'

/** Where choices are kept. A folder that cannot be written keeps nothing, and says so. */
export interface PreferenceStore {
  load(): { kept: Preferences; isReset: boolean }
  /** False where it could not be saved. */
  save(preferences: Preferences): boolean
}

/** What the people at this till chose. */
export interface TillPreferences {
  read(): PreferencesSnapshot
  write(change: PreferencesChange): Result<PreferencesSnapshot, Refusal>
  /** The locale of everything that is written from now on. */
  locale(): string
}

interface PreferenceOptions {
  store: PreferenceStore
  /** The shop's own. */
  shopLocale: string
  /** What a manager lets be chosen; every language where nothing is said. */
  allowed: readonly Language[] | undefined
}

/** A choice counts at once, whether or not it could be saved: nobody waits for a disk to turn a sound off. */
export function createPreferences({ store, shopLocale, allowed }: PreferenceOptions): TillPreferences {
  const languages = [...(allowed ?? languageSchema.options)]
  const { kept, isReset } = store.load()
  let chosen = kept
  let problem: PreferencesSnapshot['problem'] = isReset ? 'reset' : null

  // What was chosen before a manager took it off the list is not shown any more.
  const language = (): Language | null =>
    chosen.language !== null && languages.includes(chosen.language) ? chosen.language : null
  const read = (): PreferencesSnapshot => ({
    ...chosen,
    language: language(),
    shopLanguage: toLanguage(shopLocale),
    languages,
    problem,
  })

  return {
    read,
    write(change) {
      if (change.language !== undefined && change.language !== null && !languages.includes(change.language)) {
        return err({ code: 'input.invalid', message: 'this shop does not use that language', moneyState: 'none' })
      }
      chosen = applyChange(chosen, change)
      problem = store.save(chosen) ? null : 'notSaved'
      return ok(read())
    },
    locale() {
      const own = language()
      return own === null ? shopLocale : toLocaleIn(own, shopLocale)
    },
  }
}
