import { describe, expect, it } from 'vitest'
import { EMPTY_ENTRY, entryToMinor, minorToEntry, pressKey, type AmountEntry, type EntryKey } from './amount-entry.ts'

const KEYS: Readonly<Record<string, EntryKey>> = {
  '.': 'decimal',
  '<': 'backspace',
  C: 'clear',
  D: '00',
  '-': 'minus',
  e: 'other',
}

function type(keys: string, currency = 'EUR'): AmountEntry {
  return keys.split('').reduce((entry, key) => pressKey(entry, KEYS[key] ?? (key as EntryKey), currency), EMPTY_ENTRY)
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
    expect(entryToMinor(type(keys, currency), currency)).toBe(minor)
    expect(type(keys, currency).refused).toBeNull()
  })

  it.each([
    ['45.001', 'EUR', 'tooManyDecimals'],
    ['12.5', 'JPY', 'tooManyDecimals'],
    ['4.5.', 'EUR', 'notANumber'],
    ['9999999999999', 'EUR', 'tooLarge'],
    ['-5', 'EUR', 'negative'],
    ['1e3', 'EUR', 'notANumber'],
  ])('%s in %s cannot be charged: %s', (keys, currency, problem) => {
    expect(type(keys, currency).refused?.problem).toBe(problem)
  })

  it('what was refused is taken back key by key, and then the amount is as it was', () => {
    expect(type('12.5<', 'JPY').refused).not.toBeNull()
    expect(type('12.5<<', 'JPY')).toEqual(type('12', 'JPY'))
    expect(type('12.5C', 'JPY')).toEqual(EMPTY_ENTRY)
  })

  it('shows a given amount as if it had been typed', () => {
    expect(entryToMinor(minorToEntry(123_456), 'EUR')).toBe(123_456)
    expect(minorToEntry(0)).toEqual(EMPTY_ENTRY)
  })
})
