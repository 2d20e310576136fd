import { expect, it } from 'vitest'
import { digestSchema, requestKeySchema, type Reference } from '../../shared/ids.ts'
import type { RecordedEvent, TransactionEvent } from '../../shared/transaction/events.ts'
import type { Intent } from '../../shared/transaction/intent.ts'
import type { Journal } from '../core/journal/journal.ts'
import { makeFolder, newIntent, openIn, record, reported } from '../core/journal/journal-fixture.ts'
import { drawLots, type Lots } from './lots.ts'
import { createMemoryDisk, openMemoryJournal } from './memory-journal.ts'

const DIGEST_OF_PATH = 'ab'.repeat(32)

/** One random act on a journal, and everything that can be read after it. */
function act(journal: Journal, { intent, reference, facts }: Step): unknown[] {
  return [
    intent === null ? journal.append(reference, facts) : journal.begin(intent),
    journal.readTransaction(reference),
    journal.readRow(reference),
    journal.readTimeline(reference),
    journal.readStanding(reference),
    journal.listLinked(reference),
    journal.listOpen(),
    journal.listToFollowUp(),
    journal.listWithDocuments(),
    journal.listPage(null, 3),
  ]
}

interface Step {
  intent: Intent | null
  reference: Reference
  facts: RecordedEvent[]
}

const TERMINALS = [
  { serialNumber: '082104578', terminalType: 'PAXA920' },
  { serialNumber: '082104579', terminalType: 'PAXA920PRO' },
]
const EVENTS: readonly TransactionEvent[] = [
  reported('AUTHORISED', { transactionId: 'id-1' }),
  reported('DECLINED'),
  reported('CANCELLED'),
  { type: 'terminalUndecided' },
  { type: 'followUpEnded', resultsKnown: 0 },
  { type: 'rulesExhausted' },
  { type: 'contactLost', episode: 1 },
  { type: 'contactRegained', episode: 1 },
  { type: 'requestUnsent', text: 'no connection' },
  { type: 'cancelRequested', attempt: 1 },
  { type: 'documentNamed', kind: 'customerReceipt', url: 'https://receipts.test/1' },
]

function drawStep(lots: Lots, begun: Intent[]): Step {
  const known = begun.length === 0 ? null : lots.pick(begun)
  if (known === null || lots.chance(0.3)) {
    const intent = drawIntent(lots, known, begun)
    begun.push(intent)
    return { intent, reference: intent.reference, facts: [] }
  }
  const facts = Array.from({ length: 1 + lots.below(3) }, () =>
    record(lots.pick(EVENTS), { at: 1_790_000_000_000 + lots.below(1_000) }),
  )
  return { intent: null, reference: known.reference, facts }
}

function drawIntent(lots: Lots, known: Intent | null, begun: readonly Intent[]): Intent {
  const createdAt = 1_790_000_000_000 + lots.below(5)
  const terminal = lots.pick(TERMINALS)
  const fresh = newIntent({ terminal, createdAt })
  if (known === null) return fresh
  const roll = lots.unit()
  // The same press, the same reference, another attempt, and something linked to it.
  if (roll < 0.15) return { ...fresh, requestKey: known.requestKey }
  if (roll < 0.25) return { ...fresh, reference: known.reference }
  if (roll < 0.5) return { ...fresh, attemptOf: known.reference, amountMinor: known.amountMinor }
  if (roll > 0.75) return fresh
  const original = { reference: lots.pick(begun).reference, transactionId: 'id-1', filedUnder: null }
  const operation = lots.pick(['refund', 'saleReversal'] as const)
  return { ...fresh, operation, original, amountMinor: lots.pick([1000, 4500]) }
}

it.each(Array.from({ length: 12 }, (_, seed) => seed))(
  'a journal in memory answers as one on a disk does, through random day %i',
  (seed) => {
    const lots = drawLots(seed)
    const real = openIn(makeFolder())
    const inMemory = openMemoryJournal(createMemoryDisk())
    const begun: Intent[] = []
    for (let nth = 0; nth < 40; nth += 1) {
      const step = drawStep(lots, begun)
      expect(act(inMemory, step), JSON.stringify(step)).toEqual(act(real, step))
    }
  },
)

it('an orphan and a callback are found again, once each', () => {
  const intent = newIntent({
    callback: { pathDigest: asDigest(DIGEST_OF_PATH), tokenDigest: asDigest(DIGEST_OF_PATH) },
  })
  const answers = [openIn(makeFolder()), openMemoryJournal(createMemoryDisk())].map((journal) => {
    const orphan = {
      digest: asDigest('cd'.repeat(32)),
      receivedAt: 1_790_000_000_000,
      tokenReference: intent.reference,
      bodyReference: 'of another\ud800\0 till',
      reason: 'unknownReference',
      payload: { finStatus: 'AUTHORISED', totalAmountMinor: 4500 },
    }
    const unreadable = { ...orphan, reason: 'unreadable' }
    return [
      journal.begin(intent),
      journal.readCallbackOwner(asDigest(DIGEST_OF_PATH)),
      journal.readCallbackOwner(asDigest('00'.repeat(32))),
      journal.readByRequestKey(intent.requestKey),
      journal.readByRequestKey(requestKeySchema.parse('7b4be4f5-4a7e-4d06-8f0c-2f4f3f1f0001')),
      journal.recordOrphan(orphan),
      journal.recordOrphan(orphan),
      journal.listOrphans(5),
      journal.countOrphans('unknownReference'),
      ...'1234567'
        .split('')
        .map((digit) => journal.recordOrphan({ ...unreadable, digest: asDigest(digit.repeat(64)) })),
      journal.recordOrphan({ ...unreadable, digest: asDigest('ef'.repeat(32)), tokenReference: null }),
      journal.countOrphans('unreadable'),
      journal.countOrphans('unknownReference'),
    ]
  })
  expect(answers[1]).toEqual(answers[0])
})

it('what a crash left on the disk is there for the next journal, and what was not acknowledged may be', () => {
  const disk = createMemoryDisk()
  const intent = newIntent()
  openMemoryJournal(disk).begin(intent)
  const failing = openMemoryJournal(disk, { onCommit: () => 'failAfter' })
  expect(failing.append(intent.reference, [record(reported('DECLINED'))])).toMatchObject({ ok: false })
  expect(failing.readRow(intent.reference)).toMatchObject({ ok: false, error: { code: 'unavailable' } })
  expect(openMemoryJournal(disk).readRow(intent.reference)).toMatchObject({ value: { state: { status: 'declined' } } })
})

it('a failed commit that did not take effect is not on the disk', () => {
  const disk = createMemoryDisk()
  const intent = newIntent()
  expect(openMemoryJournal(disk, { onCommit: () => 'failBefore' }).begin(intent)).toMatchObject({ ok: false })
  expect(openMemoryJournal(disk).readRow(intent.reference)).toEqual({ ok: true, value: null })
})

function asDigest(text: string): NonNullable<Intent['callback']>['pathDigest'] {
  return digestSchema.parse(text)
}
