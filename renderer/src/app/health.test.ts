import { expect, test } from 'vitest'
import { APP } from '../../dev/fixtures.ts'
import type { Health } from '../../../shared/ipc/snapshots.ts'
import { en } from '../messages/en.ts'
import { toText } from '../ui/text.ts'
import { findProblems } from './health.ts'

const NOW = Date.UTC(2026, 10, 21, 12)
const HOUR_MS = 60 * 60 * 1000
const text = toText('en-IE', en)

function titlesOf(given: Partial<Health>): string[] {
  return findProblems({ ...APP.health, lastBackupAt: NOW - HOUR_MS, ...given }, NOW, text).map(({ title }) => title)
}

test('a till that is well says nothing about itself, and neither does a new one', () => {
  expect(titlesOf({})).toEqual([])
  expect(titlesOf({ lastBackupAt: null })).toEqual([])
  expect(titlesOf({ callback: { status: 'off' } })).toEqual([])
})

test('a backup is missed after a day, not before', () => {
  expect(titlesOf({ lastBackupAt: NOW - 24 * HOUR_MS })).toEqual([])
  expect(titlesOf({ lastBackupAt: NOW - 24 * HOUR_MS - 1 })).toHaveLength(1)
})

test('a failed backup is said at once, with the core’s own words for support only', () => {
  expect(titlesOf({ lastBackupAt: null, backupProblem: 'EACCES' })).toEqual([en['health.backup.never']])
  expect(findProblems({ ...APP.health, backupProblem: 'EACCES' }, NOW, text)[0]?.support).toBe('EACCES')
})

test('a certificate is spoken of three weeks before it ends', () => {
  const ending = (inDays: number) =>
    titlesOf({
      callback: { status: 'listening', certificateEndsAt: NOW + inDays * 24 * HOUR_MS },
    })
  expect(ending(22)).toEqual([])
  expect(ending(21)).toHaveLength(1)
})

test('the worst stands first', () => {
  const titles = titlesOf({
    callback: { status: 'failed', because: 'EADDRINUSE' },
    lastBackupAt: 0,
    orphanCount: 1,
    unreadableCount: 2,
    restored: 'moved aside',
  })
  expect(titles.map((title) => title.split(' ').slice(0, 2).join(' '))).toEqual([
    'The payments',
    '1 result',
    '2 reports',
    'The payments',
    'The terminals',
  ])
  expect(titles[0]).toBe(en['health.restored'])
})
