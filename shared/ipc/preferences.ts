import { z } from 'zod/mini'
import { languageSchema } from '../languages.ts'

/** What the people at a till choose for it. None of it touches a payment. */
export const preferencesSchema = z.object({
  /** Null: the shop's own. */
  language: z.nullable(languageSchema),
  volume: z.int().check(z.minimum(0), z.maximum(100)),
  isMuted: z.boolean(),
})
export type Preferences = z.infer<typeof preferencesSchema>

export const preferencesSnapshotSchema = z.extend(preferencesSchema, {
  /** The language that the shop's configuration names. */
  shopLanguage: languageSchema,
  /** What may be chosen among. */
  languages: z.array(languageSchema),
  /** `reset`: the file was damaged and has been moved aside. `notSaved`: what was chosen last counts until Paydesk is closed. */
  problem: z.nullable(z.enum(['reset', 'notSaved'])),
})
export type PreferencesSnapshot = z.infer<typeof preferencesSnapshotSchema>

/** Only what is to be changed. */
export const preferencesChangeSchema = z.strictObject(z.partial(preferencesSchema).shape)
export type PreferencesChange = z.infer<typeof preferencesChangeSchema>

/** Choices with a change made to them. */
export function applyChange(chosen: Preferences, change: PreferencesChange): Preferences {
  const { language = chosen.language, volume = chosen.volume, isMuted = chosen.isMuted } = change
  return { language, volume, isMuted }
}

export const preferencesContract = {
  'preferences:read': { input: z.strictObject({}), output: preferencesSnapshotSchema },
  /** Counts at once; the language of the page follows by the app's snapshot. */
  'preferences:write': { input: preferencesChangeSchema, output: preferencesSnapshotSchema },
} as const
