import { mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { orderSchema, type Delivered, type Order } from './caller-messages.ts'
import { readRunDelayMs } from './run-delay.ts'
import { askOnce } from './wire.ts'

/**
 * Run by the trials as a process of its own that delivers one letter at a time and does nothing else: how long it is kept
 * waiting for a processor and for the disk, and the till for a processor, says how busy the machine is elsewhere.
 */
const PROBE_EVERY_MS = 20

const loop = monitorEventLoopDelay({ resolution: 1 })
loop.enable()
let diskMs = 0
let probingSinceMs = Number.POSITIVE_INFINITY

async function probeDisk(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-caller-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const file = await open(join(folder, 'probe'), 'w')
  for (;;) {
    probingSinceMs = performance.now()
    await file.write('x'.repeat(4_096), 0)
    await file.datasync()
    diskMs = Math.max(diskMs, performance.now() - probingSinceMs)
    probingSinceMs = Number.POSITIVE_INFINITY
    await setTimeout(PROBE_EVERY_MS)
  }
}

async function deliver({ port, pid, letter }: Order): Promise<Delivered> {
  loop.reset()
  diskMs = 0
  const tillWaitedMs = readRunDelayMs(pid)
  const answer = await askOnce(port, letter)
  const loopMs = Number.isFinite(loop.max) ? loop.max / 1e6 : 0
  const waits = [loopMs, diskMs, performance.now() - probingSinceMs, readRunDelayMs(pid) - tillWaitedMs]
  return { ...answer, waitedMs: Math.max(...waits) }
}

process.on('message', (message) => {
  void deliver(orderSchema.parse(message)).then((delivered) => process.send?.(delivered))
})
process.once('disconnect', () => process.exit())
await probeDisk()
