import { expect, test } from 'vitest'
import { en } from './en.ts'
import { es } from './es.ts'

const WORDS = Object.entries<string>(es)
const english = new Map(Object.entries<string>(en))

/** The messages whose id is like this, and those of them that are not as they should be. */
function wordsOf(id: RegExp): [string, string][] {
  const found = WORDS.filter(([one]) => id.test(one))
  expect(found.length).toBeGreaterThan(3)
  return found
}

test('Spanish says in one way that nothing was charged', () => {
  const notCharged = WORDS.filter(([id]) => /\b(?:not|nothing (?:was|is)) charged\b/i.test(english.get(id) ?? ''))
  expect(notCharged.length).toBeGreaterThan(20)
  expect(notCharged.filter(([, words]) => !/\bno (?:se (?:ha )?)?cobra/i.test(words))).toEqual([])
})

test('Spanish says in one way that it is not known yet', () => {
  const unknown = wordsOf(/^money\.unknown|^state\.notKnown|group\.inDoubt|try\.doubt/)
  expect(new Set(unknown.map(([, words]) => words))).toEqual(new Set(['Aún no se sabe']))
  const headlines = wordsOf(/^headline\.(?!none).*notKnown/)
  expect(headlines.filter(([, words]) => !words.startsWith('Aún no se sabe'))).toEqual([])
})

test('Spanish never says of a refund what it says of a charge, nor of a hold that it was charged', () => {
  expect(wordsOf(/\.refund\./).filter(([, words]) => /cobr|aprob/i.test(words))).toEqual([])
  expect(wordsOf(/\.hold\./).filter(([, words]) => /aprob|(?<!no )(?<!no se )cobr/i.test(words))).toEqual([])
})

test('Spanish cancels a running payment with one word and takes a finished one back with another', () => {
  const cancelled = wordsOf(/(?:^|\.)cancel/).filter(([id]) => !id.includes('.undo.'))
  expect(cancelled.filter(([, words]) => /anul/i.test(words))).toEqual([])
  expect(wordsOf(/^state\.undo\./).filter(([, words]) => !/anulado/i.test(words))).toEqual([])
})

test('a manager authorises and the bank approves', () => {
  expect(wordsOf(/^approval\./).filter(([, words]) => /aprob/i.test(words))).toEqual([])
  expect(wordsOf(/^(?:state|headline)\./).filter(([, words]) => /autoriz/i.test(words))).toEqual([])
})

test('a Spanish question has both of its marks, and a quotation the marks of Spanish', () => {
  const marks = (words: string, mark: string): number => words.split(mark).length
  expect(WORDS.filter(([, words]) => marks(words, '¿') !== marks(words, '?'))).toEqual([])
  expect(WORDS.filter(([, words]) => marks(words, '«') !== marks(words, '»'))).toEqual([])
  expect(WORDS.filter(([, words]) => /["'“”„’]|« | »|\.\.\./.test(words))).toEqual([])
})
