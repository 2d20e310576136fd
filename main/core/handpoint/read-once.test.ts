import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { z } from 'zod'
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

test('what was read is not kept: it may hold what must not be (safety P2)', async () => {
  setFlagsFromString('--expose-gc')
  const collectGarbage = z.function().parse(runInNewContext('gc'))
  const reader = readOnce((body) => ({ says: body }))
  const read = new WeakRef(reader('a card token'))
  await new Promise((resolve) => setImmediate(resolve))
  collectGarbage()
  expect(read.deref()).toBeUndefined()
  expect(reader('a card token')).toEqual({ says: 'a card token' })
})
