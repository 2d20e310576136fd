import { expect, test } from 'vitest'
import { buildPayment } from '../dev/build-payment.ts'
import type { TransactionState } from '../../shared/transaction/state.ts'
import { toVerdict } from './use-terminal-check.ts'

const verdictOf = (state: TransactionState) => toVerdict(buildPayment(state, { operation: 'pingDevice' }))

test('only an answer of Handpoint says something about the terminal', () => {
  expect(verdictOf({ status: 'created' })).toBe('asking')
  expect(verdictOf({ status: 'done', outcome: null, basis: 'gateway' })).toBe('answered')
  expect(verdictOf({ status: 'notStarted', reason: 'terminalBusy', text: '' })).toBe('busy')
  expect(verdictOf({ status: 'notStarted', reason: 'terminalOffline', text: '' })).toBe('offline')
})

test('silence, a refused key and a terminal that is not the shop’s say nothing about whether it is on', () => {
  expect(verdictOf({ status: 'failed', outcome: null, basis: 'silence' })).toBe('silent')
  expect(verdictOf({ status: 'notStarted', reason: 'keyRefused', text: '' })).toBe('silent')
  expect(verdictOf({ status: 'notStarted', reason: 'terminalNotAssigned', text: '' })).toBe('silent')
})
