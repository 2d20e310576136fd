import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { languageSchema, type Language } from '../../../shared/languages.ts'
import type { Log } from '../ports.ts'
import { createPreferenceFile } from './preference-file.ts'
import { createPreferences, type TillPreferences } from './preferences.ts'

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paydesk-preferences-'))
  file = join(folder, 'preferences.json')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function open(shopLocale = 'en-IE', allowed?: readonly Language[]): TillPreferences {
  return createPreferences({ store: createPreferenceFile(file, silent), shopLocale, allowed })
}

test('a new till speaks the shop’s language and can be heard', () => {
  expect(open('nl-BE').read()).toEqual({
    language: null,
    shopLanguage: 'nl',
    languages: languageSchema.options,
    volume: 70,
    isMuted: false,
    problem: null,
  })
  expect(open('nl-BE').locale()).toBe('nl-BE')
})

test('what is chosen counts at once and after the next start', () => {
  const till = open()
  expect(till.write({ language: 'nl', volume: 30 })).toMatchObject({ ok: true, value: { language: 'nl', volume: 30 } })
  expect(till.locale()).toBe('nl-IE')
  expect(open().read()).toMatchObject({ language: 'nl', volume: 30, isMuted: false })
  expect(open().locale()).toBe('nl-IE')
})

test('one choice changes nothing else, and the shop’s language can be chosen back', () => {
  const till = open()
  till.write({ language: 'nl', isMuted: true })
  till.write({ language: null })
  expect(till.read()).toMatchObject({ language: null, isMuted: true })
  expect(till.locale()).toBe('en-IE')
})

test('a language that the manager does not offer is refused, and one chosen earlier no longer counts', () => {
  open().write({ language: 'nl' })
  const fixed = open('en-IE', ['en'])
  expect(fixed.read()).toMatchObject({ language: null, languages: ['en'] })
  expect(fixed.locale()).toBe('en-IE')
  expect(fixed.write({ language: 'nl' })).toMatchObject({ ok: false, error: { code: 'input.invalid' } })
})

test.each([
  ['no JSON', '{'],
  ['another subject', '{"volume":"loud"}'],
  ['nothing', ''],
])('a file of %s is moved aside, said once, and does not stop the start', (_, text) => {
  writeFileSync(file, text)
  const till = open()
  expect(till.read()).toMatchObject({ language: null, volume: 70, problem: 'reset' })
  expect(readFileSync(`${file}.damaged`, 'utf8')).toBe(text)
  till.write({ volume: 20 })
  expect(till.read().problem).toBeNull()
  expect(open().read()).toMatchObject({ volume: 20, problem: null })
})

test('the file of a Paydesk with other languages keeps everything else', () => {
  writeFileSync(file, JSON.stringify({ language: 'xx', volume: 10, isMuted: true, later: 1 }))
  expect(open().read()).toMatchObject({ language: null, volume: 10, isMuted: true, problem: null })
})

test('what cannot be saved counts until the end and says so', () => {
  mkdirSync(`${file}.new`)
  const till = open()
  expect(till.write({ isMuted: true })).toMatchObject({ ok: true, value: { isMuted: true, problem: 'notSaved' } })
  expect(existsSync(file)).toBe(false)
})
