import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nextLine, runChild } from './child-process.ts'
import { makeFolder, unwrap } from './journal-fixture.ts'
import { takeLock } from './lock.ts'

const HOLD = new URL('./hold-lock.child.ts', import.meta.url)
const APPEND = new URL('./append-forever.child.ts', import.meta.url)

describe('the lock of a data folder', () => {
  it('keeps a second Paydesk out without waiting for the first, with the reason in words', async () => {
    const folder = makeFolder()
    expect(await nextLine(runChild(HOLD, folder))).toBe('held')

    // Synchronous, with no time-out of SQLite's: there is nothing in it that could wait.
    expect(takeLock(folder)).toEqual({
      ok: false,
      error: { code: 'inUse', text: `Paydesk is already running with the data in ${folder}.` },
    })
  })

  it('is gone when its holder is killed, and the next start has it', async () => {
    const folder = makeFolder()
    for (let round = 0; round < 3; round += 1) {
      const child = runChild(HOLD, folder)
      expect(await nextLine(child)).toBe('held')
      expect(takeLock(folder).ok).toBe(false)
      await child.kill()
      unwrap(takeLock(folder)).release()
    }
  })

  it('keeps another process out while this one holds it, and lets it in after', async () => {
    const folder = makeFolder()
    const lock = unwrap(takeLock(folder))
    expect(await nextLine(runChild(HOLD, folder))).toBe('inUse')
    expect(takeLock(folder)).toMatchObject({ error: { code: 'inUse' } })
    expect(await nextLine(runChild(HOLD, folder))).toBe('inUse')

    lock.release()
    expect(await nextLine(runChild(HOLD, folder))).toBe('held')
  })

  it('of one folder says nothing about another', () => {
    const locks = [takeLock(makeFolder()), takeLock(makeFolder())]
    expect(locks.map((lock) => lock.ok)).toEqual([true, true])
    for (const lock of locks) unwrap(lock).release()
  })

  it('a second start touches no file of the first', async () => {
    const folder = makeFolder()
    const first = runChild(APPEND, folder)
    expect(await nextLine(first)).toMatch(/^begun/)
    first.process.kill('SIGSTOP')
    const before = readdirSync(folder).map((name) => [name, statSync(join(folder, name)).size])

    expect(takeLock(folder).ok).toBe(false)

    expect(readdirSync(folder).map((name) => [name, statSync(join(folder, name)).size])).toEqual(before)
    first.process.kill('SIGCONT')
    expect(await nextLine(first)).toMatch(/^appended/)
  })

  it('that cannot be used is not mistaken for a second instance', () => {
    const base = makeFolder()
    writeFileSync(join(base, 'file'), '')
    expect(takeLock(join(base, 'file', 'data'))).toMatchObject({ error: { code: 'unavailable' } })

    mkdirSync(join(base, 'paydesk.lock'))
    expect(takeLock(base)).toMatchObject({ error: { code: 'unavailable' } })
  })

  it.skipIf(process.platform === 'win32')('is a file of its owner alone, and stays empty', () => {
    const folder = makeFolder()
    const lock = unwrap(takeLock(folder))
    const { mode, size } = statSync(join(folder, 'paydesk.lock'))
    expect([mode & 0o777, size, readdirSync(folder)]).toEqual([0o600, 0, ['paydesk.lock']])
    lock.release()
  })
})
