import { loadCatalogue } from './catalogue.ts'

const KEY = 'paydesk.words'

/**
 * Begins to load the words that this till last spoke, while main is asked which it speaks: the one does not wait for the other.
 * A guess and nothing else. Who needs words loads them, and meets the failure of a file that cannot be had.
 */
export function loadWordsAhead(): void {
  const locale = recall()
  if (locale !== null) loadCatalogue(locale).catch(() => undefined)
}

/** Keeps the locale for the next start; where nothing can be kept, that start guesses nothing. */
export function rememberWords(locale: string): void {
  try {
    localStorage.setItem(KEY, locale)
  } catch {
    return
  }
}

function recall(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}
