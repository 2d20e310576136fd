import { createHash } from 'node:crypto'
import { requestKeySchema } from '../../../shared/ids.ts'
import { commandContract } from '../../../shared/ipc/contract.ts'
import { isOpen } from '../../../shared/transaction/state.ts'
import type { Core } from '../../core/app.ts'
import { startCallbackListener } from '../../core/callback/listener.ts'
import { SALE } from '../../core/callback/trial-letters.ts'
import { createSystemClock } from '../../core/system/clock.ts'
import { startLeapingCore } from '../../testing/leaping-core.ts'
import { machineMs, orderSchema, tillFlagsSchema, type News, type Order } from './core-till-messages.ts'
import { ANY_TOKEN } from './empty-listener.ts'

/** Run by the benchmarks as a process of its own: a whole core with its listener, told by messages what to charge. */
const { dataFolder, cloudUrl, statusUrl, apiKey, callbackPort } = tillFlagsSchema.parse(
  JSON.parse(process.argv[2] ?? ''),
)
/** What all of its sales have in common. */
const REST = { currency: 'EUR', customerReference: null }

const say = (news: News): void => void process.send?.(news)

/** The same door with nothing behind it: every result is taken and forgotten. */
async function openEmptyDoor(): Promise<number> {
  const tokenDigest = createHash('sha256').update(ANY_TOKEN).digest('hex')
  const listener = await startCallbackListener({
    settings: {
      listen: { address: '127.0.0.1', port: 0 },
      publicUrl: 'http://127.0.0.1',
      tls: null,
      allowPlainHttp: true,
    },
    sink: { find: () => ({ reference: SALE, tokenDigest }), deliver: () => 'stored' },
    clock: createSystemClock(),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    onHealth: () => undefined,
  })
  const health = listener.health()
  if (health.status !== 'listening') throw new Error('the empty listener does not listen')
  return health.port
}

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2))

async function charge(
  core: Core,
  { serialNumber, terminalType, amountMinor }: Extract<Order, { type: 'charge' }>,
): Promise<void> {
  leap()
  const requestKey = requestKeySchema.parse(crypto.randomUUID())
  const terminal = { serialNumber, terminalType }
  const pressedAtMs = machineMs()
  const reply = await core.call('sale:start', { requestKey, terminal, amountMinor, ...REST })
  if (!reply.ok) return say({ type: 'failed', problem: reply.error.code })
  const { reference } = commandContract['sale:start'].output.parse(reply.value)
  say({ type: 'charged', reference, pressedAtMs })
}

/** As a cashier goes on once it is over: what was on the screen has been seen. */
async function leave(core: Core, order: Extract<Order, { type: 'leave' }>): Promise<void> {
  const { reference } = order
  const read = await core.call('payment:read', { reference })
  if (!read.ok) return say({ type: 'failed', problem: read.error.code })
  const { news, state } = commandContract['payment:read'].output.parse(read.value).payment
  if (isOpen(state)) {
    await breathe()
    return leave(core, order)
  }
  const left = await core.call('payment:leave', { reference, news: news?.number ?? null })
  say(left.ok ? { type: 'left' } : { type: 'failed', problem: left.error.code })
}

async function untilTerminalsAreKnown(core: Core): Promise<void> {
  const listed = await core.call('terminal:list', {})
  if (listed.ok && commandContract['terminal:list'].output.parse(listed.value).status === 'ready') return
  await breathe()
  return untilTerminalsAreKnown(core)
}

const { core, leap } = await startLeapingCore({
  dataFolder,
  cloudUrl,
  statusUrl,
  apiKey,
  callback: {
    listen: { address: '127.0.0.1', port: callbackPort },
    publicUrl: `http://127.0.0.1:${callbackPort.toString()}`,
    allowPlainHttp: true,
  },
})
process.on('message', (message) => {
  const order = orderSchema.parse(message)
  void (order.type === 'charge' ? charge(core, order) : leave(core, order))
})
process.once('disconnect', () => void core.close().finally(() => process.exit(0)))
await untilTerminalsAreKnown(core)
say({ type: 'ready', emptyPort: await openEmptyDoor() })
