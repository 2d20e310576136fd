import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { createSystemClock } from '../core/system/clock.ts'
import { openJournal } from '../core/journal/open.ts'

const COMMAND = join(import.meta.dirname, 'journal.ts')
const run = promisify(execFile)

async function journal(...args: string[]): Promise<{ code: number; output: string }> {
  try {
    const { stdout } = await run(process.execPath, [COMMAND, ...args])
    return { code: 0, output: stdout }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, output: stdout + stderr }
  }
}

function makeJournal(): { folder: string; file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-journal-command-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const opened = openJournal({ folder, fileName: 'journal.sqlite', clock: createSystemClock() })
  if (!opened.ok) throw new Error(opened.error.text)
  onTestFinished(() => opened.value.close())
  return { folder, file: join(folder, 'journal.sqlite') }
}

it('a sound journal says so, also while it is in use', async () => {
  const { file } = makeJournal()
  expect(await journal('verify', file)).toEqual({ code: 0, output: `${file} is sound\n` })
})

it('every difference is printed with its place, and the command fails', async () => {
  const { file } = makeJournal()
  const db = new Database(file)
  db.exec(`PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; DROP TRIGGER event_continues_chain;
    INSERT INTO event VALUES (1, '${'a'.repeat(36)}', 'x', 'x', 1, '{}', 'x', '${'0'.repeat(64)}', '${'0'.repeat(64)}')`)
  db.close()

  const { code, output } = await journal('verify', file)
  expect(code).toBe(1)
  expect(output).toMatch(/^damage: event 1 is not as it was written/)
  expect(output).toMatch(/[0-9]+ differences\n$/)
})

it('a file that is missing or no journal fails', async () => {
  const { folder, file } = makeJournal()
  expect((await journal('verify', join(folder, 'nothing'))).code).toBe(1)
  writeFileSync(join(folder, 'text'), 'not a database '.repeat(400))
  expect((await journal('verify', join(folder, 'text'))).code).toBe(1)
  expect((await journal('verify')).code).toBe(2)
  expect((await journal('forget', file)).code).toBe(2)
})

it('a copy can be made of a journal in use, is sound, and is never written over', async () => {
  const { folder, file } = makeJournal()
  const target = join(folder, 'copy')
  expect((await journal('backup', file, target)).code).toBe(0)
  expect((await journal('verify', target)).code).toBe(0)
  expect((await journal('backup', file, target)).code).toBe(1)
})
