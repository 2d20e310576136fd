import { z } from 'zod'
import { startCore } from '../../../core/app.ts'
import { bendTime } from './bent-time.ts'
import { installFaultPoints } from './fault-points.ts'

/** What a till of the fault tests is told at its start. */
const ordersSchema = z.object({
  dataFolder: z.string(),
  cloudUrl: z.string(),
  statusUrl: z.string(),
  apiKey: z.string(),
  /** How many times as fast as really time passes for it. */
  factor: z.number().positive(),
  point: z
    .object({
      name: z.string(),
      occurrence: z.int().positive(),
      /** `jump`: the wall clock moves by so many milliseconds. */
      act: z.union([z.literal('kill'), z.literal('stop'), z.object({ jumpMs: z.number() })]),
    })
    .nullable(),
})
export type Orders = z.infer<typeof ordersSchema>

const messageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call'), id: z.number(), command: z.string(), input: z.unknown() }),
  z.object({ type: z.literal('points'), id: z.number() }),
  z.object({ type: z.literal('jump'), id: z.number(), byMs: z.number() }),
  z.object({ type: z.literal('suspend'), id: z.number(), machineMs: z.number() }),
])

// The product's own core, told nothing of any of this: what bends is outside of it.
const orders = ordersSchema.parse(JSON.parse(process.argv[2] ?? ''))
const time = bendTime(orders.factor)
const points = installFaultPoints(orders.point, () => {
  const act = orders.point?.act
  if (act === 'kill') process.kill(process.pid, 'SIGKILL')
  else if (act === 'stop') process.kill(process.pid, 'SIGSTOP')
  else if (act !== undefined) time.jump(act.jumpMs)
})

const { dataFolder, cloudUrl, statusUrl, apiKey } = orders
const core = await startCore({
  dataFolder,
  configFile: null,
  appVersion: '0.0.0',
  connection: { hosts: { cloudUrl, statusUrl }, apiKey },
  startSimulator: () => Promise.reject(new Error('a till of the fault tests has a cloud of its own')),
})
if (core.ok) {
  process.on('message', (message) => void answer(messageSchema.parse(message)))
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'))
  process.send?.({ id: 0 })
} else {
  process.send?.({ id: 0, refusal: core.error.message })
  process.exitCode = 1
  process.disconnect()
}

async function answer(message: z.infer<typeof messageSchema>): Promise<void> {
  process.send?.({ id: message.id, reply: await carryOut(message) })
  if (message.type === 'call') points.pass(`bridge answered ${message.command}`)
}

async function carryOut(message: z.infer<typeof messageSchema>): Promise<unknown> {
  switch (message.type) {
    case 'call':
      points.pass(`bridge asked ${message.command}`)
      return core.ok ? await core.value.call(message.command, message.input) : null
    case 'points':
      return points.counts()
    case 'jump':
      return time.jump(message.byMs)
    case 'suspend':
      return time.suspend(message.machineMs)
  }
}
