import { expect, test } from 'vitest'
import { view } from '../../shared/transaction/view.ts'
import { GALLERY_STATES } from './gallery-states.ts'
import { PAYMENTS } from './fixtures.ts'
import { SCREEN_PAYMENTS, SCREEN_STATES } from './payment-states.ts'

test('each state of the gallery shows the screen and the kind of operation that it is named for', () => {
  const shown = SCREEN_PAYMENTS.map(({ payment }) => {
    const { screen, moves } = view({ intent: payment, state: payment.state, elapsedMs: Date.now() - payment.createdAt })
    return `${screen}-${moves}`
  })
  expect(shown).toEqual(SCREEN_PAYMENTS.map(({ screen, moves }) => `${screen}-${moves}`))
  expect(new Set(SCREEN_PAYMENTS.map(({ screen }) => screen)).size).toBe(Object.keys(SCREEN_STATES).length)
})

test('each has an id of its own, and a payment where it is about one', () => {
  const ids = GALLERY_STATES.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const named = SCREEN_PAYMENTS.map(({ screen, moves }) => `${screen}-${moves}`)
  expect(named.filter((scene) => PAYMENTS[scene] === undefined)).toEqual([])
})
