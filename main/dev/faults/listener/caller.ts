import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { deliveredSchema, type Delivered, type Order } from './caller-messages.ts'
import type { TillProcess } from './till-process.ts'

/** Delivers true callbacks from a process of its own: what attacks the till meanwhile is no part of their times. */
export interface Caller {
  deliver(till: Pick<TillProcess, 'port' | 'pid'>, letter: string): Promise<Delivered>
  close(): Promise<void>
}

export function startCaller(): Caller {
  const child = fork(fileURLToPath(new URL('./caller.child.ts', import.meta.url)))
  return {
    async deliver({ port, pid }, letter) {
      const heard = once(child, 'message')
      child.send({ port, pid, letter } satisfies Order)
      const [message]: unknown[] = await heard
      return deliveredSchema.parse(message)
    },
    async close() {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}
