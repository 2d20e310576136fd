import { expect, test } from 'vitest'
import { referenceSchema, requestKeySchema } from '../../../shared/ids.ts'
import { aSale } from '../../../shared/testing/transactions.ts'
import type { Intent } from '../../../shared/transaction/intent.ts'
import { createHandClock } from '../../testing/hand-clock.ts'
import { createMemoryDisk, openMemoryJournal, type Commit } from '../../testing/memory-journal.ts'
import type { SubmitEvent, SubmitRequest } from '../handpoint/answers.ts'
import { createKeylessClient } from '../handpoint/keyless.ts'
import type { Log } from '../ports.ts'
import { createCallbackSink } from './callback-sink.ts'
import { createEngine } from './engine.ts'

const ignore = (): void => undefined
const log: Log = { info: ignore, warn: ignore, error: ignore }
const anotherSale: Intent = {
  ...aSale,
  reference: referenceSchema.parse('0b7c1d5e-4c6f-4b8a-9d2e-6f1a2b3c4d5e'),
  requestKey: requestKeySchema.parse('1c8d2e6f-5d70-4c9b-8e3f-7a2b3c4d5e6f'),
  terminal: { serialNumber: '082104579', terminalType: 'PAXA920PRO' },
}

/** An engine whose requests wait for their turn until the trial answers, on a journal whose commits go as the trial says. */
function start() {
  const answer = Promise.withResolvers<SubmitEvent>()
  const trial = { fate: 'done' as Commit, submitted: [] as SubmitRequest[], failures: 0, answer: answer.resolve }
  const journal = openMemoryJournal(createMemoryDisk(), { onCommit: () => trial.fate })
  const { clock } = createHandClock()
  const onJournalFailure = (): void => void (trial.failures += 1)
  const engine = createEngine({
    journal,
    client: {
      ...createKeylessClient(),
      submit(request) {
        trial.submitted.push(request)
        return answer.promise
      },
    },
    clock,
    log,
    till: 'till-1',
    rereadAboveMinor: Number.MAX_SAFE_INTEGER,
    onResult: ignore,
    onChange: ignore,
    onContact: ignore,
    onPlan: ignore,
    onJournalFailure,
    onRefusal: ignore,
  })
  return { trial, journal, engine, clock, onJournalFailure }
}

test('a request that waits for its turn does not leave any more once the journal was closed (safety R15)', () => {
  const { trial, engine } = start()
  expect(engine.start(aSale).ok).toBe(true)
  expect(trial.submitted[0]?.mayLeave?.()).toBe(true)
  trial.fate = 'failBefore'
  expect(engine.start(anotherSale).ok).toBe(false)
  expect(trial.submitted).toHaveLength(1)
  expect(trial.submitted[0]?.mayLeave?.()).toBe(false)
})

test('what cannot be an intent is refused and not sent, and the till goes on selling', () => {
  const { trial, engine } = start()
  expect(engine.start({ ...aSale, customerReference: 'x'.repeat(51) })).toMatchObject({ error: { code: 'malformed' } })
  expect([trial.submitted, trial.failures]).toEqual([[], 0])
  expect(engine.start(anotherSale).ok).toBe(true)
  expect(trial.submitted).toMatchObject([{ intent: { reference: anotherSale.reference } }])
})

test('what cannot be a fact is refused, and what waits for its turn still leaves', () => {
  const { trial, engine } = start()
  engine.start(aSale)
  const refused = { type: 'documentRefused', kind: 'signature', url: null, because: 'x'.repeat(201) } as const
  expect(engine.noteDocument(aSale.reference, refused)).toMatchObject({ error: { code: 'malformed' } })
  expect(trial.failures).toBe(0)
  expect(trial.submitted[0]?.mayLeave?.()).toBe(true)
  expect(engine.noteDocument(aSale.reference, { ...refused, because: 'tooLarge' }).ok).toBe(true)
})

test('an answer that cannot be a fact leaves its payment in doubt and not for ever just begun', async () => {
  const { trial, journal, engine } = start()
  engine.start(aSale)
  trial.answer({ type: 'requestUnsent', text: 'x'.repeat(1001) })
  await engine.close()
  expect(journal.readRow(aSale.reference)).toMatchObject({ value: { state: { status: 'checking' } } })
  expect(trial.failures).toBe(0)
})

test('a closed journal is a failure of the journal, whatever is asked of it (safety R15)', () => {
  const { trial, journal, engine } = start()
  journal.close()
  expect(engine.start({ ...aSale, amountMinor: 0.5 })).toMatchObject({ error: { code: 'unavailable' } })
  expect(trial.failures).toBe(1)
})

test.each([
  ['fits nothing', { finStatus: 'AUTHORISED', transactionReference: anotherSale.reference }],
  ['nobody can read', { finStatus: 'PERHAPS' }],
])('a result that %s and cannot be kept is told of as a failure of the journal', (_, result) => {
  const { trial, journal, engine, clock, onJournalFailure } = start()
  const sink = createCallbackSink({ journal, engine, clock, log, onOrphan: ignore, onJournalFailure })
  expect(engine.start(aSale).ok).toBe(true)
  trial.fate = 'failBefore'
  expect(sink.deliver(aSale.reference, JSON.stringify(result))).toBe('unavailable')
  expect(trial.failures).toBe(1)
})
