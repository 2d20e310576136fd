import { expect, test } from 'vitest'
import type { AppError, ErrorCode, MoneyState } from '../../shared/errors.ts'
import { isInDoubt } from './doubt.ts'

function failure(code: ErrorCode, moneyState: MoneyState): AppError {
  return { code, moneyState, message: '', correlationId: '' }
}

test('an unanswered press is in doubt, and a refused one is not', () => {
  expect(isInDoubt(failure('bridge.disconnected', 'unknown'), false)).toBe(true)
  expect(isInDoubt(failure('journal.unavailable', 'notCharged'), false)).toBe(false)
})

test.each(['bridge.refused', 'bridge.disconnected', 'journal.unavailable', 'internal', 'input.invalid'] as const)(
  'looking again and hearing %s says nothing about the press before',
  (code) => {
    expect(isInDoubt(failure(code, 'notCharged'), true)).toBe(true)
  },
)

test.each(['key.refused', 'terminal.unresolved', 'payment.notRetryable', 'amount.zero'] as const)(
  'looking again and hearing %s proves that the press before began nothing',
  (code) => {
    expect(isInDoubt(failure(code, 'notCharged'), true)).toBe(false)
  },
)

test('an answer that says nothing about money settles nothing', () => {
  expect(isInDoubt(failure('key.refused', 'none'), true)).toBe(true)
})
