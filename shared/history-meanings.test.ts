import { expect, test } from 'vitest'
import { readMeanings } from './history-meanings.ts'

const english = { currency: 'EUR', locale: 'en-GB' }
const dutch = { currency: 'EUR', locale: 'nl' }
const american = { currency: 'USD', locale: 'en-US' }

function amountsOf(text: string, habits = english) {
  return readMeanings(text, habits).flatMap((meaning) => (meaning.type === 'amount' ? [meaning.amountMinor] : []))
}

function typesOf(text: string, habits = english) {
  return readMeanings(text, habits).map(({ type }) => type)
}

function timesOf(text: string, habits = english) {
  return readMeanings(text, habits).flatMap((meaning) => (meaning.type === 'time' ? [meaning.minute] : []))
}

test('an amount may be written in every way that the till takes', () => {
  expect(amountsOf('45')).toEqual([4500])
  expect(amountsOf('45.00')).toEqual([4500])
  expect(amountsOf('45,00')).toEqual([4500])
  expect(amountsOf('€ 45')).toEqual([4500])
  expect(amountsOf('1.234,56', dutch)).toEqual([123_456])
  expect(amountsOf('1,234.56')).toEqual([123_456])
})

test('a refund may be looked for as it is shown, with its minus', () => {
  expect(amountsOf('-45.00')).toEqual([4500])
  expect(amountsOf('−45')).toEqual([4500])
})

test('digits alone may be whole units or what was typed on the keypad', () => {
  expect(amountsOf('4500')).toEqual([450_000, 4500])
  expect(amountsOf('12')).toEqual([1200])
  expect(amountsOf('4500', { currency: 'JPY', locale: 'ja' })).toEqual([4500])
})

test('four digits are searched for in all that they may mean', () => {
  expect(typesOf('4242')).toEqual(['number', 'amount', 'amount', 'lastFour', 'reference', 'words'])
})

test('a masked card number is a card', () => {
  for (const text of ['•••• 4242', '****4242', '…4242']) {
    expect(readMeanings(text, english)).toContainEqual({ type: 'lastFour', digits: '4242' })
    expect(typesOf(text)).not.toContain('words')
  }
  expect(typesOf('14242')).not.toContain('lastFour')
})

test('the sign of a number means a number and nothing else', () => {
  expect(readMeanings('#1042', english)).toEqual([{ type: 'number', number: 1042 }])
  expect(readMeanings(' # 1042', english)).toEqual([{ type: 'number', number: 1042 }])
  expect(readMeanings('#order', english)).toEqual([])
})

test('a time is by the clock of the locale', () => {
  expect(readMeanings('14:33', english)).toEqual([{ type: 'time', minute: 14 * 60 + 33 }])
  expect(timesOf('9:05', dutch)).toEqual([9 * 60 + 5])
  expect(timesOf('2:33', american)).toEqual([2 * 60 + 33, 14 * 60 + 33])
  expect(timesOf('12:10', american)).toEqual([10, 12 * 60 + 10])
  expect(timesOf('2:33 pm', american)).toEqual([14 * 60 + 33])
  expect(timesOf('12:05 am')).toEqual([5])
  expect(timesOf('24:00')).toEqual([])
  expect(timesOf('14:33 pm')).toEqual([])
})

test('a reference is found by four of its digits, or by all of it', () => {
  expect(readMeanings('3F0c', english)).toContainEqual({ type: 'reference', prefix: '3f0c' })
  const whole = '3f0c9a52-7b1e-4d68-9c35-5e2a81d40b77'
  const bare = whole.replaceAll('-', '')
  expect(readMeanings(whole, english)).toContainEqual({ type: 'reference', prefix: bare })
  expect(readMeanings(whole, english)).toContainEqual({ type: 'transactionId', prefix: bare })
  expect(typesOf('3f0')).not.toContain('reference')
  expect(typesOf('3f0z')).not.toContain('reference')
})

test('words of the customer reference are compared without capitals, accents and signs', () => {
  expect(readMeanings('Müller 10-42', english)).toContainEqual({ type: 'words', words: ['muller', '10', '42'] })
  expect(readMeanings('Łódź', english)).toContainEqual({ type: 'words', words: ['łodz'] })
})

test('what can mean nothing has no meaning', () => {
  for (const text of ['', ' ', 'a', '-', '.', '!?', '0', '#']) expect(readMeanings(text, english)).toEqual([])
})

test('text that somebody pasted by mistake is no trouble', () => {
  const meanings = readMeanings(`"OR 1=1; -- ${'x '.repeat(40)}`, english)
  expect(meanings.map(({ type }) => type)).toEqual(['words'])
})
