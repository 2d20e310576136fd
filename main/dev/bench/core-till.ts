import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Reference } from '../../../shared/ids.ts'
import { findFreePort } from '../../testing/free-port.ts'
import { newsSchema, type News, type Order, type TillFlags } from './core-till-messages.ts'

/** A whole core in a process of its own, whose budget of requests is free before each press of Charge. */
export interface CoreTill {
  /** The port of a listener without a journal behind it. */
  emptyPort: number
  charge(sale: Omit<Extract<Order, { type: 'charge' }>, 'type'>): Promise<{ reference: Reference; pressedAtMs: number }>
  /** Goes on to the next customer. */
  leave(reference: Reference): Promise<void>
  close(): Promise<void>
}

export async function startCoreTill(flags: Omit<TillFlags, 'callbackPort'>): Promise<CoreTill> {
  const script = fileURLToPath(new URL('./core-till.child.ts', import.meta.url))
  const child = fork(script, [JSON.stringify({ ...flags, callbackPort: await findFreePort() })])
  const ended = once(child, 'exit')
  const hear = async (): Promise<News> => {
    const [message]: unknown[] = await Promise.race([
      once(child, 'message'),
      ended.then(() => [{ type: 'failed', problem: 'the till of the benchmark ended' }]),
    ])
    const news = newsSchema.parse(message)
    if (news.type === 'failed') throw new Error(`the till of the benchmark: ${news.problem}`)
    return news
  }
  /** One order at a time: the next news is its answer. */
  const order = (what: Order): Promise<News> => {
    const heard = hear()
    child.send(what)
    return heard
  }
  const ready = await hear()
  if (ready.type !== 'ready') throw new Error('the till of the benchmark did not say that it is ready')
  return {
    emptyPort: ready.emptyPort,
    async charge(sale) {
      const news = await order({ type: 'charge', ...sale })
      if (news.type !== 'charged') throw new Error('the till of the benchmark did not charge')
      return news
    },
    async leave(reference) {
      await order({ type: 'leave', reference })
    },
    async close() {
      if (child.connected) child.disconnect()
      await ended
    },
  }
}
