import { expect, test } from 'vitest'
import { createHiding, toSecretsOf } from './hide-secrets.ts'
import { readResultBody } from './wire-result.ts'

const hide = createHiding(['KEY1-KEY2', 'tok"en'])

test('a body without a secret stays as it is, to the letter', () => {
  for (const body of ['', '<html>', String.raw`{"a": "\u0041\/\\", "n": 1.50, "deep": [[["x"]]]}`, '{"a":"KEY1-KEY'])
    expect(hide(body)).toBe(body)
})

test('a secret is hidden in a body that is no JSON, in names, and where its own characters are escaped', () => {
  expect(hide('<p>key1-key2</p>')).toBe('<p>[hidden]</p>')
  expect(hide(String.raw`{"KEY1\u002dKEY2":["\u0074ok\"en"]}`)).toBe('{"[hidden]":["[hidden]"]}')
})

test('what cannot be read stays so: an amount beyond all numbers is not told as none', () => {
  const body = String.raw`{"finStatus":"AUTHORISED","totalAmount":1e999,"statusMessage":"KEY1\u002dKEY2"}`
  expect(readResultBody(hide(body))).toMatchObject({ type: 'unreadable' })
})

test('a body that is nested without end is no crash', () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000)
  const hidden = hide(String.raw`{"finStatus":"DECLINED","statusMessage":"KEY1\u002dKEY2","customFields":${deep}}`)
  expect(readResultBody(hidden)).toMatchObject({ type: 'final', outcome: { statusMessage: '[hidden]' } })
})

test('no secret at all, or one as short as a word, hides nothing', () => {
  expect(createHiding([''])('none')).toBe('none')
  expect(createHiding(['none'])('none')).toBe('none')
  expect(toSecretsOf({ url: 'no address', token: 'token-1' })).toEqual(['no address', '', '', 'token-1'])
})
