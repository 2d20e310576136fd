import { expect, test } from 'vitest'
import { createNewer } from './newer.ts'

test('an answer that is older than an event heard meanwhile is dropped', () => {
  const newer = createNewer()
  const event = newer.choose('app', undefined, { version: 7 })
  expect(newer.choose('app', event, { version: 5 })).toBe(event)
})

test('a later snapshot replaces an earlier one, and so does one of the same version', () => {
  const newer = createNewer()
  const first = newer.choose('app', undefined, { version: 7 })
  expect(newer.choose('app', first, { version: 8 })).toEqual({ version: 8 })
  expect(newer.choose('app', first, { version: 7 })).not.toBe(first)
})

test('after a restart of the core its low version counts, once for each thing', () => {
  const newer = createNewer()
  const before = newer.choose('app', undefined, { version: 900 })
  newer.startOver()
  const after = newer.choose('app', before, { version: 3 })
  expect(after).toEqual({ version: 3 })
  expect(newer.choose('app', after, { version: 2 })).toBe(after)
  expect(newer.choose('terminals', before, { version: 1 })).toEqual({ version: 1 })
})
