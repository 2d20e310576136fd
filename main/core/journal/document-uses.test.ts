import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { digestSchema } from '../../../shared/ids.ts'
import { readDocumentUses } from './document-uses.ts'
import { FILE_NAME, makeFolder, newIntent, openIn, record, reported, unwrap } from './journal-fixture.ts'

const digestOf = (letter: string) => digestSchema.parse(letter.repeat(64))
const kept = (letter: string) =>
  record({ type: 'documentKept', kind: 'signature', url: null, digest: digestOf(letter) }, { at: 1_790_000_002_000 })

it('tells which documents are named, when they were, and when the newest operation began', () => {
  const folder = makeFolder()
  const journal = openIn(folder)
  const { intent } = unwrap(journal.begin(newIntent({ createdAt: 1_790_000_000_500 })))
  unwrap(journal.append(intent.reference, [record(reported('AUTHORISED')), kept('a'), kept('b')]))

  expect(unwrap(readDocumentUses(join(folder, FILE_NAME), 0))).toEqual({
    uses: ['a', 'b'].map((letter) => ({ digest: digestOf(letter), at: 1_790_000_002_000 })),
    lastBegunAt: 1_790_000_000_500,
    next: null,
  })
  expect(unwrap(readDocumentUses(join(folder, FILE_NAME), 3)).uses).toMatchObject([{ digest: digestOf('b') }])
})

it('is read part by part, with nothing left out and nothing twice', () => {
  const folder = makeFolder()
  const journal = openIn(folder)
  const digests = Array.from({ length: 2100 }, (_, index) => digestSchema.parse(index.toString(16).padStart(64, '0')))
  for (let from = 0; from < digests.length; from += 50) {
    const terminal = { serialNumber: String(from), terminalType: 'PAXA920' }
    const { intent } = unwrap(journal.begin(newIntent({ terminal })))
    const events = digests
      .slice(from, from + 50)
      .map((digest) => record({ type: 'documentKept', kind: 'signature', url: null, digest }))
    unwrap(journal.append(intent.reference, events))
  }

  const first = unwrap(readDocumentUses(join(folder, FILE_NAME), 0))
  const second = unwrap(readDocumentUses(join(folder, FILE_NAME), first.next ?? 0))
  expect([first.next, second.next]).toEqual([2000, null])
  expect([...first.uses, ...second.uses].map(({ digest }) => digest)).toEqual(digests)
})

it('a journal without operations names nothing', () => {
  const folder = makeFolder()
  openIn(folder)
  expect(unwrap(readDocumentUses(join(folder, FILE_NAME), 0))).toEqual({ uses: [], lastBegunAt: null, next: null })
})

it('a file that cannot be read is an answer', () => {
  const folder = makeFolder()
  const file = join(folder, FILE_NAME)
  expect(readDocumentUses(file, 0)).toMatchObject({ error: { code: 'unavailable' } })
  writeFileSync(file, 'no journal at all')
  expect(readDocumentUses(file, 0)).toMatchObject({ error: { code: 'unavailable' } })
})
