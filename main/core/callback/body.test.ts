import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openListener, statusOf, speak } from './callback-fixture.ts'
import { resultBody, toHttp } from './trial-letters.ts'
import { drawLots } from '../../testing/lots.ts'
import { checkShape } from './json-shape.ts'
import { drawBadBody } from './trial-bodies.ts'

const nested = (levels: number): string =>
  `{"finStatus":"DECLINED","x":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`

describe('the body of a result (L6)', () => {
  test.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['application/jsonp'],
    ['multipart/form-data; boundary=application/json'],
    [null],
  ])('has to be JSON by its type: %s is not', async (contentType) => {
    const { post, sink } = await openListener()
    expect(statusOf(await post({ contentType }))).toBe(415)
    expect(sink.stored()).toEqual([])
  })

  test.each(['application/json', 'Application/JSON', 'application/json; charset=utf-8', 'application/json ;x=1'])(
    'is taken as %s',
    async (contentType) => {
      const { post } = await openListener()
      expect(statusOf(await post({ contentType }))).toBe(200)
    },
  )

  test('may not be packed', async () => {
    const { post } = await openListener()
    const body = gzipSync(resultBody()).toString('latin1')
    expect(statusOf(await post({ body, headers: ['Content-Encoding: gzip'] }))).toBe(415)
  })

  test('may have 256 KB and not a byte more, whether it says so or not', async () => {
    const { post, port, sale, sink } = await openListener()
    const padded = (bytes: number) => resultBody({ x: 'x'.repeat(bytes - resultBody({ x: '' }).length) })
    const inChunks = (body: string) => {
      const head = toHttp({ path: `/cb/${sale.path}`, token: sale.token, body: '' })
      const chunk = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`
      return head.replace('Content-Length: 0', 'Transfer-Encoding: chunked') + chunk
    }
    const [full, beyond] = [padded(256 * 1024), padded(256 * 1024 + 1)]
    expect(statusOf(await post({ body: full }))).toBe(200)
    expect(statusOf(await speak(port, inChunks(full)))).toBe(200)
    expect(statusOf(await post({ body: beyond }))).toBe(413)
    expect(statusOf(await speak(port, inChunks(beyond)))).toBe(413)
    expect(sink.stored()).toHaveLength(1)
  })

  test('may have 20 levels and not one more', async () => {
    const { post, sink } = await openListener()
    expect(statusOf(await post({ body: nested(20) }))).toBe(200)
    expect(statusOf(await post({ body: nested(21) }))).toBe(400)
    expect(statusOf(await post({ body: '['.repeat(200_000) }))).toBe(400)
    expect(statusOf(await post({ body: resultBody({ x: `\\"${'['.repeat(50)}` }) }))).toBe(200)
    expect(sink.stored()).toHaveLength(2)
  })

  test.each([
    '',
    ' ',
    'null',
    '[]',
    '1',
    '"finStatus"',
    '[{"finStatus":"AUTHORISED"}]',
    '{"finStatus":"AUTHORISED"',
    '{"finStatus":"AUTHORISED"}}',
    "{'finStatus':'AUTHORISED'}",
    '<html></html>',
    '{}',
    '{"finStatus":7}',
  ])('is not acknowledged when it is no result: %s', async (body) => {
    const { post, sink, listener } = await openListener()
    expect(statusOf(await post({ body }))).toBe(400)
    expect(sink.stored()).toEqual([])
    expect(listener.counters().refused.unreadable).toBe(1)
  })

  test('is not acknowledged when it is no UTF-8', async () => {
    const { port, sale, sink } = await openListener()
    const whole = toHttp({ path: `/cb/${sale.path}`, token: sale.token, body: '{"finStatus":"AUTHORISED?"}' })
    expect(statusOf(await speak(port, Buffer.from(whole.replace('D?', 'D\u00ff'), 'latin1')))).toBe(400)
    expect(sink.stored()).toEqual([])
  })

  test('is written down as it came, spaces and unknown fields included', async () => {
    const { post, sink } = await openListener()
    const body = '{ "finStatus" : "AUTHORISED", "amount": 1.50, "later": {"é": [9007199254740993]} }\n'
    await post({ body })
    expect(sink.stored()).toMatchObject([{ body }])
  })
})

describe('names that reach into the making of an object (L6)', () => {
  test('are dropped wherever they stand and however they are written', () => {
    const text =
      '{"a":[{"__proto__":{"x":1},"b":1}],"\\u005f_proto__":{"y":1},"constructor":{"prototype":{"z":1}},"c":2}'
    expect(checkShape(text)).toEqual({ ok: true, value: '{"a":[{"b":1}],"c":2}' })
  })

  test('take no number beside them along: what JSON cannot say again is refused', () => {
    expect(checkShape('{"__proto__":1,"totalAmount":1e999}')).toEqual({ ok: false, error: 'notJson' })
    expect(checkShape('{"totalAmount":1e999}')).toMatchObject({ ok: true })
  })

  test('change no object of the till', async () => {
    const { post, sink } = await openListener()
    await post({ body: '{"finStatus":"AUTHORISED","__proto__":{"isAdmin":true}}' })
    expect(sink.stored()).toMatchObject([{ body: '{"finStatus":"AUTHORISED"}' }])
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined()
  })
})

test('any JSON object within its bounds keeps its meaning, and nothing makes the check throw', () => {
  const names = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'a'))
  fc.assert(
    fc.property(fc.dictionary(names, fc.jsonValue({ maxDepth: 5 }), { noNullPrototype: true }), (object) => {
      const shape = checkShape(JSON.stringify(object))
      expect(shape.ok).toBe(true)
      if (!shape.ok || /__proto__|constructor|prototype/.test(JSON.stringify(object))) return
      expect(JSON.parse(shape.value)).toEqual(JSON.parse(JSON.stringify(object)))
    }),
  )
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof checkShape(text).ok === 'boolean'))
}, 30_000)

test('two thousand bodies with something wrong stop nothing, and none is acknowledged that is no result', async () => {
  const { port, sale, sink, post } = await openListener()
  const lots = drawLots(2026)
  const head = toHttp({ path: `/cb/${sale.path}`, token: sale.token, body: '' })
  const statuses = new Map<number, number>()
  for (let count = 0; count < 2_000; count += 1) {
    const body = drawBadBody(lots.unit)
    const status = statusOf(
      await speak(port, Buffer.concat([Buffer.from(head.replace('Length: 0', `Length: ${body.length}`)), body])),
    )
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  }
  expect([...statuses.keys()].toSorted((a, b) => a - b)).toEqual([200, 400, 413])
  expect(sink.stored().length).toBeGreaterThan(100)
  for (const { body } of sink.stored()) {
    const result: unknown = JSON.parse(body)
    expect(result).toMatchObject({ finStatus: expect.any(String) })
    expect(Object.keys(result as object)).not.toContain('__proto__')
  }
  expect(Reflect.get({}, 'isAdmin')).toBeUndefined()
  expect(statusOf(await post())).toBe(200)
}, 30_000)
