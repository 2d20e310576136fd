import { describe, expect, test } from 'vitest'
import { aSale } from '../../../shared/testing/transactions.ts'
import { operationSchema, rulesOf } from '../../../shared/transaction/operations.ts'
import type { HistoryEntry } from './answers.ts'
import { judgeHistory, type HistoryVerdict } from './history.ts'
import { readEntry } from './wire-result.ts'

function entry(finStatus: string, type: string | null, totalAmount: number | null = 100): HistoryEntry {
  const reading = readEntry({ finStatus, type, totalAmount })
  if (reading.type !== 'entry') throw new Error(`not an entry: ${JSON.stringify(reading)}`)
  return reading.entry
}

const sale = entry('AUTHORISED', 'SALE')

/** By the request that the first entry answers. */
function judge(outcomes: HistoryEntry[]): HistoryVerdict {
  const type = outcomes[0]?.type ?? ''
  const operation = operationSchema.options.find((name) => rulesOf(name).resultTypes.includes(type)) ?? 'sale'
  return judgeHistory(outcomes, { ...aSale, operation, amountMinor: 100 })
}

describe('the gateway’s history says charged', () => {
  test.each<[string, HistoryEntry[], number | null]>([
    ['for an approved sale', [sale], 100],
    ['for a partly approved one, with its part', [entry('PARTIAL_APPROVAL', 'SALE', 60)], 60],
    ['for a captured one', [entry('CAPTURED', 'PRE_AUTHORIZATION')], 100],
    ['without an amount where none is told', [entry('AUTHORISED', 'SALE', null)], null],
    ['where a reversal was refused', [sale, entry('DECLINED', 'REVERSAL')], 100],
    ['where part of it was refunded since', [sale, entry('AUTHORISED', 'REFUND', 40)], 100],
  ])('%s', (_, outcomes, chargedMinor) => {
    expect(judge(outcomes)).toEqual({ verdict: 'charged', chargedMinor })
  })
})

describe('the gateway’s history says reversed', () => {
  test.each<[string, HistoryEntry[]]>([
    ['for a cancelled sale', [entry('CANCELLED', 'SALE')]],
    ['for a declined sale', [entry('DECLINED', 'SALE')]],
    ...['REVERSAL', 'VOID_SALE', 'CANCEL_SALE', 'CANCEL_TRX'].map((type): [string, HistoryEntry[]] => [
      `for a sale with a ${type}`,
      [sale, entry('AUTHORISED', type)],
    ]),
    ['for a sale whose reversal tells no amount', [sale, entry('AUTHORISED', 'REVERSAL', null)]],
    ['for a refund that was voided', [entry('AUTHORISED', 'REFUND'), entry('AUTHORISED', 'VOID_REFUND')]],
  ])('%s', (_, outcomes) => {
    expect(judge(outcomes)).toEqual({ verdict: 'reversed', chargedMinor: null })
  })
})

describe('the gateway’s history is unclear', () => {
  test.each<[string, HistoryEntry[]]>([
    ['when it is empty', []],
    ['when the sale is in progress', [entry('IN_PROGRESS', 'SALE')]],
    ['when the sale is undefined', [entry('UNDEFINED', 'SALE')]],
    ['when a reversal is in progress', [sale, entry('IN_PROGRESS', 'REVERSAL')]],
    ['when the sale failed', [entry('FAILED', 'SALE')]],
    ['when all of it was refunded', [entry('REFUNDED', 'SALE')]],
    ['when only part was reversed', [sale, entry('AUTHORISED', 'REVERSAL', 40)]],
    ['when a second sale has the same reference', [sale, entry('AUTHORISED', 'SALE')]],
    ['when it holds something unknown', [sale, entry('AUTHORISED', 'SOMETHING_NEW')]],
    ['when it holds something without a kind', [sale, entry('AUTHORISED', null)]],
    ['when nothing was charged', [entry('AUTHORISED', 'SALE', 0)]],
    ['when less than nothing was charged', [entry('AUTHORISED', 'SALE', -5)]],
    ['when more was charged than was asked for', [entry('AUTHORISED', 'SALE', 101)]],
  ])('%s', (_, outcomes) => {
    expect(judge(outcomes)).toEqual({ verdict: 'unclear', chargedMinor: null })
  })
})

describe('files about something else than what was asked for', () => {
  const asked = { ...aSale, amountMinor: 100 }

  test.each<[string, Record<string, unknown>]>([
    ['of another currency', { currency: 'USD' }],
    ['of another kind: money went to the customer', { type: 'REFUND' }],
    ['of another terminal', { deviceStatus: { serialNumber: '082104579' } }],
  ])('%s confirm no charge (safety R22)', (_, odd) => {
    const said = { finStatus: 'AUTHORISED', type: 'SALE', currency: 'EUR', totalAmount: 100 }
    const read = (json: unknown) => {
      const reading = readEntry(json)
      return reading.type === 'entry' ? [reading.entry] : []
    }
    expect(judgeHistory(read(said), asked)).toEqual({ verdict: 'charged', chargedMinor: 100 })
    expect(judgeHistory(read({ ...said, ...odd }), asked)).toEqual({ verdict: 'unclear', chargedMinor: null })
  })
})
