import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { z } from 'zod'
import { languageSchema } from '../../../shared/languages.ts'
import { preferencesSchema } from '../../../shared/ipc/preferences.ts'
import type { Log } from '../ports.ts'
import { codeOf } from '../receipts/file-error.ts'
import type { PreferenceStore } from './preferences.ts'

/** A file of an older Paydesk may lack something, and one of a newer may speak a language that this one does not. */
const fileSchema = z.object({
  language: z.nullable(languageSchema).catch(null),
  volume: z._default(preferencesSchema.shape.volume, 70),
  isMuted: z._default(preferencesSchema.shape.isMuted, false),
})

/** Choices in a file of the data folder, read at start. One that cannot be read is moved aside and never stops a start. */
export function createPreferenceFile(file: string, log: Log): PreferenceStore {
  const defaults = fileSchema.parse({ language: null })
  return {
    load() {
      try {
        const text = readFileSync(file, 'utf8')
        const parsed = fileSchema.safeParse(JSON.parse(text))
        if (parsed.success) return { kept: parsed.data, isReset: false }
        log.warn('preferences.unreadable', { problem: parsed.error.message })
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return { kept: defaults, isReset: false }
        log.warn('preferences.unreadable', { problem: String(error) })
      }
      moveAside(file, log)
      return { kept: defaults, isReset: true }
    },
    save(preferences) {
      try {
        writeWhole(file, `${JSON.stringify(preferences, null, 2)}\n`)
        return true
      } catch (error) {
        log.warn('preferences.notSaved', { problem: String(error) })
        return false
      }
    },
  }
}

/** Kept for whoever wants to know what was in it; one such file is enough. */
function moveAside(file: string, log: Log): void {
  try {
    renameSync(file, `${file}.damaged`)
  } catch (error) {
    log.warn('preferences.notMoved', { problem: String(error) })
  }
}

/** Whole or not at all: written beside its place, forced to the disk, renamed. */
function writeWhole(file: string, text: string): void {
  const handle = openSync(`${file}.new`, 'w', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(`${file}.new`, file)
}
