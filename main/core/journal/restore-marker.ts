import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { instantSchema, referenceSchema } from '../../../shared/ids.ts'
import { prepareFolder, syncFile, syncFolder } from './folder.ts'
import { jsonText } from './json-text.ts'
import { toBookFile } from './reference-book.ts'
import { toSuspicionFile } from './inspect.ts'

const reportSchema = z.object({
  /** When the backup was made that the journal was restored from; null where there was none. */
  backupAt: z.nullable(instantSchema),
  /** Newer events that were read from what was left, chained to that backup. */
  salvagedEvents: z.int(),
  /** Operations that were known, but not where they belong: they were begun again and are in doubt. */
  rebegunReferences: z.array(referenceSchema),
  /** Every operation that something may be missing of: to be asked about before anything is sold (safety R17). */
  referencesSince: z.array(referenceSchema),
  /** The name of the folder that the damaged files are in. */
  damagedFolder: z.string().regex(/^[^/\\]+$/),
  /** What was done, in plain words. */
  text: z.string(),
})
export type RestoreReport = z.infer<typeof reportSchema>

const markerSchema = jsonText(
  z.object({
    /** `swapping`: the damaged files are being moved away. `asking`: the restored journal is in its place. */
    phase: z.enum(['swapping', 'asking']),
    /** Files besides the journal's own that have to go with it, relative to the data folder. */
    aside: z.array(z.string()),
    report: reportSchema,
  }),
)
export type RestoreMarker = z.infer<typeof markerSchema>

export function toRestoringFile(file: string): string {
  return `${file}.restoring`
}

function toMarkerFile(file: string): string {
  return `${file}.restored.json`
}

/** What is known of a restoration that was not brought to its end. */
export function readMarker(file: string): RestoreMarker | null {
  const markerFile = toMarkerFile(file)
  return existsSync(markerFile) ? markerSchema.parse(readFileSync(markerFile, 'utf8')) : null
}

/** Makes the marker durable, in one step. */
export function writeMarker(file: string, marker: RestoreMarker): void {
  const written = `${toMarkerFile(file)}.new`
  writeFileSync(written, JSON.stringify(marker), { mode: 0o600 })
  syncFile(written)
  renameSync(written, toMarkerFile(file))
  syncFolder(dirname(file))
}

/** Keeps the marker with the damaged files: the restoration is over. */
export function archiveMarker(file: string, { report }: RestoreMarker): void {
  const damagedFolder = join(dirname(file), report.damagedFolder)
  prepareFolder(damagedFolder)
  renameSync(toMarkerFile(file), join(damagedFolder, basename(toMarkerFile(file))))
  syncFolder(damagedFolder)
  syncFolder(dirname(file))
}

/**
 * Moves the damaged files away as a whole and puts the restored ones in their place. May be interrupted anywhere and called
 * again: the restored journal takes its name last, and until then nothing of it is in anybody's way.
 */
export function swap(file: string, marker: RestoreMarker): void {
  const folder = dirname(file)
  const damagedFolder = join(folder, marker.report.damagedFolder)
  prepareFolder(damagedFolder)
  if (existsSync(toRestoringFile(file))) {
    const own = ['', '-wal', '-shm', '-journal'].map((end) => `${file}${end}`)
    const aside = marker.aside.map((name) => join(folder, name))
    for (const name of [...own, toSuspicionFile(file), ...aside]) moveInto(damagedFolder, name)
    const [book, newBook] = [toBookFile(file), toRestoringFile(toBookFile(file))]
    if (existsSync(newBook)) {
      moveInto(damagedFolder, book)
      syncFolder(damagedFolder)
      renameSync(newBook, book)
    }
    syncFolder(damagedFolder)
    syncFolder(folder)
    renameSync(toRestoringFile(file), file)
    syncFolder(folder)
  }
  writeMarker(file, { ...marker, phase: 'asking' })
}

function moveInto(folder: string, file: string): void {
  if (existsSync(file)) renameSync(file, join(folder, basename(file)))
}

/** What an interrupted attempt left: it was never put in place. */
export function removeRestoring(file: string): void {
  for (const name of [file, toBookFile(file)].map(toRestoringFile)) {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(name + end, { force: true })
  }
}
