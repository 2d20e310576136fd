import { eventContract, type EventPayload } from '../../../shared/ipc/contract.ts'
import type { EventName } from '../../../shared/ipc/channels.ts'
import type { Log } from '../ports.ts'

/** What each event of the bridge is parsed by. */
export type EventParsers = { readonly [Name in EventName]: { parse: (payload: unknown) => EventPayload<Name> } }

export type EventListener = (name: EventName, payload: unknown) => void

/** Hands snapshots to every transport and numbers them, so that a page can keep the newer of two. */
export interface EventHub {
  /** The next version number. Take it when the data is read, not when it is sent. */
  nextVersion(): number
  publish<Name extends EventName>(name: Name, payload: EventPayload<Name>): void
  subscribe(listener: EventListener): () => void
}

/** @param log told of a payload or a listener that fails: that must never keep a payment from being asked about */
export function createEventHub(log: Log, parsers: EventParsers = eventContract): EventHub {
  const listeners = new Set<EventListener>()
  let version = 0

  function attempt(name: EventName, act: () => void): void {
    try {
      act()
    } catch (error) {
      log.error('event.failed', { name, problem: String(error) })
    }
  }

  return {
    nextVersion: () => ++version,
    publish(name, payload) {
      attempt(name, () => {
        // Parsing drops whatever the contract does not name: a secret cannot ride along.
        const declared = parsers[name].parse(payload)
        for (const listener of listeners) attempt(name, () => listener(name, declared))
      })
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
