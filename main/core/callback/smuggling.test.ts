import { once } from 'node:events'
import { connect } from 'node:net'
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

  test('whoever does not wait for an answer is cut off, and nothing of the second request is heard', async () => {
    const { answer, stored, listener } = await openWith(
      (whole) => toHttp({ path: '/cb/unknown', body: '' }).replace('Connection: close\r\n', '') + whole,
    )
    expect(answer).toBe('')
    expect(stored).toEqual([])
    expect(listener.counters().refused.unknownPath).toBe(1)
  })

  test('a long body of a stranger ends its connection unread', async () => {
    const { answer, stored } = await openWith((whole) =>
      toHttp({ path: '/cb/unknown', body: whole.padEnd(20_000) }).replace('Connection: close\r\n', ''),
    )
    expect(answer).toBe('HTTP/1.1 401 Unauthorized\r\ncontent-length: 0\r\nConnection: close\r\n\r\n')
    expect(stored).toEqual([])
  })

  test('a request inside a short body of a stranger is not read as one', async () => {
    const { port, sale, sink, listener } = await openListener()
    const whole = toHttp({ path: `/cb/${sale.path}`, token: sale.token })
    const stranger = toHttp({ path: '/cb/unknown', body: whole }).replace('Connection: close\r\n', '')
    const socket = connect(port, '127.0.0.1', () => socket.write(stranger))
    const [first]: unknown[] = await once(socket, 'data')
    socket.write(stranger)
    const [second]: unknown[] = await once(socket, 'data')
    socket.destroy()
    expect([first, second].map((answer) => statusOf(String(answer)))).toEqual([401, 401])
    expect(sink.stored()).toEqual([])
    expect(listener.counters().refused.unknownPath).toBe(2)
  })
})
