import { ServerResponse } from 'node:http'
import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openListener, statusOf } from './callback-fixture.ts'
import { resultBody, SALE, toHttp, type Letter } from './trial-letters.ts'
import type { CallbackSink } from './sink.ts'
import { createTrialSink, type TrialSink } from './trial-sink.ts'

/** A sink over a real one that says what it was asked, and fails as told. */
async function openWith(overrides: (real: TrialSink) => Partial<CallbackSink>) {
  const real = createTrialSink(':memory:')
  onTestFinished(() => real.close())
  const opened = await openListener({ sink: { ...real, ...overrides(real) } })
  real.expect(SALE, opened.sale)
  return { ...opened, sink: real }
}

describe('a terminal is told that its result arrived', () => {
  test('only after the journal has committed it (R4)', async () => {
    const answers = vi.spyOn(ServerResponse.prototype, 'writeHead')
    onTestFinished(() => answers.mockRestore())
    const order: string[] = []
    const { post } = await openWith((real) => ({
      deliver(reference, body) {
        const delivery = real.deliver(reference, body)
        order.push(`${real.stored().length} committed, ${answers.mock.calls.length} answered`)
        return delivery
      },
    }))
    expect(statusOf(await post())).toBe(200)
    expect(order).toEqual(['1 committed, 0 answered'])
    expect(answers.mock.calls.map(([status]) => status)).toEqual([200])
  })

  test('before the page is told of it, which nobody waits for', async () => {
    const answers = vi.spyOn(ServerResponse.prototype, 'end')
    onTestFinished(() => answers.mockRestore())
    const told = Promise.withResolvers<number>()
    const { post } = await openWith((real) => ({
      deliver(reference, body, later) {
        later?.(() => told.resolve(answers.mock.calls.length))
        return real.deliver(reference, body)
      },
    }))
    expect(statusOf(await post())).toBe(200)
    expect(await told.promise).toBe(1)
  })

  test('never while the journal cannot be written, so that it sends again (R4)', async () => {
    const { post, sink, listener } = await openWith(() => ({ deliver: () => 'unavailable' }))
    expect(statusOf(await post())).toBe(503)
    expect(sink.stored()).toEqual([])
    expect(listener.counters()).toMatchObject({ stored: 0, refused: { journalUnavailable: 1 } })
  })

  test('never when the journal throws, and the till goes on (R4)', async () => {
    const { post, lines } = await openWith(() => ({
      deliver() {
        throw new Error('disk I/O error')
      },
    }))
    expect(statusOf(await post())).toBe(503)
    expect(statusOf(await post())).toBe(503)
    expect(lines.filter(({ event }) => event === 'callback.journalFailed')).toHaveLength(1)
  })

  test.each(['unavailable', 'throws'])('nor when nobody can be looked up: %s', async (failure) => {
    const { post } = await openWith(() => ({
      find() {
        if (failure === 'throws') throw new Error('the database is closed')
        return 'unavailable'
      },
    }))
    expect(statusOf(await post())).toBe(503)
    expect(statusOf(await post({ token: null }))).toBe(503)
  })

  test('once for each of a hundred copies at the same time, with one effect (R6, L8)', async () => {
    const { post, sink, listener } = await openListener()
    const answers = await Promise.all(Array.from({ length: 100 }, () => post()))
    expect(new Set(answers.map(statusOf))).toEqual(new Set([200]))
    expect(sink.stored()).toHaveLength(1)
    expect(listener.counters().stored).toBe(100)
  })

  test('though the sale it names is nobody’s, or nothing is named at all (R5)', async () => {
    const { post, sink } = await openListener()
    expect(statusOf(await post({ body: resultBody({ transactionReference: 'unknown' }) }))).toBe(200)
    expect(statusOf(await post({ body: '{"finStatus":"DECLINED"}' }))).toBe(200)
    expect(sink.stored().map(({ reference }) => reference)).toEqual([SALE, SALE])
  })
})

describe('a result that was cut off', () => {
  test('reaches nobody', async () => {
    const delivered: string[] = []
    const { port, sale, post } = await openWith(() => ({
      deliver(_, body) {
        delivered.push(body)
        return 'stored'
      },
    }))
    const whole = toHttp({ path: `/cb/${sale.path}`, token: sale.token })
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.end(whole.slice(0, -10)))
      socket.on('error', () => undefined).on('close', () => resolve())
      socket.resume()
    })
    await post({ body: '{"finStatus":"DECLINED"}' })
    expect(delivered).toEqual(['{"finStatus":"DECLINED"}'])
  })
})

test('a connection may carry one result after another, after a refusal too', async () => {
  const { port, sale, sink } = await openListener()
  const parts = { path: `/cb/${sale.path}`, token: sale.token }
  const open = (letter: Letter): string => toHttp(letter).replace('Connection: close\r\n', '')
  const socket = connect(port, '127.0.0.1')
  const ask = async (letter: Letter): Promise<number> => {
    socket.write(open(letter))
    const [chunk]: unknown[] = await once(socket, 'data')
    return statusOf(String(chunk))
  }
  expect(await ask({ ...parts, body: resultBody({ totalAmount: 1 }) })).toBe(200)
  expect(await ask({ ...parts, token: 'f' })).toBe(401)
  expect(await ask({ ...parts, body: resultBody({ totalAmount: 2 }) })).toBe(200)
  socket.destroy()
  expect(sink.stored()).toHaveLength(2)
})
