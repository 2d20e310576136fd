import { describe, expect, test } from 'vitest'
import { openListener, speak, statusOf } from './callback-fixture.ts'
import { toHttp } from './trial-letters.ts'

async function openWith(change: (whole: string) => string) {
  const opened = await openListener()
  const { port, sale, sink } = opened
  const whole = toHttp({ path: `/cb/${sale.path}`, token: sale.token })
  return { ...opened, whole, answer: await speak(port, change(whole)), stored: sink.stored() }
}

describe('a request that two readers could read differently is refused (L9)', () => {
  test.each<[string, (whole: string) => string]>([
    ['without Host', (whole) => whole.replace(/Host: .*\r\n/, '')],
    ['with a length and chunks', (whole) => whole.replace('\r\nConn', '\r\nTransfer-Encoding: chunked\r\nConn')],
    ['with two lengths', (whole) => whole.replace('\r\nConn', '\r\nContent-Length: 5\r\nConn')],
    ['with the same length twice', (whole) => whole.replace(/(Content-Length: .*\r\n)/, '$1$1')],
    ['with a list of lengths', (whole) => whole.replace(/Content-Length: (.*)\r\n/, 'Content-Length: $1, $1\r\n')],
    ['with a negative length', (whole) => whole.replace(/Content-Length: .*\r\n/, 'Content-Length: -1\r\n')],
    [
      'with chunks that are not the last encoding',
      (whole) => whole.replace(/Content-Length: .*/, 'Transfer-Encoding: chunked, x'),
    ],
    ['with a space before a colon', (whole) => whole.replace('AUTH-TOKEN:', 'AUTH-TOKEN :')],
    ['with a folded header', (whole) => whole.replace('AUTH-TOKEN: ', 'AUTH-TOKEN:\r\n ')],
    ['with bare line feeds', (whole) => whole.replaceAll('\r\n', '\n')],
    ['with a bare carriage return', (whole) => whole.replace('AUTH-TOKEN: ', 'x: a\rAUTH-TOKEN: ')],
    ['with a NUL in a header', (whole) => whole.replace('AUTH-TOKEN: ', 'AUTH-TOKEN: \0')],
    ['in another language', () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 not HTTP at all\r\n\r\n'],
  ])('%s', async (_, change) => {
    const { answer, stored } = await openWith(change)
    expect(statusOf(answer)).toBe(400)
    expect(stored).toEqual([])
  })

  test('9 KB of headers', async () => {
    const { answer, stored, listener } = await openWith((whole) =>
      whole.replace('\r\nConn', `\r\nx: ${'x'.repeat(9 * 1024)}\r\nConn`),
    )
    expect(statusOf(answer)).toBe(431)
    expect(stored).toEqual([])
    expect(listener.counters().refused.headerTooLarge).toBe(1)
  })

  test('nothing that follows a refused request on its connection is heard', async () => {
    const { answer, stored, listener } = await openWith(
      (whole) => toHttp({ path: '/cb/unknown', body: '' }).replace('Connection: close\r\n', '') + whole,
    )
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1)
    expect(statusOf(answer)).toBe(401)
    expect(stored).toEqual([])
    expect(listener.counters().refused.unknownPath).toBe(1)
  })

  test('a body that a stranger hides a request in is not read as one', async () => {
    const { answer, stored } = await openWith((whole) => toHttp({ path: '/cb/unknown', body: whole }))
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1)
    expect(stored).toEqual([])
  })
})
