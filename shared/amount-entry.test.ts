import { describe, expect, it } from 'vitest'
import { EMPTY_ENTRY, entryToMinor, minorToEntry, pressKey, type AmountEntry, type EntryKey } from './amount-entry.ts'
import type { AmountProblem } from './money.ts'

function type(keys: string, currency = 'EUR'): { entry: AmountEntry; problem: AmountProblem | null } {
  let entry = EMPTY_ENTRY
  let problem: AmountProblem | null = null
  for (const key of keys) {
    const pressed = pressKey(entry, toKey(key), currency)
    if (pressed.ok) entry = pressed.value
    else problem = pressed.error
  }
  return { entry, problem }
}

function toKey(key: string): EntryKey {
  if (key === '.') return 'decimal'
  if (key === '<') return 'backspace'
  if (key === 'C') return 'clear'
  if (key === 'D') return '00'
  return '0123456789'.includes(key) ? (key as EntryKey) : 'clear'
}

describe('the keypad', () => {
  it.each([
    ['4500', 'EUR', 4500],
    ['45D', 'EUR', 4500],
    ['45.00', 'EUR', 4500],
    ['45.5', 'EUR', 4550],
    ['45.', 'EUR', 4500],
    ['.5', 'EUR', 50],
    ['004500', 'EUR', 4500],
    ['4500<', 'EUR', 450],
    ['45.50<<<', 'EUR', 45],
    ['45C7', 'EUR', 7],
    ['<', 'EUR', 0],
    ['500', 'JPY', 500],
    ['1.234', 'BHD', 1234],
    ['1234', 'BHD', 1234],
  ])('%s in %s is %i minor units', (keys, currency, minor) => {
    expect(entryToMinor(type(keys, currency).entry, currency)).toBe(minor)
  })

  it.each([
    ['45.001', 'EUR', 4500, 'tooManyDecimals'],
    ['5.', 'JPY', 5, 'tooManyDecimals'],
    ['4.5.', 'EUR', 450, 'notANumber'],
  ])('%s in %s stays at %i and says %s', (keys, currency, minor, problem) => {
    const typed = type(keys, currency)
    expect(typed.problem).toBe(problem)
    expect(entryToMinor(typed.entry, currency)).toBe(minor)
  })

  it('never holds more than the service accepts', () => {
    expect(entryToMinor(type('9999999999999').entry, 'EUR')).toBe(99_999_999_999)
  })

  it('shows a given amount as if it had been typed', () => {
    expect(entryToMinor(minorToEntry(123_456), 'EUR')).toBe(123_456)
    expect(minorToEntry(0)).toEqual(EMPTY_ENTRY)
  })
})
