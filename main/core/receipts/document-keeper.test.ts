import { describe, expect, test } from 'vitest'
import { referenceSchema } from '../../../shared/ids.ts'
import { err, ok } from '../../../shared/result.ts'
import { createHandClock } from '../../testing/hand-clock.ts'
import {
  createDocumentKeeper,
  type KeptDocument,
  type PendingDocument,
  type RefusedDocument,
} from './document-keeper.ts'
import type { DocumentContent } from './document-source.ts'
import type { DocumentStore, StoreFlaw } from './document-store.ts'
import type { FetchFlaw, GuardedFetch } from './guarded-fetch.ts'
import { png } from './image-fixture.ts'

const REFERENCE = referenceSchema.parse('0f3f3c0e-3f5e-4b6e-8b0e-0123456789ab')
const URL_OF_RECEIPT = 'https://receipts.handpoint.com/receipts/1/customer.html'
const HTML = '<p>45.00</p>'
const [MINUTE, HOUR] = [60_000, 3_600_000]

type Answer = Awaited<ReturnType<GuardedFetch>>
const found: Answer = ok({ bytes: Buffer.from(HTML), charset: 'utf-8' })
const lost = (because: FetchFlaw = 'network'): Answer => err({ because, mayRetry: true })

/** A till's documents over a network, a disk and a journal that do what the test says. */
function createTill(startMs = 1_000_000_000) {
  const time = createHandClock(startMs)
  const till = {
    time,
    answer: (): Answer | Promise<Answer> => found,
    fetches: [] as { atMs: number; url: string; kind: string }[],
    storeFlaw: null as StoreFlaw | null,
    isMasked: false,
    canNote: true,
    stored: [] as DocumentContent[],
    pending: [] as PendingDocument[],
    noted: [] as (KeptDocument | RefusedDocument)[],
    told: [] as (KeptDocument | RefusedDocument)[],
    logged: [] as string[],
    open,
  }
  const store: Pick<DocumentStore, 'put'> = {
    put(content) {
      if (till.storeFlaw !== null) return Promise.resolve(err(till.storeFlaw))
      till.stored.push(content)
      return Promise.resolve(ok({ digest: `digest ${till.stored.length}`, isMasked: till.isMasked }))
    },
  }
  const note = (document: KeptDocument | RefusedDocument): boolean => {
    if (till.canNote) till.noted.push(document)
    return till.canNote
  }
  function open() {
    return createDocumentKeeper({
      journal: { pending: () => till.pending, noteKept: note, noteRefused: note },
      store,
      fetch: async ({ url, kind }) => {
        till.fetches.push({ atMs: time.clock.monotonicMs(), url, kind })
        return await till.answer()
      },
      clock: time.clock,
      log: {
        info: (event) => till.logged.push(event),
        warn: (event) => till.logged.push(event),
        error: (event) => till.logged.push(event),
      },
      onKept: (document) => till.told.push(document),
      onRefused: (document) => till.told.push(document),
    })
  }
  return till
}

const keptReceipt = {
  reference: REFERENCE,
  kind: 'customerReceipt',
  digest: 'digest 1',
  origin: 'url',
  url: URL_OF_RECEIPT,
}

describe('what a result names', () => {
  test('is kept: its inline documents at once, its addresses once fetched', async () => {
    const till = createTill()
    const signatureUrl = png().toString('base64')
    till.open().keep(REFERENCE, { customerReceipt: URL_OF_RECEIPT, merchantReceipt: HTML, signature: signatureUrl })
    expect(till.fetches).toEqual([])
    await till.time.advance(0)
    expect(till.fetches).toEqual([{ atMs: 0, url: URL_OF_RECEIPT, kind: 'customerReceipt' }])
    expect(till.stored.map(({ type }) => type).toSorted()).toEqual(['receipt', 'receipt', 'signature'])
    expect(till.noted.map(({ kind }) => kind).toSorted()).toEqual(['customerReceipt', 'merchantReceipt', 'signature'])
    expect(till.noted).toContainEqual(expect.objectContaining({ kind: 'merchantReceipt', origin: 'inline', url: null }))
    expect(till.told).toEqual(till.noted)
    expect(till.time.timers()).toBe(0)
  })

  test('may be nothing', async () => {
    const till = createTill()
    till.open().keep(REFERENCE, { customerReceipt: '', merchantReceipt: null })
    await till.time.advance(72 * HOUR)
    expect([till.fetches, till.noted, till.logged]).toEqual([[], [], []])
  })

  test('is fetched once, however often it is named', async () => {
    const till = createTill()
    const keeper = till.open()
    keeper.keep(REFERENCE, { customerReceipt: URL_OF_RECEIPT })
    keeper.keep(REFERENCE, { customerReceipt: URL_OF_RECEIPT })
    await till.time.advance(0)
    keeper.keep(REFERENCE, { customerReceipt: URL_OF_RECEIPT })
    keeper.resume()
    await till.time.advance(72 * HOUR)
    expect(till.fetches).toHaveLength(1)
    expect(till.noted).toEqual([keptReceipt])
  })

  test('is refused for good when it is no document', async () => {
    const till = createTill()
    till.open().keep(REFERENCE, { customerReceipt: 'file:///etc/passwd', signature: '<svg/>' })
    await till.time.advance(72 * HOUR)
    expect(till.noted).toEqual([
      { reference: REFERENCE, kind: 'customerReceipt', because: 'notADocument', url: null },
      { reference: REFERENCE, kind: 'signature', because: 'notBase64', url: null },
    ])
    expect(till.told).toEqual(till.noted)
  })

  test('is refused for good when what lies there is no document', async () => {
    const till = createTill()
    till.answer = () => ok({ bytes: Buffer.from('It works!'), charset: 'utf-8' })
    till.open().keep(REFERENCE, { customerReceipt: URL_OF_RECEIPT })
    await till.time.advance(72 * HOUR)
    expect(till.fetches).toHaveLength(1)
    expect(till.noted).toEqual([
      { reference: REFERENCE, kind: 'customerReceipt', because: 'notADocument', url: URL_OF_RECEIPT },
    ])
  })

  test('raises an alarm when it held a full card number', async () => {
    const till = createTill()
    till.isMasked = true
    till.open().keep(REFERENCE, { customerReceipt: HTML })
    await till.time.advance(0)
    expect(till.logged).toContain('document.cardNumberMasked')
  })
})

describe('a document that cannot be had', () => {
  test('is asked for again after 5 s, 30 s, 5 min and 1 h, then every 6 h for two days', async () => {
    const till = createTill()
    till.answer = () => lost('hostBusy')
    till.open().keep(REFERENCE, { customerReceipt: URL_OF_RECEIPT })
    await till.time.advance(100 * HOUR)
    const waits = till.fetches.map(({ atMs }, index) => atMs - (till.fetches[index - 1]?.atMs ?? 0))
    expect(waits).toEqual([0, 5_000, 30_000, 5 * MINUTE, HOUR, ...Array.from({ length: 7 }, () => 6 * HOUR)])
    expect(till.noted).toEqual([
      { reference: REFERENCE, kind: 'customerReceipt', because: 'hostBusy', url: URL_OF_RECEIPT },
    ])
    expect(till.told).toEqual(till.noted)
    expect(till.time.timers()).toBe(0)
  })

  test('is kept as soon as it can be had, and then left alone', async () => {
    const till = createTill()
    till.answer = () => (till.fetches.length < 4 ? lost() : found)
    till.open().keep(REFERENCE, { customerReceipt: URL_OF_RECEIPT })
    await till.time.advance(100 * HOUR)
    expect(till.fetches).toHaveLength(4)
    expect(till.noted).toEqual([keptReceipt])
  })

  test('is not asked for again when the answer is final', async () => {
    const till = createTill()
    till.answer = () => err({ because: 'redirect', mayRetry: false })
    till.open().keep(REFERENCE, { customerReceipt: URL_OF_RECEIPT })
    await till.time.advance(100 * HOUR)
    expect(till.fetches).toHaveLength(1)
    expect(till.noted).toEqual([
      { reference: REFERENCE, kind: 'customerReceipt', because: 'redirect', url: URL_OF_RECEIPT },
    ])
  })

  test('because the disk is full is kept when there is room again, inline ones too', async () => {
    const till = createTill()
    till.storeFlaw = 'diskFull'
    till.open().keep(REFERENCE, { customerReceipt: URL_OF_RECEIPT, merchantReceipt: HTML })
    await till.time.advance(MINUTE)
    expect(till.noted).toEqual([])
    till.storeFlaw = null
    await till.time.advance(10 * MINUTE)
    expect(till.noted.map(({ kind }) => kind).toSorted()).toEqual(['customerReceipt', 'merchantReceipt'])
  })

  test('because the journal does not take it is noted later', async () => {
    const till = createTill()
    till.canNote = false
    till.open().keep(REFERENCE, { customerReceipt: URL_OF_RECEIPT })
    await till.time.advance(6_000)
    expect(till.told).toEqual([])
    till.canNote = true
    await till.time.advance(MINUTE)
    expect(till.told).toEqual([{ ...keptReceipt, digest: 'digest 3' }])
  })
})

describe('after a restart', () => {
  const pending = (namedAt: number): PendingDocument => ({
    reference: REFERENCE,
    kind: 'customerReceipt',
    url: URL_OF_RECEIPT,
    namedAt,
  })

  test('what the journal says is pending is taken up again', async () => {
    const till = createTill()
    till.pending = [pending(till.time.clock.now() - HOUR)]
    till.open().resume()
    await till.time.advance(0)
    expect(till.noted).toEqual([keptReceipt])
  })

  test('the two days go on, but the first hour is tried in any case', async () => {
    const age = (namedAgoMs: number) => {
      const till = createTill()
      till.answer = () => lost()
      till.pending = [pending(till.time.clock.now() - namedAgoMs)]
      till.open().resume()
      return till
    }
    const [day, month] = [age(24 * HOUR), age(31 * 24 * HOUR)]
    await day.time.advance(200 * HOUR)
    expect(day.fetches).toHaveLength(5 + 3)
    await month.time.advance(200 * HOUR)
    expect(month.fetches).toHaveLength(5)
    expect(month.noted).toHaveLength(1)
  })

  test('a clock that was set back since makes nothing wait longer', async () => {
    const till = createTill()
    till.pending = [pending(till.time.clock.now() + 1000 * HOUR)]
    till.answer = () => lost()
    till.open().resume()
    await till.time.advance(49 * HOUR)
    expect(till.noted).toHaveLength(1)
  })
})

describe('beside payments', () => {
  const urlOf = (index: number): string => `${URL_OF_RECEIPT}?${index}`
  const named = (till: ReturnType<typeof createTill>): string[] => till.fetches.map(({ url }) => url.slice(-2))

  test('no more than two documents are fetched at a time', async () => {
    const till = createTill()
    const release: ((answer: Answer) => void)[] = []
    till.answer = () => new Promise((resolve) => release.push(resolve))
    const keeper = till.open()
    for (let index = 0; index < 5; index += 1) keeper.keep(REFERENCE, { customerReceipt: urlOf(index) })
    await till.time.advance(0)
    expect(named(till)).toEqual(['?0', '?1'])
    release[0]?.(found)
    await till.time.advance(0)
    expect(named(till)).toEqual(['?0', '?1', '?2'])
    for (let round = 1; round < 5; round += 1) {
      release[round]?.(found)
      await till.time.advance(0)
    }
    expect(till.noted).toHaveLength(5)
  })

  test('the receipt of the customer who is still there overtakes those that failed before', async () => {
    const till = createTill()
    const keeper = till.open()
    till.answer = () => lost()
    for (let index = 0; index < 4; index += 1) keeper.keep(REFERENCE, { customerReceipt: urlOf(index) })
    await till.time.advance(0)
    const release: ((answer: Answer) => void)[] = []
    till.answer = () => new Promise((resolve) => release.push(resolve))
    await till.time.advance(5_000)
    keeper.keep(REFERENCE, { customerReceipt: urlOf(9) })
    await till.time.advance(0)
    expect(named(till).slice(4)).toEqual(['?0', '?1'])
    release[0]?.(found)
    await till.time.advance(0)
    expect(named(till).slice(6)).toEqual(['?9'])
  })

  test('a till that closes begins and notes nothing more', async () => {
    const till = createTill()
    const release: ((answer: Answer) => void)[] = []
    till.answer = () => new Promise((resolve) => release.push(resolve))
    const keeper = till.open()
    for (let index = 0; index < 3; index += 1) keeper.keep(REFERENCE, { customerReceipt: urlOf(index) })
    await till.time.advance(0)
    keeper.close()
    release[0]?.(found)
    release[1]?.(err({ because: 'redirect', mayRetry: false }))
    keeper.keep(REFERENCE, { customerReceipt: urlOf(4) })
    await till.time.advance(100 * HOUR)
    expect(till.fetches).toHaveLength(2)
    expect([till.noted, till.told]).toEqual([[], []])
  })
})
