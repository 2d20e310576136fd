import { afterEach, describe, expect, it } from 'vitest'
import type { TransactionEvent } from '../../shared/transaction/events.ts'
import type { Intent } from '../../shared/transaction/intent.ts'
import { digestSchema } from '../../shared/ids.ts'
import { err, ok } from '../../shared/result.ts'
import { aLinkedRefund, aSale, reported, unanswered } from '../../shared/testing/transactions.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { createMemoryDisk, openMemoryJournal } from '../testing/memory-journal.ts'
import { createRig, type Rig } from '../testing/rig.ts'
import { createDocumentRetention } from './document-retention.ts'
import type { DocumentUses } from './journal/document-uses.ts'
import type { PurgeOrder, PurgeReport } from './receipts/purge-documents.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

describe('a till that is fourteen months older', () => {
  let rig: Rig
  afterEach(() => rig.dispose())

  it('has deleted the receipt and the signature of then, and says so; it still builds a receipt', async () => {
    rig = await createRig(
      { behaviour: { receipts: 'html', signature: 'base64', verification: 'SIGNATURE' } },
      { takesCallbacks: true },
    )
    const sell = async (): Promise<string> => {
      const { reference } = await rig.till().charge()
      await rig.clock.advance(MINUTE_MS)
      return reference
    }
    const read = (reference: string, kind: string): Promise<unknown> =>
      rig.till().call('document:read', { reference, kind })
    const old = await sell()
    await expect.poll(() => read(old, 'customerReceipt')).toMatchObject({ value: { origin: 'terminal' } })
    await expect.poll(() => read(old, 'signature')).toMatchObject({ value: { type: 'image' } })
    rig.kill()
    await rig.clock.advance(430 * DAY_MS)
    await rig.start()
    // One that has the signature of then would keep it.
    rig.simulator.control.setOptions({ signature: 'none', verification: 'NOT_REQUIRED' })
    const recent = await sell()
    // Files are written in real time: what is half written now would look a year old to this clock.
    for (const kind of ['customerReceipt', 'merchantReceipt'])
      await expect.poll(() => read(recent, kind)).toMatchObject({ value: { origin: 'terminal' } })
    expect(await read(old, 'customerReceipt')).toMatchObject({ value: { origin: 'terminal' } })

    await rig.clock.advance(5 * MINUTE_MS)
    await expect
      .poll(() => read(old, 'customerReceipt'))
      .toMatchObject({ value: { type: 'html', origin: 'built', isExpired: true } })
    await expect.poll(() => read(old, 'signature')).toMatchObject({ ok: true, value: { type: 'expired' } })
    expect(await read(recent, 'customerReceipt')).toMatchObject({ value: { origin: 'terminal', isExpired: false } })
  })
})

const NOTHING_FAILED: PurgeReport = { deleted: [], failed: 0, isClockDoubted: false }

/** The retention alone, over a journal that is not on a disk. */
function tryRetention(operations: { intent: Intent; facts: TransactionEvent[] }[] = []) {
  const { clock, advance } = createHandClock()
  const journal = openMemoryJournal(createMemoryDisk())
  for (const { intent, facts } of operations) {
    journal.begin(intent)
    journal.append(
      intent.reference,
      facts.map((event) => ({ at: intent.createdAt, source: 'resultQuery', event })),
    )
  }
  const orders: PurgeOrder[] = []
  const logged: string[] = []
  const answers: ReturnType<Parameters<typeof createDocumentRetention>[0]['readUses']>[] = []
  const note = (event: string): void => void logged.push(event)
  const retention = createDocumentRetention({
    journal,
    readUses: () => answers.shift() ?? ok({ uses: [], lastBegunAt: clock.now(), next: null }),
    store: {
      purge(order) {
        orders.push(order)
        return Promise.resolve(NOTHING_FAILED)
      },
    },
    clock,
    log: { info: note, warn: note, error: note },
  })
  return { clock, advance, journal, orders, logged, answers, retention }
}

const digestOf = (letter: string) => digestSchema.parse(letter.repeat(64))
const kept = (letter: string): TransactionEvent => ({
  type: 'documentKept',
  kind: 'customerReceipt',
  url: null,
  digest: digestOf(letter),
})

describe('the retention', () => {
  it('looks soon after the start, then every day, and not once it was stopped', async () => {
    const { clock, advance, orders, retention } = tryRetention()
    retention.start()
    await advance(MINUTE_MS)
    expect(orders).toHaveLength(0)
    await advance(4 * MINUTE_MS)
    expect(orders).toHaveLength(1)
    await advance(2 * DAY_MS)
    expect(orders.map(({ now }) => now)).toEqual([0, 1, 2].map((day) => clock.now() - (2 - day) * DAY_MS))
    retention.stop()
    await advance(3 * DAY_MS)
    expect(orders).toHaveLength(3)
  })

  it('reads the journal part by part and brings all of it to the purge', async () => {
    const { advance, orders, answers, retention } = tryRetention()
    const part = (digest: string, next: number | null): DocumentUses => ({
      uses: [{ digest, at: 1 }],
      lastBegunAt: 7,
      next,
    })
    answers.push(ok(part('one', 2000)), ok(part('two', null)))
    retention.start()
    await advance(6 * MINUTE_MS)
    expect(orders).toMatchObject([{ uses: [{ digest: 'one' }, { digest: 'two' }], lastBegunAt: 7 }])
  })

  it('keeps what belongs to an operation that is not over, and to the one that it changes', async () => {
    const { advance, orders, retention } = tryRetention([
      { intent: aSale, facts: [reported('AUTHORISED'), kept('a')] },
      { intent: aLinkedRefund, facts: [unanswered, kept('b')] },
    ])
    retention.start()
    await advance(6 * MINUTE_MS)
    expect(orders.map(({ keep }) => keep)).toEqual([new Set([digestOf('a'), digestOf('b')])])
  })

  it('lets what is over go', async () => {
    const { advance, orders, retention } = tryRetention([{ intent: aSale, facts: [reported('AUTHORISED'), kept('a')] }])
    retention.start()
    await advance(6 * MINUTE_MS)
    expect(orders.map(({ keep }) => keep)).toEqual([new Set()])
  })

  it('deletes nothing while the journal cannot be read, says so, and tries again the next day', async () => {
    const { advance, orders, logged, answers, retention } = tryRetention()
    answers.push(err({ code: 'unavailable', text: 'the disk is away' }))
    retention.start()
    await advance(6 * MINUTE_MS)
    expect([orders, logged]).toEqual([[], ['documents.purgeFailed']])
    await advance(DAY_MS)
    expect([orders.length, logged.at(-1)]).toEqual([1, 'documents.purged'])
  })

  it('deletes nothing while it cannot know what is open', async () => {
    const { advance, journal, orders, logged, retention } = tryRetention()
    journal.close()
    retention.start()
    await advance(6 * MINUTE_MS)
    expect([orders, logged]).toEqual([[], ['documents.purgeFailed']])
  })
})
