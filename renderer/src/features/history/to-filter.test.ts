import { expect, test } from 'vitest'
import { NO_CHOICE } from './history-store.ts'
import { toFilter } from './to-filter.ts'

const now = new Date(2026, 10, 21, 14, 33).getTime()

test('today is from this midnight to the next', () => {
  expect(toFilter({ ...NO_CHOICE, day: 'today' }, now).day).toEqual({
    from: new Date(2026, 10, 21).getTime(),
    until: new Date(2026, 10, 22).getTime(),
  })
})

test('a chosen day is that day of the calendar, also the last of a year', () => {
  expect(toFilter({ ...NO_CHOICE, day: '2025-12-31' }, now).day).toEqual({
    from: new Date(2025, 11, 31).getTime(),
    until: new Date(2026, 0, 1).getTime(),
  })
})

test('a date that is being typed and is none yet asks for no day', () => {
  expect(toFilter({ ...NO_CHOICE, day: '2026' }, now).day).toBeNull()
  expect(toFilter({ ...NO_CHOICE, text: '  45 ' }, now)).toMatchObject({ day: null, text: '45' })
})
