import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { z } from 'zod'
import { paperSchema, printerNameSchema, type Paper } from '../../../shared/ipc/printing.ts'
import { err, ok, type Result } from '../../../shared/result.ts'

const choicesSchema = z.strictObject({
  /** Where receipts go; null until somebody chose. */
  chosen: z.nullable(printerNameSchema).default(null),
  papers: z.record(printerNameSchema, paperSchema).default({}),
})
type Choices = z.infer<typeof choicesSchema>

/** Which printer this till uses, and which paper lies in each. */
export interface PrinterChoices {
  chosen(): string | null
  paperOf(printer: string): Paper
  choose(printer: string, paper: Paper, isChosen: boolean): Result<null, string>
  /** The file was damaged, was moved aside, and nobody has chosen anew yet. */
  isLost(): boolean
}

const LARGEST_FILE = 64 * 1024

/** Reads `printers.json`; a damaged one is moved aside, and the till goes on without choices. */
export function readPrinterChoices(file: string, now: number): PrinterChoices {
  const read = readChoices(file)
  let isLost = !read.ok
  let choices: Choices = read.ok ? read.value : choicesSchema.parse({})
  if (!read.ok) moveAside(file, now)

  return {
    chosen: () => choices.chosen,
    // Most receipt printers take the wide roll.
    paperOf: (printer) => (Object.hasOwn(choices.papers, printer) ? choices.papers[printer] : undefined) ?? '80mm',
    choose(printer, paper, isChosen) {
      const chosen = isChosen ? printer : choices.chosen === printer ? null : choices.chosen
      const next = { chosen, papers: { ...choices.papers, [printer]: paper } }
      const written = writeWhole(file, JSON.stringify(next, null, 2))
      if (!written.ok) return written
      choices = next
      isLost = false
      return written
    },
    isLost: () => isLost,
  }
}

function readChoices(file: string): Result<Choices, string> {
  try {
    const text = readFileSync(file, 'utf8')
    if (text.length > LARGEST_FILE) return err('larger than any such file')
    const parsed = choicesSchema.safeParse(JSON.parse(text))
    return parsed.success ? ok(parsed.data) : err('not a file of printers')
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return isAbsent ? ok(choicesSchema.parse({})) : err(String(error))
  }
}

function moveAside(file: string, now: number): void {
  try {
    renameSync(file, `${file}.damaged-${now.toString()}`)
  } catch {
    // It stays where it is and is written over by the next choice.
  }
}

/** Whole or not at all: written beside its place, forced to the disk, renamed. */
function writeWhole(file: string, text: string): Result<null, string> {
  try {
    const temporary = `${file}.tmp`
    const handle = openSync(temporary, 'w', 0o600)
    try {
      writeSync(handle, text)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(temporary, file)
    return ok(null)
  } catch (error) {
    return err(String(error))
  }
}
