import { expect, it } from 'vitest'
import { percentile, toSpread } from './percentiles.ts'

const HUNDRED = Array.from({ length: 100 }, (_, index) => 100 - index)

it('a percentile is the value that so many of a hundred do not exceed', () => {
  expect([0.5, 0.95, 0.99, 1].map((share) => percentile(HUNDRED, share))).toEqual([50, 95, 99, 100])
})

it('twenty samples have no 99th hundredth: it is the slowest', () => {
  const twenty = HUNDRED.slice(80)
  expect(toSpread(twenty)).toEqual({ p50: 10, p95: 19, p99: 20, max: 20 })
})

it('one sample is all of them, and the sample stays in its order', () => {
  const sample = [3, 1, 2]
  expect(toSpread([7])).toEqual({ p50: 7, p95: 7, p99: 7, max: 7 })
  expect(percentile(sample, 0.5)).toBe(2)
  expect(sample).toEqual([3, 1, 2])
})

it('of nothing there is no percentile', () => {
  expect(() => percentile([], 0.5)).toThrow('nothing was measured')
})
