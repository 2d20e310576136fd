import { describe, expect, test } from 'vitest'
import { referenceSchema } from '../../../shared/ids.ts'
import { accepted, anOutcome, aSale, unanswered } from '../../../shared/testing/transactions.ts'
import { intentSchema, type Intent } from '../../../shared/transaction/intent.ts'
import { movesMoney, operationSchema, rulesOf } from '../../../shared/transaction/operations.ts'
import { fold } from '../../../shared/transaction/transition.ts'
import type { HttpOutcome } from '../ports.ts'
import { toGatewayEvent } from './gateway-answer.ts'
import { toResultAnswer } from './read-result.ts'
import { toStatusAnswer } from './read-status.ts'
import { toWireRequest } from './requests.ts'
import { toSubmitEvent } from './submit.ts'

/** Where the documents of the service contradict each other: docs/api-contradictions.md names each row's test. */
const original = { reference: aSale.reference, transactionId: 'guid', filedUnder: aSale.reference }

const answered = (status: number, body: unknown): HttpOutcome => ({
  type: 'answered',
  status,
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
const refused = (status: number, message: unknown): HttpOutcome =>
  answered(status, { error: { statusCode: status, name: 'SomeError', message } })

/** Every request that Paydesk can make. */
const EVERY = operationSchema.options.flatMap((operation) =>
  (['terminal', 'gateway'] as const).flatMap((channel) => {
    const intent: Intent = intentSchema.parse({
      ...aSale,
      operation,
      channel,
      amountMinor: movesMoney(operation) ? 4500 : 0,
      original: rulesOf(operation).link === 'always' ? original : null,
      command: operation === 'deviceCommand' ? { name: 'reboot', settings: { force: false } } : null,
    })
    return toWireRequest({ intent, till: 'till', receipt: '<p></p>' }) ?? []
  }),
)

describe('what is sent', () => {
  test('goes to documented addresses only, by the names that those use', () => {
    expect([...new Set(EVERY.map(({ path }) => path))].toSorted()).toEqual([
      '/devices/{terminalType}/{serialNumber}/{command}',
      '/preauthorization/increase',
      '/reversal',
      '/transactions',
      '/transactions/{guid}/tip-adjustment',
    ])
    const names = new Set(EVERY.flatMap(({ body }) => Object.keys(body)))
    for (const wrong of ['action', 'originalTransactionID', 'MoneyRemittanceOptions', 'ExternalId', 'reversal']) {
      expect(names).not.toContain(wrong)
    }
  })

  test('never switches off the terminal’s question about a repeated payment', () => {
    for (const { body } of EVERY) expect(body).not.toHaveProperty('duplicate_check')
  })

  test('names no sub-merchant: a result could not tell which one it was for', () => {
    for (const { body } of EVERY) expect(body).not.toHaveProperty('merchantAuth')
  })
})

describe('what is asked', () => {
  test('a 401 of the status service says whose the reference is not, and nothing about the money', () => {
    for (const status of [401, 403]) {
      const answer = toStatusAnswer(refused(status, 'Unauthorized'), aSale.reference)
      expect(answer).toMatchObject({ type: 'noAnswer', because: 'keyRefused', status })
    }
    expect(toSubmitEvent(refused(401, 'Unauthorized')).type).toBe('requestUnanswered')
  })

  test.each([
    ['without content', answered(204, '')],
    ['in words', answered(200, { transactionResultId: 'x', statusMessage: 'In Progress' })],
    ['by its status', answered(200, { finStatus: 'IN_PROGRESS' })],
  ])('a result that is not there yet is pending, said %s', (_, outcome) => {
    expect(toResultAnswer(outcome)).toEqual({ type: 'pending' })
  })

  test('a result id that the cloud does not know is forgotten, which ends nothing', () => {
    expect(toResultAnswer(refused(404, 'not found'))).toEqual({ type: 'forgotten' })
    const { state } = fold(aSale, [accepted, { type: 'resultForgotten' }])
    expect(state).toMatchObject({ status: 'checking', because: 'resultLost' })
  })

  test('ids of the service need be no UUID of version 4, ours are', () => {
    const result = { finStatus: 'AUTHORISED', efttransactionID: '01236fc0-8192-11eb-9aca-ad4b0e95f241' }
    expect(toStatusAnswer(answered(200, result), aSale.reference)).toMatchObject({
      type: 'outcome',
      outcome: { transactionId: result.efttransactionID },
    })
    expect(referenceSchema.safeParse('00000000-0000-0000-0000-000000000000').success).toBe(false)
    expect(referenceSchema.safeParse(result.efttransactionID).success).toBe(false)
  })

  test('a brand is shown as it is written, and decides nothing', () => {
    for (const cardSchemeName of ['Visa', 'VISA', 'Mastercard', 'MASTERCARD']) {
      const result = toResultAnswer(answered(200, { finStatus: 'DECLINED', cardSchemeName }))
      expect(result).toMatchObject({ outcome: { finStatus: 'DECLINED', card: { scheme: cardSchemeName } } })
    }
  })
})

describe('what is concluded', () => {
  test('a partial approval that was refused on the terminal is no sale, whichever id its result has', () => {
    const partial = { type: 'terminalReported', digest: 'a', outcome: anOutcome('PARTIAL_APPROVAL') } as const
    const undone = anOutcome('CANCELLED', {
      transactionId: 'the reversal',
      originalTransactionId: partial.outcome.transactionId,
      totalAmountMinor: 0,
    })
    const { state } = fold(aSale, [accepted, partial, { type: 'terminalReported', digest: 'b', outcome: undone }])
    expect(state).toMatchObject({
      status: 'cancelled',
      isReversed: true,
      outcome: { transactionId: 'the reversal', originalTransactionId: partial.outcome.transactionId },
    })
  })

  test('a function that is not enabled is told in the service’s own words, in each of three forms', () => {
    const statusMessage = 'Refund not allowed'
    for (const finStatus of ['DECLINED', 'FAILED'] as const) {
      expect(toResultAnswer(answered(200, { finStatus, statusMessage }))).toMatchObject({ outcome: { statusMessage } })
    }
    expect(toSubmitEvent(refused(400, statusMessage))).toMatchObject({ type: 'requestRefused', text: statusMessage })
  })

  test('an operation without an answer is never said to be refused, with a callback or without', () => {
    expect(fold(aSale, [unanswered]).state).toMatchObject({ status: 'checking', because: 'noAnswer' })
    expect(fold(aSale, [{ type: 'requestAccepted', resultId: null }]).state).toMatchObject({ status: 'waiting' })
  })

  test('a reversal that was done before is done, told by its code; told otherwise, it is looked up', () => {
    const intent: Intent = { ...aSale, operation: 'saleReversal', channel: 'gateway', original }
    const coded = (code: string) =>
      answered(400, { error: { statusCode: 400, name: 'BadRequestError', message: 'x', code } })
    expect(toGatewayEvent(coded('3051'), intent)).toMatchObject({ outcome: { finStatus: 'AUTHORISED' } })
    for (const outcome of [coded('3052'), refused(400, 'Transaction already reversed')]) {
      expect(toGatewayEvent(outcome, intent).type).toBe('requestUnanswered')
    }
  })
})
