import { expect, test } from 'vitest'
import { endsBurst, isInBurst, NO_RHYTHM, noteKey } from './arming.ts'

function type(times: number[]) {
  return times.reduce(noteKey, NO_RHYTHM)
}

test('a scanner’s Enter after thirteen digits is known as a scanner’s', () => {
  const rhythm = type(Array.from({ length: 13 }, (_, index) => 1000 + index * 8))
  expect(endsBurst(rhythm, 1000 + 13 * 8)).toBe(true)
})

test('a quick cashier’s Enter is a cashier’s', () => {
  const rhythm = type([0, 90, 170, 260, 340, 430, 520])
  expect(endsBurst(rhythm, 600)).toBe(false)
})

test('six keys are a burst and five are not', () => {
  expect(endsBurst(type([0, 50, 100, 150, 200, 250]), 300)).toBe(true)
  expect(endsBurst(type([0, 50, 100, 150, 200]), 250)).toBe(false)
})

test('an Enter long after a burst is a person’s', () => {
  expect(endsBurst(type([0, 10, 20, 30, 40, 50]), 101)).toBe(false)
})

test('a pause starts the count anew', () => {
  expect(endsBurst(type([0, 10, 20, 30, 100, 110]), 120)).toBe(false)
})

test('a letter inside a scanner’s code is no key of its own, and one that a person presses is', () => {
  expect(isInBurst(type([1000]))).toBe(false)
  expect(isInBurst(type([1000, 1008]))).toBe(true)
  expect(isInBurst(type([1000, 1090]))).toBe(false)
})
