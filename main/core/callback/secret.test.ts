import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { toCallbackAddress, toSource } from './callback-address.ts'
import { createCallbackSecret } from './secret.ts'

test('each operation gets a path of 128 and a token of 256 bits that no other has', () => {
  const made = Array.from({ length: 100 }, () => createCallbackSecret(randomBytes, { publicUrl: 'https://a.example' }))
  for (const { path, token } of made) {
    expect(path).toMatch(/^[0-9a-f]{32}$/)
    expect(token).toMatch(/^[0-9a-f]{64}$/)
  }
  expect(new Set(made.flatMap(({ path, token }) => [path, token])).size).toBe(200)
})

test('what is written down of them is their SHA-256, and the address holds no token', () => {
  const secret = createCallbackSecret(randomBytes, { publicUrl: 'https://a.example/till-2/' })
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  expect(secret.pathDigest).toBe(sha256(secret.path))
  expect(secret.tokenDigest).toBe(sha256(secret.token))
  expect(secret.url).toBe(`https://a.example/till-2/cb/${secret.path}`)
})

test('a host is expected with and without the port that its scheme implies, and with no other', () => {
  const hosts = (publicUrl: string) => toCallbackAddress({ publicUrl }).hosts
  expect(hosts('https://Till.Shop.example')).toEqual(['till.shop.example', 'till.shop.example:443'])
  expect(hosts('https://till.shop.example:8443/a')).toEqual(['till.shop.example:8443'])
  expect(hosts('http://192.168.1.20')).toEqual(['192.168.1.20', '192.168.1.20:80'])
})

test.each([
  ['192.168.1.20', '192.168.1.20'],
  ['::ffff:192.168.1.20', '192.168.1.20'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
])('connections of %s count for %s', (address, source) => {
  expect(toSource(address)).toBe(source)
})
