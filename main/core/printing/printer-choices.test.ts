import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readPrinterChoices } from './printer-choices.ts'

let folder = ''
let file = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paydesk-printers-'))
  file = join(folder, 'printers.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('printer and paper are kept over a restart, each printer with its own paper', () => {
  const first = readPrinterChoices(file, 1)
  expect([first.chosen(), first.paperOf('Bar'), first.isLost()]).toEqual([null, '80mm', false])
  first.choose('Bar', '58mm', true)
  first.choose('Office', 'a4', false)
  const second = readPrinterChoices(file, 2)
  expect([second.chosen(), second.paperOf('Bar'), second.paperOf('Office')]).toEqual(['Bar', '58mm', 'a4'])
  second.choose('Bar', '58mm', false)
  expect(readPrinterChoices(file, 3).chosen()).toBeNull()
})

test.each(['', '{', '[]', '{"chosen":7}', '{"papers":{"Bar":"letter"}}', `{"chosen":"${'x'.repeat(70_000)}"}`])(
  'a broken file %.20j is kept aside, and the till goes on without choices and says so',
  (text) => {
    writeFileSync(file, text)
    const choices = readPrinterChoices(file, 5)
    expect([choices.chosen(), choices.paperOf('Bar'), choices.isLost()]).toEqual([null, '80mm', true])
    expect(readFileSync(`${file}.damaged-5`, 'utf8')).toBe(text)
    choices.choose('Bar', '58mm', true)
    expect(choices.isLost()).toBe(false)
    expect(readdirSync(folder).toSorted()).toEqual(['printers.json', 'printers.json.damaged-5'])
  },
)

test('a printer that is called like a member of every object has the paper of any other', () => {
  expect(readPrinterChoices(file, 1).paperOf('constructor')).toBe('80mm')
})

test('a choice that cannot be written is not made', () => {
  const choices = readPrinterChoices(join(folder, 'missing', 'printers.json'), 1)
  expect(choices.choose('Bar', '58mm', true).ok).toBe(false)
  expect(choices.chosen()).toBeNull()
})
