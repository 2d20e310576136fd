import type { Agent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { Socket } from 'node:net'
import type { SecureContext } from 'node:tls'
import { http } from './node-http-module.ts'

export interface ConnectedAgentOptions {
  /** For https addresses; null for plain ones. */
  trust: SecureContext | null
  isReusing: boolean
  connectTimeoutMs: number
}

export interface ConnectedAgent {
  agent: Agent
  /** Ends its connections, the ones that are still being made included. */
  close(): void
}

/** Servers and routers drop idle connections silently: after this long a connection is not trusted any more. */
const IDLE_MS = 10_000

/**
 * An agent that hands a connection to a request only once it is established, for TLS with the certificate checked. Node
 * itself gives a request its socket at once and holds the bytes back; here there is nothing to hold back, so a request
 * that was never given a socket has certainly not been sent.
 */
export function createConnectedAgent(options: ConnectedAgentOptions): ConnectedAgent {
  const { trust, isReusing, connectTimeoutMs } = options
  const pool = isReusing ? { keepAlive: true, scheduling: 'lifo' as const, timeout: IDLE_MS } : { keepAlive: false }
  // `true` is Node's default, but an environment variable can turn the default off.
  const agent =
    trust === null
      ? new http.Agent(pool)
      : new HttpsAgent({ ...pool, secureContext: trust, minVersion: 'TLSv1.2', rejectUnauthorized: true })
  const readyEvent = trust === null ? 'connect' : 'secureConnect'
  const connecting = new Set<Socket>()
  const connect = agent.createConnection.bind(agent)

  agent.createConnection = (target, hand) => {
    const socket = connect(target)
    if (!(socket instanceof Socket)) throw new TypeError('an agent made something that is not a socket')
    connecting.add(socket)
    const giveUp = setTimeout(
      () => socket.destroy(new Error(`no connection in ${connectTimeoutMs} ms`)),
      connectTimeoutMs,
    )
    const finish = (error: Error | null): void => {
      if (!connecting.delete(socket)) return
      clearTimeout(giveUp)
      hand?.(error, socket)
    }
    socket.once(readyEvent, () => finish(null))
    socket.once('error', finish)
    socket.once('close', () => finish(new Error('closed before it was connected')))
    return undefined
  }

  return {
    agent,
    close() {
      for (const socket of connecting) socket.destroy(new Error('the client was closed'))
      agent.destroy()
    },
  }
}
