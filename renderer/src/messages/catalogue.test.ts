import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { languageSchema, type Language } from '../../../shared/languages.ts'
import { loadCatalogue, toUsableLocale, type Catalogue } from './catalogue.ts'
import { en } from './en.ts'

const LANGUAGES = languageSchema.options
const CATALOGUES = new Map<Language, Catalogue>()
for (const language of LANGUAGES) CATALOGUES.set(language, await loadCatalogue(language))

function wordsOf(language: Language): Record<string, string> {
  const catalogue = CATALOGUES.get(language)
  if (catalogue === undefined) throw new Error(`no words in ${language}`)
  return catalogue
}

function argumentsOf(message: string): string[] {
  return [...new Set([...message.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? ''))]
}

test.each(LANGUAGES)('%s has the same words as English, in the same order', (language) => {
  expect(Object.keys(wordsOf(language))).toEqual(Object.keys(en))
})

test('each language has words of its own', () => {
  expect(new Set(LANGUAGES.map((language) => wordsOf(language)['act.close'])).size).toBe(LANGUAGES.length)
})

/** Each file of words of a language, by its path. */
const PARTS = import.meta.glob<Record<string, Record<string, string>>>('./*/*.ts', { eager: true })

test.each(LANGUAGES)('no two files of %s say the same thing, and each is part of the whole', (language) => {
  const ids = Object.entries(PARTS)
    .filter(([path]) => path.startsWith(`./${language}/`))
    .flatMap(([, part]) => Object.values(part).flatMap((words) => Object.keys(words)))
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.toSorted()).toEqual(Object.keys(wordsOf(language)).toSorted())
})

const SOURCES = import.meta.glob<string>(['../**/*.ts', '../**/*.tsx', '!../messages/**', '!../**/*.test.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
})

test('every word is used: none is kept that nobody can see any more', () => {
  const source = Object.values(SOURCES).join('\n')
  const literal = new Set([...source.matchAll(/'([a-z]\w*(?:\.\w+)+)'/gi)].map((match) => match[1]))
  const templates = [...source.matchAll(/`([a-z]\w*\.(?:[\w.]|\$\{[^}`]*\})*)`/gi)].map(
    (match) => new RegExp(`^${(match[1] ?? '').replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '[\\w.]+')}$`),
  )
  expect(templates.length).toBeGreaterThan(5)
  const unused = Object.keys(en).filter((id) => !literal.has(id) && !templates.some((template) => template.test(id)))
  expect(unused).toEqual([])
})

test.each(LANGUAGES)('every message of %s is valid ICU and says something', (locale) => {
  for (const [id, message] of Object.entries(wordsOf(locale))) {
    const values = Object.fromEntries(argumentsOf(message).map((name) => [name, name === 'count' ? 2 : 'x']))
    expect(new IntlMessageFormat(message, locale).format({ ...values, digits: 2 }), id).not.toBe('')
  }
})

test.each(LANGUAGES)('a message takes the same values in %s as in English', (language) => {
  const simple = (message: string) =>
    [...message.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').toSorted((one, two) => one.localeCompare(two))
  const words = wordsOf(language)
  for (const [id, message] of Object.entries<string>(en)) {
    if (/, (?:select|plural),/.test(message)) continue
    expect(simple(words[id] ?? ''), id).toEqual(simple(message))
  }
})

/** The choices of each plural in a message, such as `=0, one, other`. */
function pluralsOf(message: string): string[] {
  const plurals = [...message.matchAll(/, plural,((?:\s*(?:=\d+|\w+)\s*\{[^{}]*\})+)\s*\}/g)]
  expect(plurals.length, message).toBe(message.split(', plural,').length - 1)
  return plurals.map(([, choices = '']) => {
    const names = [...choices.matchAll(/(=\d+|\w+)\s*\{/g)].map((match) => match[1] ?? '')
    return names
      .filter((name) => !name.startsWith('='))
      .toSorted()
      .join(', ')
  })
}

test.each(LANGUAGES)('whatever %s counts has every form that the language has, and no other', (language) => {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted().join(', ')
  const plurals = Object.values(wordsOf(language)).flatMap(pluralsOf)
  expect(plurals.length).toBeGreaterThan(5)
  expect(new Set(plurals)).toEqual(new Set([forms]))
})

test('the base language picks the words, and English stands in for a language that has none', async () => {
  expect(await loadCatalogue('nl-BE')).toBe(CATALOGUES.get('nl'))
  expect(await loadCatalogue('en-IE')).toBe(en)
  expect(await loadCatalogue('fi-FI')).toBe(en)
})

test('a locale that is not a tag does not stop the till', () => {
  expect(toUsableLocale('en_GB!')).toBe('en')
  expect(toUsableLocale('NL-nl')).toBe('nl-NL')
})

test('no failure says by itself that nothing was charged: the money state says that, before it', () => {
  const failures = Object.entries<string>(en).filter(([id]) => id.startsWith('error.'))
  expect(failures.filter(([, message]) => /nothing was charged|not charged/i.test(message))).toEqual([])
})
