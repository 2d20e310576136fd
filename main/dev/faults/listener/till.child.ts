import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startCore, type Core } from '../../../core/app.ts'
import { HOST } from '../../../core/callback/trial-letters.ts'
import { createSystemClock } from '../../../core/system/clock.ts'
import { readRunDelayMs } from './run-delay.ts'
import { questionSchema, tillFlagsSchema, type Question, type TillState } from './till-messages.ts'

/**
 * Run by the trials as a process of its own, so that its memory and its speed are the till's alone: a whole core on a journal
 * on disk, with its listener on a port of 127.0.0.1. Answers one question at a time, and ends with its parent.
 */
const { dataFolder, cloudUrl, statusUrl, apiKey, port } = tillFlagsSchema.parse(JSON.parse(process.argv[2] ?? ''))

/** Before each press the budget of requests is made free: what is tried is the listener, not the waiting for its turn. */
const LEAP_MS = 5_000
let leaptMs = 0
const system = createSystemClock()
const clock = { ...system, monotonicMs: () => system.monotonicMs() + leaptMs }

async function start(): Promise<Core> {
  const configFile = join(dataFolder, 'shop.json')
  const callback = { listen: { address: '127.0.0.1', port }, publicUrl: `https://${HOST}` }
  writeFileSync(configFile, JSON.stringify({ environment: 'development', training: false, callback }))
  const core = await startCore({
    dataFolder,
    configFile,
    appVersion: '0.0.0',
    connection: { hosts: { cloudUrl, statusUrl }, apiKey },
    clock,
    startSimulator: () => Promise.reject(new Error('not in practice')),
  })
  if (!core.ok) throw new Error(core.error.message)
  return core.value
}

const core = await start()
let cpu = process.cpuUsage()
let waitedBeforeMs = readRunDelayMs(process.pid)

function readState(): TillState {
  const spent = process.cpuUsage(cpu)
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  const { rss: rssBytes, heapUsed: heapBytes } = process.memoryUsage()
  cpu = process.cpuUsage()
  const waitedMs = readRunDelayMs(process.pid) - waitedBeforeMs
  waitedBeforeMs += waitedMs
  return { rssBytes, heapBytes, cpuMs: (spent.user + spent.system) / 1000, waitedMs }
}

function answer(question: Question): unknown {
  if (question.type === 'state') return readState()
  leaptMs += LEAP_MS
  return core.call(question.command, question.input)
}

process.on('message', (message) => {
  const question = questionSchema.parse(message)
  void Promise.resolve(answer(question)).then((reply) => process.send?.({ reply }))
})
process.once('disconnect', () => void core.close().finally(() => process.exit(0)))
process.send?.({ reply: 'ready' })
