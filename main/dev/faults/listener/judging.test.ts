import { expect, it } from 'vitest'
import { judgeCalls, type CallTime } from './call-times.ts'
import { judgeTimes, type TimeGate } from './trial.ts'

const calls = (count: number, call: CallTime): CallTime[] => Array.from({ length: count }, () => call)
const SOON: CallTime = { ms: 5, waitedMs: 0 }
const LATE: CallTime = { ms: 150, waitedMs: 1 }
const LATE_AND_BUSY: CallTime = { ms: 150, waitedMs: 90 }

const IN_TIME: TimeGate = { holds: true, line: 'in time', isJudged: true }
const BUSY: TimeGate = { holds: true, line: 'late', isJudged: false }

it('a late answer counts against the till unless the machine was busy in that moment', () => {
  expect(judgeCalls(calls(50, SOON), 100, 0)).toMatchObject({ holds: true, isJudged: true })
  expect(judgeCalls([...calls(49, SOON), LATE], 100, 0)).toMatchObject({ holds: false, isJudged: true })
  expect(judgeCalls([...calls(49, SOON), LATE_AND_BUSY], 100, 0)).toMatchObject({ holds: true, isJudged: true })
  expect(judgeCalls([...calls(20, LATE_AND_BUSY), ...calls(30, SOON)], 100, 0)).toMatchObject({ isJudged: false })
  expect(judgeCalls([...calls(30, LATE_AND_BUSY), LATE], 100, 0)).toMatchObject({ holds: false, isJudged: true })
})

it('a trial is repeated until it can be judged, and fails when it never can', async () => {
  const tries: TimeGate[] = [BUSY, BUSY, IN_TIME]
  const told = await judgeTimes(() => Promise.resolve({ gates: [], times: tries.splice(0, 1) }))
  expect(told.map(({ line, failures }) => [line.slice(0, 4), failures])).toEqual([
    ['BUSY', 0],
    ['BUSY', 0],
    ['ok  ', 0],
  ])

  let attempts = 0
  const never = await judgeTimes(() => {
    attempts += 1
    return Promise.resolve({ gates: [], times: [BUSY] })
  })
  expect(attempts).toBe(5)
  expect(never.at(-1)).toMatchObject({ line: expect.stringContaining('never judged'), failures: 1 })
})

it('a time that is judged and too long fails at once, whatever else could not be judged', async () => {
  let attempts = 0
  const told = await judgeTimes(() => {
    attempts += 1
    return Promise.resolve({ gates: [], times: [BUSY, { holds: false, line: 'late', isJudged: true }] })
  })
  expect(attempts).toBe(1)
  expect(told.reduce((sum, { failures }) => sum + failures, 0)).toBe(1)
})
