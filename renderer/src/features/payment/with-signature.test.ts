import { describe, expect, test } from 'vitest'
import type { PaymentView } from '../../../../shared/transaction/view.ts'
import { isSignatureAsked, withSignature } from './with-signature.ts'

const signed: PaymentView = {
  screen: 'approved',
  moneyState: 'charged',
  moves: 'charge',
  basis: 'terminal',
  chargedMinor: 4500,
  tipMinor: 0,
  dueMinor: 0,
  needsSignatureCheck: true,
  actions: ['signatureMatches', 'signatureFails', 'done'],
}

describe('a signed sale', () => {
  test('is asked about first, and nobody has to give a false answer to go on', () => {
    const asked = withSignature(signed, false)
    expect(asked.actions).toEqual(['signatureMatches', 'signatureFails', 'leave'])
    expect(isSignatureAsked(asked)).toBe(true)
  })

  test('that cannot be taken back here lets the cashier go on', () => {
    const asked = withSignature({ ...signed, actions: ['signatureMatches', 'done'] }, false)
    expect(asked.actions).toEqual(['signatureMatches', 'done'])
    expect(isSignatureAsked(asked)).toBe(true)
  })

  test('is no longer asked about once it was compared', () => {
    const compared = withSignature(signed, true)
    expect(compared).toMatchObject({ needsSignatureCheck: false, actions: ['done'] })
    expect(isSignatureAsked(compared)).toBe(false)
  })
})
