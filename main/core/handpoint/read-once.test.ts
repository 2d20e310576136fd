import { expect, test } from 'vitest'
import { readOnce } from './read-once.ts'

test('the same words are read once, others anew', () => {
  const read: string[] = []
  const reader = readOnce((body) => {
    read.push(body)
    return { says: body }
  })
  const first = reader('approved')
  expect(reader('approved')).toBe(first)
  expect(reader('declined')).toEqual({ says: 'declined' })
  expect(reader('approved')).toEqual({ says: 'approved' })
  expect(read).toEqual(['approved', 'declined', 'approved'])
})

test('an empty body is read like any other', () => {
  let times = 0
  const reader = readOnce(() => {
    times += 1
    return null
  })
  expect([reader(''), reader('')]).toEqual([null, null])
  expect(times).toBe(1)
})
