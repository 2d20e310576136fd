import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { createFileLog, type FileLogOptions } from './log.ts'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

function open(options: Partial<FileLogOptions> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-log-'))
  const log = createFileLog({ folder, now: () => Date.UTC(2026, 0, 2), ...options })
  closers.push(() => {
    log.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const text = (): string => readFileSync(join(folder, 'paydesk.log'), 'utf8')
  const lines = (): unknown[] =>
    text()
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
  return { log, folder, text, lines }
}

describe('the log', () => {
  test('holds one JSON object a line, whatever is said', () => {
    const { log, lines } = open()
    log.info('started', { version: '1\n2', attempts: 2, isTraining: true, terminal: null })
    log.warn('slow')
    expect(lines()).toEqual([
      {
        version: '1\n2',
        attempts: 2,
        isTraining: true,
        terminal: null,
        at: '2026-01-02T00:00:00.000Z',
        level: 'info',
        event: 'started',
      },
      { at: '2026-01-02T00:00:00.000Z', level: 'warn', event: 'slow' },
    ])
  })

  test('cannot be read by other people of the computer', () => {
    const { log, folder } = open()
    log.info('started')
    expect(statSync(join(folder, 'paydesk.log')).mode & 0o077).toBe(0)
  })

  test('hides a registered secret in every form in which it travels', () => {
    const { log, text } = open()
    log.addSecret('canary "key"/1')
    log.error('failed with canary "key"/1', {
      url: 'https://x/?k=canary%20%22key%22%2F1',
      quoted: '{"key":"canary \\"key\\"/1"}',
      'canary "key"/1': 1,
    })
    expect(text()).not.toContain('canary')
  })

  test.each([
    'ApiKeyCloud',
    'apiKey',
    'api_key',
    'token',
    'AUTH-TOKEN',
    'cardToken',
    'ssk',
    'pin',
    'unMaskedPan',
    'Authorization',
  ])('never writes a field called %s', (name) => {
    const { log, text } = open()
    log.info('seen', { [name]: 'canary' })
    expect(text()).not.toContain('canary')
  })

  test('masks full card numbers, as text and as numbers', () => {
    const { log, text } = open()
    log.info('card 4111 1111 1111 1111', { card: '5555555555554444', number: 4111111111111111, ms: 1234567890123 })
    expect(text()).toContain('**** **** **** 1111')
    expect(text()).toContain('************4444')
    expect(text()).not.toMatch(/4111111111111111|555555555555/)
    expect(text()).toContain('"ms":1234567890123')
  })

  test('stays within its size, in as many files as it may have', () => {
    const { log, folder } = open({ maxBytes: 500, maxFiles: 3 })
    for (let count = 0; count < 100; count += 1) log.info('line', { count })
    const files = readdirSync(folder).sort()
    expect(files).toEqual(['paydesk.1.log', 'paydesk.2.log', 'paydesk.log'])
    for (const file of files) expect(statSync(join(folder, file)).size).toBeLessThanOrEqual(500)
    expect(readFileSync(join(folder, 'paydesk.log'), 'utf8')).toContain('"count":99')
  })

  test('goes on in the file of the last start', () => {
    const { log, folder, lines } = open()
    log.info('first')
    const again = createFileLog({ folder, now: () => 0 })
    again.info('second')
    again.close()
    expect(lines()).toMatchObject([{ event: 'first' }, { event: 'second' }])
  })

  test('never fails towards the payment that writes to it, and counts what it lost', () => {
    const { folder } = open()
    const blocked = join(folder, 'blocked')
    writeFileSync(blocked, 'a file where the folder should be')
    const log = createFileLog({ folder: blocked, now: () => 0 })
    log.info('lost')
    log.error('lost too')
    rmSync(blocked)
    mkdirSync(blocked)
    log.info('written')
    log.close()
    log.info('after the end')
    expect(readFileSync(join(blocked, 'paydesk.log'), 'utf8')).toMatch(/^\{"lostLines":2,.*"event":"written"\}\n$/)
  })

  test('survives a clock that makes no sense', () => {
    const { log } = open({ now: () => Number.NaN })
    expect(() => log.info('started')).not.toThrow()
  })
})
