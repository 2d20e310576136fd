import { z } from 'zod/mini'

/** The languages that Paydesk has words in. A new one is added here, and the compiler asks for its words on screen and paper. */
export const languageSchema = z.enum(['en', 'nl', 'de', 'fr', 'es', 'is'])
export type Language = z.infer<typeof languageSchema>

/** Each by its own name, to be found by whoever reads it. Not `Intl`: Chromium calls Icelandic by its English name. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  nl: 'Nederlands',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  is: 'Íslenska',
}

/** The language whose words a locale is shown in: its own, else English. */
export function toLanguage(locale: string): Language {
  const language = languageSchema.safeParse(locale.split('-')[0]?.toLowerCase())
  return language.success ? language.data : 'en'
}

/**
 * The locale of a shop whose till speaks another language: the words change, and the country stays with whatever that language
 * knows of its habits, such as the order of a date.
 */
export function toLocaleIn(language: Language, shopLocale: string): string {
  if (toLanguage(shopLocale) === language && shopLocale.toLowerCase().startsWith(language)) return shopLocale
  const { region } = new Intl.Locale(shopLocale)
  return region === undefined ? language : `${language}-${region}`
}

/** Scripts that are written from right to left. */
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'])

/** The direction in which the words of a locale run. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  const { script } = new Intl.Locale(locale).maximize()
  return script !== undefined && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr'
}
