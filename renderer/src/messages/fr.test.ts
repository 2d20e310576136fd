import { expect, test } from 'vitest'
import { fr } from './fr.ts'

const WORDS = Object.entries<string>(fr)

test('French signs are never left alone at the start of a line', () => {
  expect(WORDS.filter(([, words]) => / [;:!?»]|« /.test(words))).toEqual([])
  expect(WORDS.filter(([, words]) => /[^\u202f](?:[;!?](?=\s|$)|»)|«(?!\u202f)|[^\u00a0]:(?=\s)/.test(words))).toEqual(
    [],
  )
})

test('French says what is not known in one way, and leaves no English sign', () => {
  expect(WORDS.filter(([, words]) => /inconnu(?! de la banque)|["'“”]/i.test(words)).map(([id]) => id)).toEqual([
    'printer.status.unknown',
  ])
})

test('French stops a payment with one word and takes a finished one back with another', () => {
  const cancelled = WORDS.filter(([id]) => /(?:^|\.)cancell?(?:ed|Requested|$)/.test(id)).map(([, words]) => words)
  expect(cancelled.length).toBeGreaterThan(5)
  expect(cancelled.filter((words) => /annul/i.test(words) && !/abandon|arrêté/i.test(words))).toEqual([])
})
