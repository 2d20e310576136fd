import { describe, expect, test } from 'vitest'
import { handClock, openListener, statusOf } from './callback-fixture.ts'
import { createTokenBuckets } from './token-buckets.ts'

describe('a flood of requests that do not authenticate (L8)', () => {
  test('is answered 429 beyond twenty a second from one source; a terminal never is', async () => {
    const { post, advance, listener, sink } = await openListener()
    const bad = async (count: number) => {
      const statuses = await Promise.all(Array.from({ length: count }, () => post({ token: 'f' }).then(statusOf)))
      return { 401: statuses.filter((s) => s === 401).length, 429: statuses.filter((s) => s === 429).length }
    }
    expect(await bad(50)).toEqual({ 401: 20, 429: 30 })
    for (const totalAmount of [1, 2, 3]) {
      expect(statusOf(await post({ body: JSON.stringify({ finStatus: 'AUTHORISED', totalAmount }) }))).toBe(200)
    }
    expect(sink.stored()).toHaveLength(3)
    advance(500)
    expect(await bad(20)).toEqual({ 401: 10, 429: 10 })
    expect(listener.counters().refused).toMatchObject({ notAuthenticated: 30, rateLimited: 40 })
  })

  test('is answered the same on a path that is known and one that is not', async () => {
    const { post } = await openListener()
    await Promise.all(Array.from({ length: 20 }, () => post({ token: 'f' })))
    const [known, unknown] = [await post({ token: 'f' }), await post({ path: '/cb/unknown' })]
    expect(statusOf(known)).toBe(429)
    expect(unknown).toBe(known)
  })

  test('leaves one line a minute in the log, with no secret in it (R5)', async () => {
    const { post, lines, advance, sale } = await openListener()
    const before = lines.length
    for (let count = 0; count < 30; count += 1) await post({ token: 'f' })
    expect(lines.length).toBe(before)
    advance(60_000)
    expect(lines.slice(before)).toEqual([
      { level: 'warn', event: 'callback.refused', fields: { notAuthenticated: 20, rateLimited: 10 } },
    ])
    advance(600_000)
    expect(lines.length).toBe(before + 1)
    for (const secret of Object.values(sale)) expect(JSON.stringify(lines)).not.toContain(secret)
  })
})

test('a minute lies between one summary of refusals and the next, whenever they come', async () => {
  const { post, lines, advance } = await openListener()
  const refuseAfter = async (ms: number) => {
    advance(ms)
    await post({ token: 'f' })
  }
  for (const ms of [0, 30_000, 40_000, 30_000]) await refuseAfter(ms)
  const summaries = () => lines.filter(({ event }) => event === 'callback.refused').map(({ fields }) => fields)
  expect(summaries()).toEqual([{ notAuthenticated: 2 }])
  advance(30_000)
  expect(summaries()).toEqual([{ notAuthenticated: 2 }, { notAuthenticated: 2 }])
})

describe('token buckets (L8)', () => {
  function buckets() {
    const hand = handClock()
    const made = createTokenBuckets({ perSecondAndSource: 20, perSecond: 200 }, hand.clock.monotonicMs)
    const take = (source: string, times: number) =>
      Array.from({ length: times }, () => made.take(source)).filter(Boolean)
    return { take: (source: string, times: number) => take(source, times).length, advance: hand.advance }
  }

  test('one source has no more than its own, all together no more than everybody’s', () => {
    const { take, advance } = buckets()
    expect(take('a', 100)).toBe(20)
    expect(take('b', 100)).toBe(20)
    for (let source = 0; source < 20; source += 1) take(`s${source}`, 20)
    expect(take('late', 100)).toBe(0)
    advance(1_000)
    expect(take('a', 100)).toBe(20)
  })

  test('a source that the others forgot is still under everybody’s', () => {
    const { take } = buckets()
    let taken = 0
    for (let source = 0; source < 5_000; source += 1) taken += take(`s${source}`, 20)
    expect(taken).toBe(200)
  })

  test('nothing is saved up beyond a second', () => {
    const { take, advance } = buckets()
    expect(take('a', 100)).toBe(20)
    advance(3_600_000)
    expect(take('a', 100)).toBe(20)
  })
})
