import { describe, expect, test } from 'vitest'
import { checkDocumentAddress, type AllowedAddresses } from './document-address.ts'

const allowed: AllowedAddresses = {
  extraHosts: ['Receipts.S3.eu-west-1.amazonaws.com'],
  trustedOrigin: 'http://127.0.0.1:4711',
}
const check = (text: string, rules = allowed) => {
  const result = checkDocumentAddress(text, rules)
  return result.ok ? result.value.url.href : result.error
}

describe('a document may lie at', () => {
  test.each([
    [
      'https://receipts.handpoint.com/receipts/1/customer.html',
      'https://receipts.handpoint.com/receipts/1/customer.html',
    ],
    ['https://receipts.handpoint.io/a?b=c#d', 'https://receipts.handpoint.io/a?b=c#d'],
    ['HTTPS://RECEIPTS.HANDPOINT.COM/', 'https://receipts.handpoint.com/'],
    ['https://receipts.handpoint.com:443/', 'https://receipts.handpoint.com/'],
    ['https://receipts.handpoint.com', 'https://receipts.handpoint.com/'],
    ['https://receipts.handpoint.com/a@b', 'https://receipts.handpoint.com/a@b'],
    ['https://receipts.s3.eu-west-1.amazonaws.com/x', 'https://receipts.s3.eu-west-1.amazonaws.com/x'],
    ['http://127.0.0.1:4711/receipts/1/customer.html', 'http://127.0.0.1:4711/receipts/1/customer.html'],
  ])('%s', (text, href) => {
    expect(check(text)).toBe(href)
  })
})

describe('a document is not fetched from', () => {
  test.each([
    'http://receipts.handpoint.com/',
    'ftp://receipts.handpoint.com/',
    'ws://receipts.handpoint.com/',
    'file:///etc/passwd',
    'data:text/html,<p>',
    'javascript:alert(1)',
    'blob:https://receipts.handpoint.com/1',
    'http://127.0.0.1/',
    'http://localhost:4711/',
    'http://127.0.0.1:4712/',
  ])('%s: not https', (text) => {
    expect(check(text)).toBe('scheme')
  })

  test.each([
    'https://evil.example/',
    'https://receipts.handpoint.com./',
    'https://receipts.handpoint.com.evil.example/',
    'https://evil-receipts.handpoint.com/',
    'https://handpoint.com/',
    'https://cloud.handpoint.com/',
    'https://receipts.handp0int.com/',
    'https://xn--recepts-sfb.handpoint.com/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://10.0.0.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/',
  ])('%s: another host', (text) => {
    expect(check(text)).toBe('host')
  })

  test.each([
    'https://receipts.handpoint.com@evil.example/',
    'https://user:word@receipts.handpoint.com/',
    'https://user@receipts.handpoint.com/',
    'https://:word@receipts.handpoint.com/',
    'https:user@receipts.handpoint.com/',
    'https://@receipts.handpoint.com/',
    'http://user@127.0.0.1:4711/',
  ])('%s: somebody named in it', (text) => {
    expect(check(text)).toBe('userinfo')
  })

  test.each([
    'https://receipts.handpoint.com:8443/',
    'https://receipts.handpoint.com:80/',
    'https://receipts.handpoint.com:22/',
  ])('%s: another port', (text) => {
    expect(check(text)).toBe('port')
  })

  test.each([
    'https://receipts.handpoint.com:99999/',
    'https://receipts.handpoint.com\\@evil.example/',
    'https:\\\\receipts.handpoint.com\\',
    'https://receipts.handpoint.com/\r\nHost: evil.example',
    'https://rec\teipts.handpoint.com/',
    ' https://receipts.handpoint.com/',
    'https://ｒeceipts.handpoint.com/',
    'https://receipts.hаndpoint.com/',
    'https://receipts.handpoint。com/',
    `https://receipts.handpoint.com/${'a'.repeat(2000)}`,
    'https://',
    '',
  ])('%j: no proper address', (text) => {
    expect(check(text)).toBe('notAnAddress')
  })

  test.each([
    [null, 'http://127.0.0.1:4711/'],
    ['http://192.168.1.5:4711', 'http://192.168.1.5:4711/'],
    ['http://localhost:4711', 'http://localhost:4711/'],
    ['http://cloud.example:4711', 'http://cloud.example:4711/'],
  ])('the origin %s, which is no simulator on this computer', (trustedOrigin, text) => {
    expect(check(text, { extraHosts: [], trustedOrigin })).toBe('scheme')
  })

  test('an address of this computer that was configured as a host', () => {
    const rules = { extraHosts: ['127.0.0.1', '[::1]'], trustedOrigin: null }
    expect(check('https://127.0.0.1/', rules)).toBe('host')
    expect(check('https://[::1]/', rules)).toBe('host')
  })
})
