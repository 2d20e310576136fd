import { z } from 'zod'
import { languageSchema } from '../languages.ts'

/** What the people at a till choose for it. None of it touches a payment. */
export const preferencesSchema = z.object({
  /** Null: the shop's own. */
  language: languageSchema.nullable(),
  volume: z.int().min(0).max(100),
  isMuted: z.boolean(),
})
export type Preferences = z.infer<typeof preferencesSchema>

export const preferencesSnapshotSchema = preferencesSchema.extend({
  /** The language that the shop's configuration names. */
  shopLanguage: languageSchema,
  /** What may be chosen among. */
  languages: z.array(languageSchema),
  /** `reset`: the file was damaged and has been moved aside. `notSaved`: what was chosen last counts until Paydesk is closed. */
  problem: z.enum(['reset', 'notSaved']).nullable(),
})
export type PreferencesSnapshot = z.infer<typeof preferencesSnapshotSchema>

/** Only what is to be changed. */
export const preferencesChangeSchema = z.strictObject(preferencesSchema.partial().shape)
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
