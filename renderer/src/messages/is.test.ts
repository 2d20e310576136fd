import { expect, test } from 'vitest'
import { is } from './is.ts'

const WORDS = Object.entries<string>(is)

/** The words of one kind of operation, wherever they are. */
function wordsOf(moves: string): [string, string][] {
  const found = WORDS.filter(([id]) => id.includes(`.${moves}.`) || id.endsWith(`.${moves}`))
  expect(found.length).toBeGreaterThan(20)
  return found
}

test('an Icelandic refund is never called a charge, and what is held is never called charged', () => {
  expect(wordsOf('refund').filter(([, words]) => /gjaldf|samþykk/i.test(words))).toEqual([])
  expect(wordsOf('undo').filter(([, words]) => /gjaldf|samþykk/i.test(words))).toEqual([])
  expect(wordsOf('hold').filter(([, words]) => /(?<!ekki |ekkert er )gjaldf|samþykk/i.test(words))).toEqual([])
})

test('what a manager settled is never called approved in Icelandic', () => {
  const settled = WORDS.filter(([id]) => /settled/i.test(id))
  expect(settled.length).toBeGreaterThan(4)
  expect(settled.filter(([, words]) => /samþykk/i.test(words))).toEqual([])
})

test('Icelandic has one word for each thing: no other stands for a charge, a reversal or a terminal', () => {
  expect(WORDS.filter(([, words]) => /skuldf|rukk|ógild|(?<!\{)terminal/i.test(words))).toEqual([])
})

test('only what is printed once more is called a copy in Icelandic', () => {
  const copies = WORDS.filter(([, words]) => /\bAFRIT\b|\bafrit\b/.test(words)).map(([id]) => id)
  expect(copies).toEqual(['print.preview.copy', 'job.repeat', 'job.printer.doneCopy', 'job.mail.doneCopy'])
})

test('Icelandic quotes are low and high, and a name is never bent by the sentence around it', () => {
  expect(WORDS.filter(([, words]) => /["'”]|“[^“„]*“/.test(words))).toEqual([])
  expect(
    WORDS.filter(([, words]) => /(?:af|frá|hjá|til|Skoða|Opna) \{(?:what|operation|choice)\}/.test(words)),
  ).toEqual([])
})
