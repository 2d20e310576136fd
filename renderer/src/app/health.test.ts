import { expect, test } from 'vitest'
import { APP, TRAFFIC } from '../../dev/fixtures.ts'
import { referenceSchema } from '../../../shared/ids.ts'
import type { CallbackTraffic, Health } from '../../../shared/ipc/snapshots.ts'
import { en } from '../messages/en.ts'
import { toText } from '../ui/text.ts'
import { findProblems, listRefused } from './health.ts'

const NOW = Date.UTC(2026, 10, 21, 12)
const HOUR_MS = 60 * 60 * 1000
const SALE = referenceSchema.parse('0f1e2d3c-4b5a-4697-8877-66554433aa01')
const text = toText('en-IE', en, 'UTC')

type Listening = Extract<Health['callback'], { status: 'listening' }>

const listening: Listening = { status: 'listening', certificateEndsAt: null, warnings: [], traffic: TRAFFIC }

function problemsOf(given: Partial<Health>) {
  return findProblems({ ...APP.health, lastBackupAt: NOW - HOUR_MS, ...given }, NOW, text)
}

function titlesOf(given: Partial<Health>): string[] {
  return problemsOf(given).map(({ title }) => title)
}

test('a till that is well says nothing about itself, and neither does a new one', () => {
  expect(titlesOf({})).toEqual([])
  expect(titlesOf({ lastBackupAt: null })).toEqual([])
  expect(titlesOf({ callback: { status: 'off' } })).toEqual([])
})

test('a listener that turns strangers away is well', () => {
  expect(titlesOf({ callback: listening })).toEqual([])
})

test('a backup is missed after a day, not before', () => {
  expect(titlesOf({ lastBackupAt: NOW - 24 * HOUR_MS })).toEqual([])
  expect(titlesOf({ lastBackupAt: NOW - 24 * HOUR_MS - 1 })).toHaveLength(1)
})

test('a failed backup is said at once, with the core’s own words for support only', () => {
  expect(titlesOf({ lastBackupAt: null, backupProblem: 'EACCES' })).toEqual([en['health.backup.never']])
  expect(findProblems({ ...APP.health, backupProblem: 'EACCES' }, NOW, text)[0]?.support).toBe('EACCES')
})

test('a certificate is spoken of once the listener warns of its end, with the day', () => {
  const certificateEndsAt = Date.UTC(2026, 11, 5, 12)
  expect(titlesOf({ callback: { ...listening, certificateEndsAt } })).toEqual([])
  const ending: Listening = { ...listening, certificateEndsAt, warnings: ['certificateEndsSoon'] }
  expect(titlesOf({ callback: ending })).toEqual(['The certificate for results ends on Saturday, 5 December'])
})

test('results that come unencrypted are spoken of, beside a certificate that ends', () => {
  expect(titlesOf({ callback: { ...listening, warnings: ['plainHttp'] } })).toEqual([en['health.plain']])
  const both: Listening = { ...listening, certificateEndsAt: NOW, warnings: ['plainHttp', 'certificateEndsSoon'] }
  expect(titlesOf({ callback: both })).toHaveLength(2)
})

test('a result that named another payment is spoken of, with when, and which payment for support only (L4)', () => {
  const foreign = { payments: 2, lastAt: NOW - HOUR_MS, lastReference: SALE }
  const traffic: CallbackTraffic = { ...TRAFFIC, foreign }
  for (const callback of [
    { ...listening, traffic },
    { status: 'failed' as const, because: 'portTaken', traffic },
  ]) {
    const [problem] = problemsOf({ callback })
    expect(problem).toMatchObject({ title: 'The results of 2 payments named another payment', support: SALE })
    expect(problem?.todo).toContain('21 Nov 2026, 11:00:00')
    expect(problem?.todo).not.toContain(SALE)
  }
})

test('what was turned away is told by kind, and a kind that never came is not', () => {
  const none = { strangers: 0, otherName: 0, unusable: 0, notSaved: 0, connections: 0 }
  expect(listRefused({ ...TRAFFIC, refused: none }, text)).toEqual([])
  expect(listRefused({ ...TRAFFIC, refused: { ...none, strangers: 41, otherName: 1 } }, text)).toEqual([
    '1 request under another name: if these are results, the relay changes Host',
    '41 requests without the right address and token',
  ])
  expect(listRefused({ ...TRAFFIC, refused: { ...none, unusable: 1, notSaved: 2, connections: 3 } }, text)).toEqual([
    '1 delivery of a result that cannot be read',
    '2 deliveries that could not be saved: the terminal sends it again',
    '3 connections that broke off or were too slow',
  ])
})

test('the worst stands first', () => {
  const foreign = { payments: 1, lastAt: NOW, lastReference: SALE }
  const titles = titlesOf({
    callback: { status: 'failed', because: 'portTaken', traffic: { ...TRAFFIC, foreign } },
    lastBackupAt: 0,
    orphanCount: 1,
    unreadableCount: 2,
    restored: 'moved aside',
  })
  expect(titles.map((title) => title.split(' ').slice(0, 2).join(' '))).toEqual([
    'The payments',
    '1 result',
    '2 reports',
    'The result',
    'The payments',
    'The terminals',
  ])
  expect(titles[0]).toBe(en['health.restored'])
})
