import { describe, expect, test } from 'vitest'
import { openListener, SETTINGS, speak, statusOf } from './callback-fixture.ts'
import { HOST, OTHER_SALE, resultBody, SALE } from './trial-letters.ts'

describe('a result is taken from nobody but the terminal that was told the secrets', () => {
  test('with path and token it is', async () => {
    const { post, sink, listener } = await openListener()
    expect(statusOf(await post())).toBe(200)
    expect(sink.stored()).toEqual([{ reference: SALE, body: resultBody() }])
    expect(listener.counters().stored).toBe(1)
  })

  test('whatever else is offered gets the same answer, byte for byte (L3)', async () => {
    const { post, sale, otherSale, sink } = await openListener()
    const { token, path } = sale
    const answers = await Promise.all([
      post({ token: null }),
      post({ token: '' }),
      post({ token: 'f'.repeat(64) }),
      post({ token: token.slice(0, -1) }),
      post({ token: `${token}0` }),
      post({ token: token.toUpperCase().replace(/^[0-9]*$/, 'X') }),
      post({ token: 'f'.repeat(7_000) }),
      post({ token: [token, token] }),
      post({ token: [token, 'f'] }),
      post({ token: `${token}, ${token}` }),
      post({ token: otherSale.token }),
      post({ path: `/cb/${'f'.repeat(32)}` }),
      post({ path: '/' }),
      post({ path: '/cb/' }),
      post({ path: `/cb/${path}/` }),
      post({ path: `/cb/${path}?a=1` }),
      post({ path: `/CB/${path}` }),
      post({ path: `//cb/${path}` }),
      post({ path: `/cb/../cb/${path}` }),
      post({ path: `https://${HOST}/cb/${path}` }),
    ])
    expect(new Set(answers)).toEqual(
      new Set(['HTTP/1.1 401 Unauthorized\r\ncontent-length: 0\r\nConnection: close\r\n\r\n']),
    )
    expect(sink.stored()).toEqual([])
  })

  test('a token of 100 KB is cut off by the parser, whatever path it came to (L3, L9)', async () => {
    const { post } = await openListener()
    const token = 'f'.repeat(100_000)
    const [known, unknown] = [await post({ token }), await post({ token, path: '/cb/unknown' })]
    expect(statusOf(known)).toBe(431)
    expect(unknown).toBe(known)
  })

  test('a second token is seen however many headers stand before it (L3)', async () => {
    const { port, sale } = await openListener({ settings: { ...SETTINGS, publicUrl: 'https://a.b' } })
    const send = (last: string) => {
      const head = `POST /cb/${sale.path} HTTP/1.1\r\nHost:a.b\r\nAUTH-TOKEN:${sale.token}\r\n`
      return speak(port, `${head}${'a:\r\n'.repeat(1_999)}${last}\r\n\r\n`)
    }
    expect(statusOf(await send('b:'))).toBe(415)
    expect(statusOf(await send('AUTH-TOKEN:f\r\nConnection:close'))).toBe(401)
  })

  test('a body that names another sale changes nothing and raises an alarm, once a minute (L4)', async () => {
    const { post, sink, lines, listener, advance } = await openListener()
    const body = resultBody({ transactionReference: OTHER_SALE })
    for (const _ of [1, 2, 3]) expect(statusOf(await post({ body }))).toBe(401)
    const alarms = () => lines.filter(({ event }) => event === 'callback.foreignReference')
    expect(alarms()).toEqual([{ level: 'error', event: 'callback.foreignReference', fields: { reference: SALE } }])
    expect(listener.counters().refused.foreignReference).toBe(3)
    expect(sink.stored()).toEqual([])
    advance(60_000)
    await post({ body })
    expect(alarms()).toHaveLength(2)
  })
})

describe('only a terminal’s own kind of request is heard (L5)', () => {
  test.each(['GET', 'PUT', 'DELETE', 'HEAD', 'PATCH', 'OPTIONS', 'TRACE'])(
    '%s is refused like a wrong token',
    async (method) => {
      const { post, sink } = await openListener()
      expect(statusOf(await post({ method }))).toBe(401)
      expect(sink.stored()).toEqual([])
    },
  )

  test.each([
    'Origin: https://evil.example',
    'ORIGIN: null',
    'Origin:',
    `Origin: https://${HOST}`,
    'Sec-Fetch-Site: same-origin',
    'sec-fetch-mode: cors',
  ])('a browser is refused, with the right secrets too: %s', async (header) => {
    const { post, sink, listener } = await openListener()
    for (const method of ['POST', 'OPTIONS']) {
      const answer = await post({ method, headers: [header] })
      expect(statusOf(answer)).toBe(403)
      expect(answer.toLowerCase()).not.toContain('access-control')
    }
    expect(sink.stored()).toEqual([])
    expect(listener.counters().refused.browser).toBe(2)
  })

  test.each([
    ['another name', 'evil.example'],
    ['another port', `${HOST}:8443`],
    ['the address itself, as behind a rebound name', '127.0.0.1'],
    ['localhost', 'localhost'],
    ['a name that begins like ours', `${HOST}.evil.example`],
    ['nothing', ''],
  ])('%s in Host is refused, with the right secrets too', async (_, host) => {
    const { post, sink, listener } = await openListener()
    expect(statusOf(await post({ host }))).toBe(403)
    expect(sink.stored()).toEqual([])
    expect(listener.counters().refused.otherHost).toBe(1)
  })

  test.each([
    ['ours twice', [HOST, HOST]],
    ['ours and another', [HOST, 'evil.example']],
    ['another and ours', ['evil.example', HOST]],
  ])('more than one Host is refused: %s', async (_, host) => {
    const { post, sink } = await openListener()
    expect(statusOf(await post({ host }))).toBeGreaterThanOrEqual(400)
    expect(sink.stored()).toEqual([])
  })

  test('our own name is taken in any case, with the port of https too', async () => {
    const { post } = await openListener()
    expect(statusOf(await post({ host: HOST.toUpperCase() }))).toBe(200)
    expect(statusOf(await post({ host: `${HOST}:443` }))).toBe(200)
  })
})
