import { HOST } from '../../../core/callback/trial-letters.ts'
import { startLeapingCore } from '../../../testing/leaping-core.ts'
import { readRunDelayMs } from './run-delay.ts'
import { questionSchema, tillFlagsSchema, type Question, type TillState } from './till-messages.ts'

/**
 * Run by the trials as a process of its own, so that its memory and its speed are the till's alone: a whole core on a journal
 * on disk, with its listener on a port of 127.0.0.1. Answers one question at a time, and ends with its parent.
 */
const { dataFolder, cloudUrl, statusUrl, apiKey, port } = tillFlagsSchema.parse(JSON.parse(process.argv[2] ?? ''))

const { core, leap } = await startLeapingCore({
  dataFolder,
  cloudUrl,
  statusUrl,
  apiKey,
  callback: { listen: { address: '127.0.0.1', port }, publicUrl: `https://${HOST}` },
})
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
  leap()
  return core.call(question.command, question.input)
}

process.on('message', (message) => {
  const question = questionSchema.parse(message)
  void Promise.resolve(answer(question)).then((reply) => process.send?.({ reply }))
})
process.once('disconnect', () => void core.close().finally(() => process.exit(0)))
process.send?.({ reply: 'ready' })
