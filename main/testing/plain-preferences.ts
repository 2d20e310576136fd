import { createPreferences, type TillPreferences } from '../core/preferences/preferences.ts'

/** The choices of a till where nobody chose anything yet, kept nowhere. */
export function plainPreferences(shopLocale = 'en'): TillPreferences {
  const kept = { language: null, volume: 70, isMuted: false }
  const store = { load: () => ({ kept, isReset: false }), save: () => true }
  return createPreferences({ store, shopLocale, allowed: undefined })
}
