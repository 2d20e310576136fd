import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { operationSchema } from '../../shared/transaction/operations.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Tests as the tables name them: a file, and a title or the title of a group. */
function namedTests(markdown: string): { file: string; title: string }[] {
  return Array.from(markdown.matchAll(/`([^`]+\.(?:test|spec)\.tsx?)` › “([^”]+)”/g), ([, file = '', title = '']) => ({
    file,
    title,
  }))
}

/** The rows of all tables of a page, without their heads. */
function rowsOf(markdown: string): string[][] {
  const lines = markdown.split('\n').filter((line) => line.startsWith('| '))
  const rows = lines.map((line) => line.split('|').slice(1, -1))
  return rows
    .map((cells) => cells.map((cell) => cell.trim()))
    .filter(([first = ''], at) => !/^-+$/.test(first) && !/^-+$/.test(rows[at + 1]?.[0]?.trim() ?? ''))
}

function hasTitle(source: string, title: string): boolean {
  return ["'", '"', '`'].some((quote) => source.includes(`${quote}${title}${quote},`))
}

const PAGES = ['docs/operations.md', 'docs/api-contradictions.md', 'docs/invariants.md', 'docs/callback-listener.md']

describe.each(PAGES)('%s', (page) => {
  const named = namedTests(read(page))

  test('names tests', () => {
    expect(named.length).toBeGreaterThan(10)
    // Every mention of a file of tests is one that is looked up below.
    const mentioned = read(page).match(/\.(?:test|spec)\.tsx?`/g) ?? []
    expect(mentioned.length - named.length).toBe(read(page).includes('`main/dev/docs.test.ts`') ? 1 : 0)
  })

  test.each(named)('names a test that exists: $file, $title', ({ file, title }) => {
    expect(existsSync(join(root, file)), file).toBe(true)
    expect(hasTitle(read(file), title), title).toBe(true)
  })
})

test('a title that is only spoken of is not found', () => {
  expect(hasTitle("test('sells', () => 1)", 'sells')).toBe(true)
  expect(hasTitle('// sells, always', 'sells')).toBe(false)
  expect(hasTitle("test('sells more', () => 1)", 'sells')).toBe(false)
})

test('the page of operations has a row for each one that Paydesk knows, with a test, and for no other', () => {
  const rows = rowsOf(read('docs/operations.md'))
  const names = rows.map(([first = '']) => /^`([a-zA-Z]+)`/.exec(first)?.[1] ?? first)
  expect([...new Set(names)].toSorted()).toEqual(operationSchema.options.toSorted())
  for (const row of rows) {
    expect(row).toHaveLength(7)
    for (const cell of row) expect(cell, row[0]).not.toBe('')
    expect(namedTests(row[6] ?? ''), row[0]).not.toEqual([])
  }
})

test('the page of contradictions has each of the forty-six once, in order, with a test or the reason for none', () => {
  const rows = rowsOf(read('docs/api-contradictions.md'))
  expect(rows.map(([number]) => number)).toEqual(Array.from({ length: 46 }, (_, index) => `6.${index + 1}`))
  for (const [number, question = '', answer = '', tests = ''] of rows) {
    expect(question.length, number).toBeGreaterThan(10)
    expect(answer.length, number).toBeGreaterThan(1)
    expect(namedTests(tests).length > 0 || tests.startsWith('none: '), number).toBe(true)
  }
})

test('the page of invariants has every one of them, with a test', () => {
  const rows = rowsOf(read('docs/invariants.md'))
  expect(rows.map(([first]) => first)).toEqual(Array.from({ length: 27 }, (_, at) => `R${(at + 1).toString()}`))
  for (const row of rows) expect(namedTests(row[2] ?? ''), row[0]).not.toEqual([])
})

test('the page of the listener has each of its rules, with a test', () => {
  const [, section = ''] = read('docs/callback-listener.md').split('## The rules and their tests')
  const rows = rowsOf(section)
  const rules = rows.map(([first = '']) => /^[LR][0-9]+/.exec(first)?.[0] ?? first)
  const listed = Array.from({ length: 9 }, (_, at) => `L${(at + 1).toString()}`)
  expect(rules).toEqual([...listed, 'The test of the way', 'R4', 'R5', 'R6', 'R18'])
  for (const row of rows) expect(namedTests(row[2] ?? ''), row[0]).not.toEqual([])
})
