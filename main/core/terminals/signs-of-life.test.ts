import { expect, it } from 'vitest'
import { createSignsOfLife } from './signs-of-life.ts'

const AT = 1_790_000_000_000

it('what the till hears itself counts in the order in which it was heard, though the wall clock was set back', () => {
  const signs = createSignsOfLife()
  signs.noteContact('A', { isReachable: true, at: AT })
  expect(signs.noteContact('A', { isReachable: false, at: AT - 3_600_000 })).toBe(true)
  expect(signs.contactOf('A')).toEqual({ isReachable: false, at: AT - 3_600_000 })
})

it('a result that was made before what is known by now replaces nothing', () => {
  const signs = createSignsOfLife()
  signs.noteContact('A', { isReachable: false, at: AT })
  expect(signs.noteResult('A', AT - 1)).toBe(false)
  expect(signs.contactOf('A')).toEqual({ isReachable: false, at: AT })
  expect(signs.noteResult('A', AT + 1)).toBe(true)
  expect(signs.contactOf('A')).toEqual({ isReachable: true, at: AT + 1 })
})
