import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { startCallbackListener } from '../../../core/callback/listener.ts'
import { createCallbackSecret } from '../../../core/callback/secret.ts'
import type { CallbackSink } from '../../../core/callback/sink.ts'
import { HOST, SALE } from '../../../core/callback/trial-letters.ts'
import { createTrialSink } from '../../../core/callback/trial-sink.ts'
import { createSystemClock } from '../../../core/system/clock.ts'
import { questionSchema, type TillReport } from './till-messages.ts'

/**
 * Run by the trials as a process of its own, so that its memory and its speed are the listener's alone: the listener on a
 * free port of 127.0.0.1 over a durable sink. Says `ready` with its secrets, then answers questions, and ends with its parent.
 */
const folder = mkdtempSync(join(tmpdir(), 'paydesk-listener-'))
const settings = {
  listen: { address: '127.0.0.1', port: 0 },
  publicUrl: `https://${HOST}`,
  tls: null,
  allowPlainHttp: false,
}
const sink = createTrialSink(join(folder, 'trial.sqlite'))
const loop = monitorEventLoopDelay({ resolution: 1 })
loop.enable()
let commitMs = 0
let cpu = process.cpuUsage()
const timed: CallbackSink = {
  find: sink.find,
  deliver(reference, body) {
    const startedMs = performance.now()
    const delivery = sink.deliver(reference, body)
    commitMs = Math.max(commitMs, performance.now() - startedMs)
    return delivery
  },
}
const secret = createCallbackSecret(randomBytes, settings)
sink.expect(SALE, secret)
const listener = await startCallbackListener({
  settings,
  sink: timed,
  clock: createSystemClock(),
  log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  onHealth: () => undefined,
})

const say = (report: TillReport): void => void process.send?.(report)
process.on('message', (message) => {
  questionSchema.parse(message)
  const spent = process.cpuUsage(cpu)
  const cpuMs = (spent.user + spent.system) / 1000
  const stallMs = loop.percentile(99) / 1e6
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  const { rss: rssBytes, heapUsed: heapBytes } = process.memoryUsage()
  say({
    type: 'state',
    rssBytes,
    heapBytes,
    stallMs,
    commitMs,
    cpuMs,
    stored: sink.count(),
    counters: listener.counters(),
  })
  loop.reset()
  cpu = process.cpuUsage()
  commitMs = 0
})
async function end(): Promise<void> {
  await listener.close()
  sink.close()
  rmSync(folder, { recursive: true, force: true })
}
process.once('disconnect', () => void end())
const health = listener.health()
if (health.status !== 'listening') throw new Error('the listener of the trial does not listen')
say({ type: 'ready', port: health.port, path: secret.path, token: secret.token })
