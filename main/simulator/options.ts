import type { BehaviourPatch } from './behaviour.ts'
import type { Clock } from './clock.ts'
import type { SendCallback } from './delivery.ts'

export type SimulatorOptions = {
  /** The merchant's key; `demo-key` without it. */
  key?: string
  /** Valid keys of other merchants: no terminals, and 401 for this merchant's references. */
  foreignKeys?: readonly string[]
  /** Card terminals, besides the virtual one; 2 without it. */
  terminals?: number
  /** Makes ids, cards and codes repeatable. */
  seed?: number
  customer?: 'auto' | 'none'
  customerDelayMs?: number
  rateLimit?: boolean
  behaviour?: BehaviourPatch
  /** The machine's clock without it. */
  clock?: Clock
  /** Replaces the HTTP POST to callback addresses. */
  sendCallback?: SendCallback
  /** Where the books are kept between runs; nothing is kept without it. */
  stateFile?: string
  /** 20,000 without it, or 500 where every change rewrites a state file. */
  maxTransactions?: number
  maxRequests?: number
}

export type ServerOptions = SimulatorOptions & {
  /** 0, the default, takes a free port. All ports are on 127.0.0.1. */
  port?: number
  statusPort?: number
  controlPort?: number
}
