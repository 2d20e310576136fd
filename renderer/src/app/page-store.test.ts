import { beforeEach, describe, expect, it } from 'vitest'
import { referenceSchema } from '../../../shared/ids.ts'
import { goBack, openPage, openPayment, usePage } from './page-store.ts'

const one = referenceSchema.parse('5d4b7f0e-26a8-4c0e-9a1c-2f6d0b7e8a01')
const another = referenceSchema.parse('5d4b7f0e-26a8-4c0e-9a1c-2f6d0b7e8a02')

describe('the way back from a payment', () => {
  beforeEach(() => openPage('history'))

  it('leads through the payments that it was opened from', () => {
    openPayment(one)
    openPayment(another)
    goBack()
    expect(usePage.getState().page).toMatchObject({ name: 'payment', reference: one })
    goBack()
    expect(usePage.getState().page).toEqual({ name: 'history' })
  })

  it('does not lead to the payment itself when it is opened where it is open', () => {
    openPayment(one)
    openPayment(one)
    goBack()
    expect(usePage.getState().page).toEqual({ name: 'history' })
  })
})
