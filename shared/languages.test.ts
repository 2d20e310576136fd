import { expect, test } from 'vitest'
import { directionOf, LANGUAGE_NAMES, languageSchema, toLanguage, toLocaleIn } from './languages.ts'

test('the words of a locale are those of its language, and English where there are none', () => {
  expect(toLanguage('nl-BE')).toBe('nl')
  expect(toLanguage('NL')).toBe('nl')
  expect(toLanguage('fi-FI')).toBe('en')
})

test('another language keeps the country of the shop, and the shop’s own is as it was', () => {
  expect(toLocaleIn('nl', 'nl-BE')).toBe('nl-BE')
  expect(toLocaleIn('nl', 'en-IE')).toBe('nl-IE')
  expect(toLocaleIn('en', 'nl-NL')).toBe('en-NL')
  expect(toLocaleIn('nl', 'en')).toBe('nl')
  expect(toLocaleIn('en', 'fi-FI')).toBe('en-FI')
})

test('every language is chosen by its own name in its own language', () => {
  for (const language of languageSchema.options) {
    const name = new Intl.DisplayNames(language, { type: 'language' }).of(language)
    expect(LANGUAGE_NAMES[language].toLocaleLowerCase(language)).toBe(name?.toLocaleLowerCase(language))
  }
})

test('Arabic and Hebrew run from right to left, and nothing else that a till meets', () => {
  expect(['ar', 'he-IL', 'fa'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl'])
  expect(['en-IE', 'nl', 'is', 'de-AT'].map(directionOf)).toEqual(['ltr', 'ltr', 'ltr', 'ltr'])
})
