import { expect, test } from 'vitest'
import { de } from './de.ts'
import { en } from './en.ts'

const WORDS = Object.entries<string>(de)
const PAIRS = Object.entries<string>(en).map(([id, english]) => ({
  id,
  english,
  words: WORDS.find(([own]) => own === id)?.[1] ?? '',
}))

test('German says in one way that a card was not charged, and never says so of anything else', () => {
  const notCharged = PAIRS.filter(({ english }) => /\b(?:not|nothing was) charged\b/i.test(english))
  expect(notCharged.length).toBeGreaterThan(20)
  expect(
    notCharged.filter(({ words }) => !/\b(?:nicht|bevor \S+ \S+) belastet\b/i.test(words)).map(({ id }) => id),
  ).toEqual([])
  const belastet = PAIRS.filter(({ words }) => /nicht belastet/i.test(words))
  expect(belastet.filter(({ english }) => !/\bcharged\b/i.test(english)).map(({ id }) => id)).toEqual([])
})

test('German breaks off a running payment with one word and takes a finished one back with another', () => {
  const cancelled = PAIRS.filter(({ id }) => /(?:^|\.)cancel/.test(id) && !id.includes('cannotCancel'))
  expect(cancelled.length).toBeGreaterThan(10)
  expect(
    cancelled.filter(({ id, words }) => /storn/i.test(words) && !id.startsWith('meaning.undo')).map(({ id }) => id),
  ).toEqual([])
  expect(WORDS.filter(([id, words]) => id.startsWith('state.undo') && !/storniert/i.test(words))).toEqual([])
})

test('German quotes and omissions are set as German sets them', () => {
  expect(WORDS.filter(([, words]) => /["'”«»]|[^„]*„[^“]*$|^[^„]*“/.test(words))).toEqual([])
  expect(WORDS.filter(([, words]) => /[^\u00a0}]…/.test(words))).toEqual([])
})

test('a manager’s approval is not called what the bank’s is', () => {
  expect(WORDS.filter(([id, words]) => id.startsWith('approval.') && /genehmig/i.test(words))).toEqual([])
  expect(WORDS.filter(([id, words]) => /^(?:state|headline)\./.test(id) && /freig/i.test(words))).toEqual([])
})
