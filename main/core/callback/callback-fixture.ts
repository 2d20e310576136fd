import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { onTestFinished } from 'vitest'
import type { LogFields } from '../ports.ts'
import type { CallbackHealth } from './health.ts'
import { startCallbackListener, type CallbackListenerOptions } from './listener.ts'
import { createCallbackSecret } from './secret.ts'
import { HOST, OTHER_SALE, SALE, toHttp, type Letter } from './trial-letters.ts'
import { createTrialSink } from './trial-sink.ts'
import type { CallbackSettings } from './settings.ts'

/** Any free port, behind a relay: no configuration may say so. */
export const SETTINGS: CallbackSettings = {
  listen: { address: '127.0.0.1', port: 0 },
  publicUrl: `https://${HOST}`,
  tls: null,
  allowPlainHttp: false,
}

/** A clock that moves only by hand; its two times keep together. */
export function handClock() {
  let now = Date.UTC(2026, 0, 5, 9)
  let timers: { at: number; afterMs: number; act: () => void }[] = []
  return {
    clock: {
      now: () => now,
      monotonicMs: () => now,
      setTimer(afterMs: number, act: () => void) {
        const timer = { at: now + afterMs, afterMs, act }
        timers.push(timer)
        return () => void (timers = timers.filter((other) => other !== timer))
      },
    },
    advance(ms: number) {
      now += ms
      const due = timers.filter(({ at }) => at <= now)
      timers = timers.filter(({ at }) => at > now)
      for (const { act } of due) act()
    },
    isWaiting: (afterMs: number) => timers.some((timer) => timer.afterMs === afterMs),
  }
}

export function recordingLog() {
  const lines: { level: string; event: string; fields: LogFields }[] = []
  const at =
    (level: string) =>
    (event: string, fields: LogFields = {}) =>
      void lines.push({ level, event, fields })
  return { lines, log: { info: at('info'), warn: at('warn'), error: at('error') } }
}

/** A listener on a free port with two sales that wait for their results. Closed when the test ends. */
export async function openListener(given: Partial<CallbackListenerOptions> = {}) {
  const settings = given.settings ?? SETTINGS
  const [sale, otherSale] = [createCallbackSecret(randomBytes, settings), createCallbackSecret(randomBytes, settings)]
  const sink = createTrialSink(':memory:')
  sink.expect(SALE, sale)
  sink.expect(OTHER_SALE, otherSale)
  const { lines, log } = recordingLog()
  const hand = handClock()
  const healths: CallbackHealth[] = []
  const onHealth = (health: CallbackHealth) => void healths.push(health)
  const listener = await startCallbackListener({ sink, clock: hand.clock, log, onHealth, ...given, settings })
  onTestFinished(() => listener.close())
  const health = listener.health()
  const port = health.status === 'listening' ? health.port : 0
  const post = (letter: Letter = {}) => speak(port, toHttp({ path: `/cb/${sale.path}`, token: sale.token, ...letter }))
  /** Lets time pass and waits until the listener has looked after itself. */
  const passTime = async (ms: number): Promise<void> => {
    hand.advance(ms)
    while (!hand.isWaiting(30_000)) await new Promise((resolve) => setImmediate(resolve))
  }
  return { passTime, listener, port, sale, otherSale, sink, healths, lines, advance: hand.advance, post }
}

/** Sends bytes and answers everything that comes back until the connection ends. */
export function speak(port: number, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (chunk) => void chunks.push(chunk))
    // A refusal may end the connection before everything was sent: what it said counts.
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')))
  })
}

/** The status of the first answer in what came back; 0 where there is none. */
export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 ([0-9]{3}) /.exec(answer)?.[1] ?? 0)
}
