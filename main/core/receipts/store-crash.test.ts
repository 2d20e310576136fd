import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { runChild } from '../journal/child-process.ts'
import { createDocumentStore } from './document-store.ts'

const STORE = new URL('./store-forever.child.ts', import.meta.url)
const KILLS = 6

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-documents-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Everything that was acknowledged is there, and everything that is there is whole. */
async function expectAllOf(folder: string, digests: readonly string[]): Promise<void> {
  const store = createDocumentStore(folder)
  for (const digest of digests) expect((await store.read(digest)).type).toBe('document')
  const files = readdirSync(join(folder, 'documents'), { recursive: true, withFileTypes: true })
  for (const file of files.filter((entry) => entry.isFile() && !entry.name.endsWith('.tmp')))
    expect((await store.read(file.name)).type).toBe('document')
}

describe('a process that stores documents', () => {
  test(
    `loses none that it acknowledged when it is killed, ${KILLS} times in one folder`,
    { timeout: 60_000 },
    async () => {
      const folder = makeFolder()
      const digests: string[] = []
      for (let round = 0; round < KILLS; round += 1) {
        const child = runChild(STORE, folder)
        const killAfter = digests.length + 1 + round * 7
        for await (const line of child.lines) {
          digests.push(line.replace('stored ', ''))
          if (digests.length === killAfter) child.process.kill('SIGKILL')
        }
        expect(digests.length).toBeGreaterThanOrEqual(killAfter)
        await expectAllOf(folder, digests)
      }
    },
  )

  test.skipIf(process.platform === 'win32')(
    'says so when the disk takes no more, and leaves no half of a document (no file over 3 KiB)',
    { timeout: 30_000 },
    async () => {
      const folder = makeFolder()
      const lines: string[] = []
      for await (const line of runChild(STORE, folder, 'ulimit -f 3;').lines) lines.push(line)
      expect(lines.pop()).toBe('failed unwritable')
      expect(lines.length).toBeGreaterThan(10)
      await expectAllOf(
        folder,
        lines.map((line) => line.replace('stored ', '')),
      )
      const left = readdirSync(join(folder, 'documents'), { recursive: true, encoding: 'utf8' })
      expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([])
    },
  )
})
