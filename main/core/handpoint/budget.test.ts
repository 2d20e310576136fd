import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Clock } from '../ports.ts'
import type { Urgency } from './answers.ts'
import { createBudget } from './budget.ts'

function createVirtualTime() {
  let nowMs = 5_000
  let timers: { atMs: number; act: () => void }[] = []
  const clock: Clock = {
    now: () => 0,
    monotonicMs: () => nowMs,
    setTimer(afterMs, act) {
      const timer = { atMs: nowMs + afterMs, act }
      timers.push(timer)
      return () => (timers = timers.filter((other) => other !== timer))
    },
  }
  async function advance(ms: number): Promise<void> {
    await settle()
    const endMs = nowMs + ms
    for (;;) {
      const next = timers.toSorted((a, b) => a.atMs - b.atMs)[0]
      if (next === undefined || next.atMs > endMs) break
      timers = timers.filter((timer) => timer !== next)
      nowMs = Math.max(nowMs, next.atMs)
      next.act()
      await settle()
    }
    nowMs = endMs
    await settle()
  }
  /** Time passes, and no timer rings in it: the machine was busy. */
  const pass = (ms: number): void => void (nowMs += ms)
  return { clock, advance, pass, elapsedMs: () => nowMs - 5_000 }
}

async function settle(): Promise<void> {
  for (let round = 0; round < 5; round += 1) await Promise.resolve()
}

function start() {
  const time = createVirtualTime()
  const budget = createBudget(time.clock)
  const sent: { name: string; atMs: number }[] = []
  const ask = (urgency: Urgency, name: string): void =>
    void budget.turn(urgency).then(() => sent.push({ name, atMs: time.elapsedMs() }))
  return { ...time, budget, sent, ask }
}

describe('the budget of a key', () => {
  test('lets a charge leave at once, right after a poll too', async () => {
    const { ask, advance, sent } = start()
    ask('poll', 'poll')
    await advance(10)
    ask('act', 'charge')
    await advance(0)
    expect(sent).toEqual([
      { name: 'poll', atMs: 0 },
      { name: 'charge', atMs: 10 },
    ])
  })

  test('lets a charge leave before every poll that waits', async () => {
    const { ask, advance, sent } = start()
    for (const name of ['p1', 'p2', 'p3']) ask('poll', name)
    await advance(500)
    ask('act', 'charge')
    await advance(5_000)
    expect(sent.map(({ name }) => name)).toEqual(['p1', 'charge', 'p2', 'p3'])
    expect(sent[1]?.atMs).toBe(500)
  })

  test('keeps polls a window apart, so that one of two places is always free', async () => {
    const { ask, advance, sent } = start()
    for (const name of ['p1', 'p2', 'p3']) ask('poll', name)
    await advance(10_000)
    expect(sent.map(({ atMs }) => atMs)).toEqual([0, 1_050, 2_100])
  })

  test('makes a third act wait until the first is out of the window', async () => {
    const { ask, advance, sent } = start()
    for (const name of ['a1', 'a2', 'a3', 'a4']) ask('act', name)
    await advance(10_000)
    expect(sent).toEqual([
      { name: 'a1', atMs: 0 },
      { name: 'a2', atMs: 0 },
      { name: 'a3', atMs: 1_050 },
      { name: 'a4', atMs: 1_050 },
    ])
  })

  test('lets nobody overtake who has waited longer, though the timer is late', async () => {
    const { ask, advance, pass, sent } = start()
    for (const name of ['p1', 'p2']) ask('poll', name)
    await advance(10)
    pass(1_200)
    ask('poll', 'p3')
    await advance(10_000)
    expect(sent.map(({ name }) => name)).toEqual(['p1', 'p2', 'p3'])
  })

  test('rests entirely after the service said "too many", then serves the act first', async () => {
    const { ask, advance, sent, budget } = start()
    await advance(100)
    budget.pause()
    ask('poll', 'poll')
    ask('act', 'stop')
    await advance(1_049)
    expect(sent).toEqual([])
    await advance(5_000)
    expect(sent.map(({ name }) => name)).toEqual(['stop', 'poll'])
    expect(sent[0]?.atMs).toBe(1_150)
  })

  test('is lengthened by a second "too many" while it rests', async () => {
    const { ask, advance, sent, budget } = start()
    budget.pause()
    ask('act', 'charge')
    await advance(1_000)
    budget.pause()
    await advance(5_000)
    expect(sent).toEqual([{ name: 'charge', atMs: 2_050 }])
  })

  test('never lets more than two leave within a second, loses none, and lets no act wait for a poll', async () => {
    const step = fc.record({
      waitMs: fc.integer({ min: 0, max: 700 }),
      urgency: fc.constantFrom<Urgency>('act', 'poll', 'later'),
      isPause: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { ask, advance, sent, budget } = start()
        for (const [index, { waitMs, urgency, isPause }] of steps.entries()) {
          if (isPause && index % 5 === 0) budget.pause()
          ask(urgency, `${urgency}${index}`)
          await advance(waitMs)
        }
        await advance(60_000)
        expect(sent).toHaveLength(steps.length)
        for (const [index, { atMs }] of sent.entries()) {
          const third = sent[index + 2]
          if (third !== undefined) expect(third.atMs - atMs).toBeGreaterThan(1_000)
        }
        for (const urgency of ['act', 'poll', 'later']) {
          const order = sent
            .filter(({ name }) => name.startsWith(urgency))
            .map(({ name }) => Number(name.slice(urgency.length)))
          expect(order).toEqual(order.toSorted((a, b) => a - b))
        }
      }),
      { numRuns: 200 },
    )
  })
})
