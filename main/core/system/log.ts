import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Log, LogFields } from '../ports.ts'
import { createRedactor } from './redact.ts'

export interface FileLogOptions {
  folder: string
  /** Wall-clock time in milliseconds since 1970. */
  now: () => number
  /** A file that has grown to this many bytes is set aside. */
  maxBytes?: number
  /** How many files are kept, the current one included. */
  maxFiles?: number
}

export interface FileLog extends Log {
  /** From now on this value is hidden wherever it appears. */
  addSecret(value: string): void
  close(): void
}

type Level = 'info' | 'warn' | 'error'

const DEFAULT_MAX_BYTES = 1024 * 1024
const DEFAULT_MAX_FILES = 4

/**
 * A log of one JSON object a line in `<folder>/paydesk.log`; older files are `paydesk.1.log`, `paydesk.2.log` and so on.
 * Writing never fails towards the caller: a payment must not stop because the log cannot be written. Lines that were lost
 * are counted, and the next line that can be written says how many.
 */
export function createFileLog(options: FileLogOptions): FileLog {
  const { folder, now, maxBytes = DEFAULT_MAX_BYTES, maxFiles = DEFAULT_MAX_FILES } = options
  const redactor = createRedactor()
  let file: number | null = null
  let bytes = 0
  let lostLines = 0
  let isClosed = false

  const pathOf = (age: number): string => join(folder, age === 0 ? 'paydesk.log' : `paydesk.${age}.log`)

  function open(): number {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const opened = openSync(pathOf(0), 'a', 0o600)
    bytes = fstatSync(opened).size
    return opened
  }

  function rotate(opened: number): number {
    closeSync(opened)
    file = null
    for (let age = maxFiles - 2; age >= 0; age -= 1) attempt(() => renameSync(pathOf(age), pathOf(age + 1)))
    return open()
  }

  function append(line: string): void {
    file ??= open()
    if (bytes > 0 && bytes + Buffer.byteLength(line) > maxBytes) file = rotate(file)
    bytes += writeSync(file, line)
  }

  function write(level: Level, event: string, fields: LogFields = {}): void {
    if (isClosed) return
    const lost = lostLines > 0 ? { lostLines } : {}
    const isWritten = attempt(() => {
      const at = new Date(now()).toISOString()
      append(`${JSON.stringify({ ...redactor.fields(fields), ...lost, at, level, event: redactor.text(event) })}\n`)
    })
    lostLines = isWritten ? 0 : lostLines + 1
  }

  return {
    info: (event, fields) => write('info', event, fields),
    warn: (event, fields) => write('warn', event, fields),
    error: (event, fields) => write('error', event, fields),
    addSecret: (value) => redactor.addSecret(value),
    close() {
      isClosed = true
      const opened = file
      if (opened !== null) attempt(() => closeSync(opened))
    },
  }
}

/** Whether the act succeeded: for work whose failure the caller counts and nobody can act upon. */
function attempt(act: () => void): boolean {
  try {
    act()
    return true
  } catch {
    return false
  }
}
