import { once } from 'node:events'
import { connect, Socket } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { handClock, openListener, statusOf } from './callback-fixture.ts'
import { toHttp } from './trial-letters.ts'
import { createSeats } from './seats.ts'

const HURRIED = { headersMs: 60, requestMs: 120, checkEveryMs: 10 }

function open(port: number, bytes: string): Socket {
  const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
  socket.on('error', () => undefined)
  onTestFinished(() => void socket.destroy())
  return socket
}

/** Everything that is said to a client which sends this and then nothing more. */
async function stall(port: number, bytes: string): Promise<string> {
  const chunks: Buffer[] = []
  const socket = open(port, bytes).on('data', (chunk) => void chunks.push(chunk))
  await once(socket, 'close')
  return Buffer.concat(chunks).toString('latin1')
}

describe('a client that takes its time (L7)', () => {
  test.each([
    ['says nothing', 0],
    ['stops in the request line', 10],
    ['stops in its headers', 100],
    ['stops in its body', -5],
  ])('%s is cut off with 408', async (_, end) => {
    const { port, sale, listener, sink } = await openListener({ patience: HURRIED })
    const whole = toHttp({ path: `/cb/${sale.path}`, token: sale.token })
    expect(statusOf(await stall(port, whole.slice(0, end)))).toBe(408)
    expect(listener.counters().refused.tooSlow).toBe(1)
    expect(sink.stored()).toEqual([])
  })

  test('is cut off after five seconds in its headers and ten in its body, as the product has it', async () => {
    const { port, sale, listener, sink } = await openListener()
    const whole = toHttp({ path: `/cb/${sale.path}`, token: sale.token })
    const startedMs = performance.now()
    const late = open(port, whole.slice(0, -5))
    const heard = once(late, 'data')
    const inItsBody = stall(port, whole.slice(0, -5))
    expect(statusOf(await stall(port, whole.slice(0, 100)))).toBe(408)
    expect(performance.now() - startedMs).toBeGreaterThan(4_900)
    // Those in their bodies are still there: the two limits are looked at each in its time (safety L7).
    late.write(whole.slice(-5))
    expect(statusOf(String(await heard))).toBe(200)
    expect(statusOf(await inItsBody)).toBe(408)
    expect(performance.now() - startedMs).toBeGreaterThan(9_900)
    expect(listener.counters().refused.tooSlow).toBe(2)
    expect(sink.stored()).toHaveLength(1)
  }, 60_000)

  test('does not keep a terminal from being heard, nor do a thousand of them', async () => {
    const { port, post, listener } = await openListener()
    const slow = Array.from({ length: 1_000 }, () => open(port, 'POST /cb/'))
    await Promise.all(slow.map((socket) => once(socket, 'ready')))
    expect(statusOf(await post())).toBe(200)
    const { evicted } = listener.counters().refused
    expect(evicted).toBeGreaterThanOrEqual(1_000 - 512)
    expect(evicted).toBeLessThanOrEqual(1_000)
  }, 30_000)

  test('that has authenticated is heard to the end, however many come after it', async () => {
    const { port, sale, sink, listener } = await openListener()
    const headers = ['Expect: 100-continue']
    const [head = '', body = ''] = toHttp({ path: `/cb/${sale.path}`, token: sale.token, headers }).split('\r\n\r\n')
    const terminal = open(port, `${head}\r\n\r\n`)
    expect(String(await once(terminal, 'data'))).toContain('100 Continue')
    const strangers = Array.from({ length: 700 }, () => open(port, 'POST /cb/'))
    while (strangers.filter(({ destroyed }) => destroyed).length < 700 - 512) await new Promise(setImmediate)
    terminal.write(body)
    expect(statusOf(String(await once(terminal, 'data')))).toBe(200)
    expect(listener.counters().refused.evicted).toBe(700 - 512)
    expect(sink.stored()).toHaveLength(1)
  }, 30_000)
})

/** A connection that nobody made: only who is on the other side counts. */
class StrangerSocket extends Socket {
  override readonly remoteAddress: string
  override readonly remotePort: number

  constructor(remoteAddress: string, remotePort: number) {
    super()
    this.remoteAddress = remoteAddress
    this.remotePort = remotePort
  }
}

describe('seats for connections (L7)', () => {
  function openSeats() {
    const hand = handClock()
    let evicted = 0
    const limits = { lingering: 2, graceMs: 1_000, most: 4 }
    const seats = createSeats(limits, hand.clock.monotonicMs, () => (evicted += 1))
    const enter = (address: string, port: number): Socket => {
      const socket = new StrangerSocket(address, port)
      seats.enter(socket)
      return socket
    }
    return { seats, enter, advance: hand.advance, evicted: () => evicted }
  }

  test('beyond those who may linger the one that came first goes, once its grace is over', () => {
    const { enter, advance, evicted } = openSeats()
    const [first, second] = [enter('10.0.0.1', 1), enter('10.0.0.2', 1)]
    const third = enter('10.0.0.3', 1)
    expect(evicted()).toBe(0)
    advance(1_000)
    const fourth = enter('10.0.0.4', 1)
    expect([first, second, third, fourth].map(({ destroyed }) => destroyed)).toEqual([true, false, false, false])
  })

  test('when too many come at once, one of the source that has most goes', () => {
    const { enter } = openSeats()
    const terminal = enter('10.0.0.9', 1)
    const flood = [1, 2, 3, 4, 5].map((port) => enter('10.0.0.1', port))
    expect(terminal.destroyed).toBe(false)
    expect(flood.map(({ destroyed }) => destroyed)).toEqual([true, true, false, false, false])
  })

  test('whoever has authenticated stays until it was answered', () => {
    const { seats, enter, advance } = openSeats()
    const terminal = enter('10.0.0.1', 1)
    const release = seats.hold('10.0.0.1', 1)
    advance(2_000)
    for (const port of [2, 3, 4, 5, 6, 7, 8, 9]) enter('10.0.0.1', port)
    expect(terminal.destroyed).toBe(false)
    release()
    advance(2_000)
    for (const port of [12, 13, 14, 15, 16, 17]) enter('10.0.0.1', port)
    expect(terminal.destroyed).toBe(true)
  })
})
