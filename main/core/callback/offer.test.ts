import { describe, expect, test } from 'vitest'
import { handClock, openListener, recordingLog, SETTINGS, statusOf } from './callback-fixture.ts'
import type { CallbackHealth, CallbackWarning } from './health.ts'
import { toCallbackHealth } from './offer.ts'
import { createTally } from './tally.ts'
import { OTHER_SALE, resultBody, SALE } from './trial-letters.ts'

const NOTHING = { strangers: 0, otherName: 0, unusable: 0, notSaved: 0, connections: 0 }
const END = Date.UTC(2026, 0, 26)

function told(warnings: readonly CallbackWarning[]) {
  const health: CallbackHealth = {
    status: 'listening',
    address: '127.0.0.1',
    port: 8790,
    tls: true,
    certificateEndsAt: END,
    warnings,
  }
  const { counters } = createTally(handClock().clock, recordingLog().log, () => undefined)
  return toCallbackHealth({ health: () => health, counters })
}

describe('what the page is told of the listener', () => {
  test('that it is off, and nothing more', () => {
    const { counters } = createTally(handClock().clock, recordingLog().log, () => undefined)
    expect(toCallbackHealth({ health: () => ({ status: 'off' }), counters })).toEqual({ status: 'off' })
  })

  test('that it listens, with whatever a manager has to see to', () => {
    const quiet = { stored: 0, refused: NOTHING, foreign: null }
    const warnings = ['plainHttp', 'certificateEndsSoon'] as const
    expect(told(warnings)).toEqual({ status: 'listening', certificateEndsAt: END, warnings, traffic: quiet })
    expect(told([])).toMatchObject({ status: 'listening', warnings: [] })
  })

  test.each(['certificateSelfSigned', 'certificateForOtherName'] as const)(
    'that no terminal will talk to it: %s',
    (because) => {
      expect(told(['plainHttp', because])).toMatchObject({ status: 'failed', because })
    },
  )

  test('what came to it, also while it fails', async () => {
    const { listener, post } = await openListener()
    expect(statusOf(await post())).toBe(200)
    await post({ token: 'f' })
    await post({ headers: ['Origin: null'] })
    await post({ host: 'evil.example' })
    await post({ body: 'no result' })
    const traffic = { stored: 1, refused: { ...NOTHING, strangers: 2, otherName: 1, unusable: 1 }, foreign: null }
    expect(toCallbackHealth(listener)).toMatchObject({ status: 'listening', warnings: [], traffic })
    const health = (): CallbackHealth => ({ status: 'failed', because: 'portTaken', text: 'no' })
    expect(toCallbackHealth({ ...listener, health })).toEqual({ status: 'failed', because: 'portTaken', traffic })
  })

  test('of every refusal in one of the kinds, but of a result that named another payment by itself', () => {
    const tally = createTally(handClock().clock, recordingLog().log, () => undefined)
    const { refused: none } = tally.counters()
    const kinds = Object.keys(none) as (keyof typeof none)[]
    kinds.forEach((kind) => tally.refused(kind))
    const health = (): CallbackHealth => ({ status: 'failed', because: 'portTaken', text: 'no' })
    const now = toCallbackHealth({ health, counters: tally.counters })
    const refused = now.status === 'off' ? NOTHING : now.traffic.refused
    expect(refused).toEqual({ strangers: 4, otherName: 1, unusable: 3, notSaved: 1, connections: 5 })
    expect(Object.values(refused).reduce((sum, times) => sum + times)).toBe(kinds.length - 1)
    tally.close()
  })

  test('how many payments got the result of another one, and when the last, however often each is delivered (L4)', async () => {
    const { listener, post, advance, otherSale } = await openListener()
    const body = resultBody({ transactionReference: OTHER_SALE })
    const startedAt = Date.UTC(2026, 0, 5, 9)
    for (const _ of [1, 2, 3]) await post({ body })
    const foreign = { payments: 1, lastAt: startedAt, lastReference: SALE }
    expect(toCallbackHealth(listener)).toMatchObject({ traffic: { stored: 0, refused: NOTHING, foreign } })
    advance(5_000)
    await post({ path: `/cb/${otherSale.path}`, token: otherSale.token, body: resultBody() })
    const later = { payments: 2, lastAt: startedAt + 5_000, lastReference: OTHER_SALE }
    expect(toCallbackHealth(listener)).toMatchObject({ traffic: { foreign: later } })
  })
})

describe('the page is told of what came', () => {
  test('a second later, once for all that came until then, and no more when nothing comes', async () => {
    let times = 0
    const { post, advance } = await openListener({ onTraffic: () => void (times += 1) })
    await post()
    await post({ token: 'f' })
    await post({ body: resultBody({ transactionReference: OTHER_SALE }) })
    expect(times).toBe(0)
    advance(1_000)
    expect(times).toBe(1)
    advance(60_000)
    expect(times).toBe(1)
    await post()
    advance(1_000)
    expect(times).toBe(2)
  })

  test('once a second while many strangers come', async () => {
    let times = 0
    const { post, advance } = await openListener({ onTraffic: () => void (times += 1) })
    for (let second = 0; second < 3; second += 1) {
      for (let count = 0; count < 10; count += 1) {
        await post({ token: 'f' })
        advance(100)
      }
    }
    expect(times).toBe(3)
  })

  test('never after it was closed', async () => {
    let times = 0
    const { post, listener, advance } = await openListener({ onTraffic: () => void (times += 1), settings: SETTINGS })
    await post()
    await listener.close()
    advance(1_000)
    expect(times).toBe(0)
  })
})
