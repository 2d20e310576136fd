import { createHash } from 'node:crypto'
import * as nodeFiles from 'node:fs/promises'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { DocumentContent } from './document-source.ts'
import { createDocumentStore, type DocumentFiles } from './document-store.ts'
import { png } from './image-fixture.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-documents-'))
  folders.push(folder)
  return folder
}

const receipt = (html: string): DocumentContent => ({ type: 'receipt', html })
const digestOf = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const fileOf = (folder: string, digest: string): string => join(folder, 'documents', digest.slice(0, 2), digest)
const filesIn = (folder: string): string[] =>
  readdirSync(join(folder, 'documents'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)

async function stored(folder: string, html = '<p>45.00'): Promise<string> {
  const put = await createDocumentStore(folder).put(receipt(html))
  if (!put.ok) throw new Error(put.error)
  return put.value.digest
}

const failure = (code: string): Error => Object.assign(new Error(code), { code })

/** The file system with one call that fails for files whose name matches. */
function failing(call: 'open' | 'writeFile' | 'sync' | 'rename' | 'rm' | 'readdir', code: string): DocumentFiles {
  const fail = (): Promise<never> => Promise.reject(failure(code))
  const open: DocumentFiles['open'] = async (path, flags, mode) => {
    if (call === 'open' && String(path).endsWith('.tmp')) return await fail()
    const handle = await nodeFiles.open(path, flags, mode)
    if (call === 'writeFile') handle.writeFile = fail
    if (call === 'sync') handle.sync = fail
    return handle
  }
  return { ...nodeFiles, open, ...(call === 'rename' || call === 'rm' || call === 'readdir' ? { [call]: fail } : {}) }
}

describe('a document', () => {
  test('is a file named for its content, and is read back as it was', async () => {
    const folder = makeFolder()
    const store = createDocumentStore(folder)
    const digest = digestOf('<p>€ 45,00')
    expect(await store.put(receipt('<p>€ 45,00'))).toEqual({ ok: true, value: { digest, isMasked: false } })
    expect(readFileSync(fileOf(folder, digest), 'utf8')).toBe('<p>€ 45,00')
    expect(await store.read(digest)).toEqual({ type: 'document', bytes: Buffer.from('<p>€ 45,00') })
    const image = { mediaType: 'image/png', widthPx: 120, heightPx: 40, bytes: png() } as const
    expect(await store.put({ type: 'signature', image })).toMatchObject({ value: { digest: digestOf(png()) } })
    expect(await store.read(digestOf(png()))).toEqual({ type: 'document', bytes: png() })
  })

  test.skipIf(process.platform === 'win32')('is readable by its owner alone, its folders too', async () => {
    const folder = makeFolder()
    const file = fileOf(folder, await stored(folder))
    const modes = [file, join(file, '..'), join(folder, 'documents')].map((path) => statSync(path).mode & 0o777)
    expect(modes).toEqual([0o600, 0o700, 0o700])
  })

  test('with a full card number is stored with its last four digits only', async () => {
    const folder = makeFolder()
    const put = await createDocumentStore(folder).put(receipt('<p>4111 1111 1111 1111</p>'))
    expect(put).toMatchObject({ ok: true, value: { isMasked: true } })
    const [name = ''] = filesIn(folder)
    expect(readFileSync(fileOf(folder, name), 'utf8')).toBe('<p>**** **** **** 1111</p>')
  })

  test('that cannot be searched for card numbers is not stored', async () => {
    const folder = makeFolder()
    const put = await createDocumentStore(folder).put(receipt(`<p>${'4<b></b>'.repeat(5000)}`))
    expect(put).toEqual({ ok: false, error: 'tooManyDigits' })
    expect(existsSync(join(folder, 'documents'))).toBe(false)
  })

  test('stored twice is one file, and at once is one file too', async () => {
    const folder = makeFolder()
    const first = await stored(folder)
    const { mtimeMs } = statSync(fileOf(folder, first))
    expect(await stored(folder)).toBe(first)
    expect(statSync(fileOf(folder, first)).mtimeMs).toBe(mtimeMs)
    const store = createDocumentStore(folder)
    await Promise.all(Array.from({ length: 8 }, () => store.put(receipt('<p>at once'))))
    expect(filesIn(folder).toSorted()).toEqual([first, digestOf('<p>at once')].toSorted())
  })
})

describe('reading answers', () => {
  test('missing for what is not there, and for what is no digest', async () => {
    const store = createDocumentStore(makeFolder())
    expect(await store.read(digestOf('x'))).toEqual({ type: 'missing' })
    for (const name of ['../../etc/passwd', '', 'AB'.repeat(32), `${digestOf('x')}\n`])
      expect(await store.read(name)).toEqual({ type: 'missing' })
  })

  test('damaged for a changed, cut, emptied or swollen file, and storing repairs it', async () => {
    const folder = makeFolder()
    const digest = await stored(folder)
    const file = fileOf(folder, digest)
    for (const damage of ['<p>46.00', '<p>45', '', '<p>45.00 ', 'x'.repeat(2 * 1024 * 1024)]) {
      writeFileSync(file, damage)
      expect(await createDocumentStore(folder).read(digest)).toEqual({ type: 'damaged' })
      expect(await stored(folder)).toBe(digest)
      expect(await createDocumentStore(folder).read(digest)).toMatchObject({ type: 'document' })
    }
  })

  test.skipIf(process.platform === 'win32')('damaged for a link in its place', async () => {
    const folder = makeFolder()
    const digest = await stored(folder)
    const elsewhere = join(folder, 'elsewhere')
    writeFileSync(elsewhere, '<p>45.00')
    rmSync(fileOf(folder, digest))
    symlinkSync(elsewhere, fileOf(folder, digest))
    expect(await createDocumentStore(folder).read(digest)).toEqual({ type: 'damaged' })
  })

  test('unreadable for what the file system does not give', async () => {
    const folder = makeFolder()
    const digest = await stored(folder)
    const open: DocumentFiles['open'] = () => Promise.reject(failure('EIO'))
    expect(await createDocumentStore(folder, { ...nodeFiles, open }).read(digest)).toEqual({ type: 'unreadable' })
  })
})

describe('a disk that fails', () => {
  test.each(['open', 'writeFile', 'sync', 'rename'] as const)('when full at %s leaves nothing behind', async (call) => {
    const folder = makeFolder()
    const put = await createDocumentStore(folder, failing(call, 'ENOSPC')).put(receipt('<p>45.00'))
    expect(put).toEqual({ ok: false, error: 'diskFull' })
    expect(filesIn(folder)).toEqual([])
    expect(await stored(folder)).toBe(digestOf('<p>45.00'))
  })

  test('in another way is an answer too', async () => {
    for (const code of ['EIO', 'EROFS', 'EACCES']) {
      const put = await createDocumentStore(makeFolder(), failing('sync', code)).put(receipt('<p>'))
      expect(put).toEqual({ ok: false, error: 'unwritable' })
    }
  })

  test('or is no folder at all is an answer too', async () => {
    const file = join(makeFolder(), 'file')
    writeFileSync(file, '')
    expect(await createDocumentStore(file).put(receipt('<p>'))).toEqual({ ok: false, error: 'unwritable' })
  })
})

test('a till killed while it wrote leaves a file that nobody reads and the next purge takes', async () => {
  const folder = makeFolder()
  const digest = digestOf('<p>45.00')
  mkdirSync(join(folder, 'documents', digest.slice(0, 2)), { recursive: true })
  const half = `${fileOf(folder, digest)}.0123456789ab.tmp`
  writeFileSync(half, '<p>45')
  const store = createDocumentStore(folder)
  expect(await store.read(digest)).toEqual({ type: 'missing' })
  expect(await stored(folder)).toBe(digest)
  expect(await store.read(digest)).toMatchObject({ type: 'document' })
  const now = Date.now()
  const purge = () => store.purge({ uses: [{ digest, at: now }], keep: new Set(), lastBegunAt: now, now })
  await purge()
  expect(existsSync(half)).toBe(true)
  utimesSync(half, new Date(now - 2 * DAY_MS), new Date(now - 2 * DAY_MS))
  expect(await purge()).toEqual({ deleted: [], failed: 0, isClockDoubted: false })
  expect(filesIn(folder)).toEqual([digest])
})

const DAY_MS = 24 * 60 * 60 * 1000

describe('after thirteen months', () => {
  const now = Date.UTC(2027, 2, 31, 12)
  const order = { uses: [], keep: new Set<string>(), lastBegunAt: now - DAY_MS, now }

  test('a document goes, not a day earlier, and not while it is to be kept', async () => {
    const folder = makeFolder()
    const [old, young, wanted] = [
      await stored(folder, '<p>1'),
      await stored(folder, '<p>2'),
      await stored(folder, '<p>3'),
    ]
    const [before, after] = [Date.UTC(2026, 0, 31, 23), Date.UTC(2026, 1, 1)]
    const uses = [
      { digest: old, at: before },
      { digest: young, at: after },
      { digest: wanted, at: before },
    ]
    const report = await createDocumentStore(folder).purge({ ...order, uses, keep: new Set([wanted]) })
    expect(report).toEqual({ deleted: [old], failed: 0, isClockDoubted: false })
    expect(filesIn(folder).toSorted()).toEqual([young, wanted].toSorted())
  })

  test('a document that a later payment names too stays', async () => {
    const folder = makeFolder()
    const digest = await stored(folder)
    const uses = [
      { digest, at: now - DAY_MS },
      { digest, at: 0 },
    ]
    expect(await createDocumentStore(folder).purge({ ...order, uses })).toMatchObject({ deleted: [] })
  })

  test('a document that nothing names goes by its own age', async () => {
    const folder = makeFolder()
    const [old, young] = [await stored(folder, '<p>1'), await stored(folder, '<p>2')]
    utimesSync(fileOf(folder, old), new Date(Date.UTC(2026, 0, 1)), new Date(Date.UTC(2026, 0, 1)))
    utimesSync(fileOf(folder, young), new Date(now), new Date(now))
    const report = await createDocumentStore(folder).purge(order)
    expect(report).toEqual({ deleted: [old], failed: 0, isClockDoubted: false })
  })

  test('nothing goes when the clock cannot be right', async () => {
    const folder = makeFolder()
    const digest = await stored(folder)
    const store = createDocumentStore(folder)
    for (const lastBegunAt of [now - 400 * DAY_MS, now + 400 * DAY_MS, null]) {
      const purged = await store.purge({ ...order, uses: [{ digest, at: 0 }], lastBegunAt })
      expect(purged).toEqual({ deleted: [], failed: 0, isClockDoubted: true })
    }
    expect(filesIn(folder)).toEqual([digest])
  })

  test('what cannot be deleted is counted, and the rest goes', async () => {
    const folder = makeFolder()
    const digest = await stored(folder)
    const wanted = { ...order, uses: [{ digest, at: 0 }] }
    expect(await createDocumentStore(folder, failing('rm', 'EPERM')).purge(wanted)).toMatchObject({ failed: 1 })
    expect(await createDocumentStore(folder).purge(wanted)).toMatchObject({ deleted: [digest] })
  })

  test('a folder that cannot be looked into is counted', async () => {
    const folder = makeFolder()
    await stored(folder)
    const purged = await createDocumentStore(folder, failing('readdir', 'EACCES')).purge(order)
    expect(purged).toEqual({ deleted: [], failed: 1, isClockDoubted: false })
  })

  test('a till without documents has nothing to delete', async () => {
    const purged = await createDocumentStore(makeFolder()).purge(order)
    expect(purged).toEqual({ deleted: [], failed: 0, isClockDoubted: false })
  })
})
