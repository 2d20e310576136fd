import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import type { IncomingMessage } from 'node:http'
import { connect, isIP, type Socket } from 'node:net'
import { connect as connectTls, type SecureContext } from 'node:tls'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { DocumentKind } from '../../../shared/transaction/events.ts'
import { http } from '../system/node-http-module.ts'
import { createTrust } from '../system/tls-trust.ts'
import {
  checkDocumentAddress,
  type AddressFlaw,
  type AllowedAddresses,
  type DocumentAddress,
} from './document-address.ts'
import { isPublicAddress } from './public-address.ts'
import { readAnswer, type AnswerFlaw, type FetchedDocument } from './read-answer.ts'

export type FetchFlaw = AddressFlaw | AnswerFlaw | 'network' | 'timeout' | 'noAddress' | 'privateAddress'

export interface FetchRefusal {
  because: FetchFlaw
  /**
   * The network's fault or the host's of this moment: the same address may be asked again later. A name that leads to a
   * private address is one of these: that is what a hotel's login page or a broken resolver does, and no byte went there.
   */
  mayRetry: boolean
}

/** Fetches one document, and never throws. Nothing can be sent along: no key, no cookie. */
export type GuardedFetch = (wanted: {
  url: string
  kind: DocumentKind
}) => Promise<Result<FetchedDocument, FetchRefusal>>

export interface GuardedFetchOptions extends AllowedAddresses {
  /** Time for everything together, in milliseconds. */
  totalMs?: number
  /** PEM certificates to trust instead of this computer's. */
  roots?: readonly string[]
  /** All addresses of a host name. */
  resolve?: (host: string) => Promise<readonly string[]>
  /** Connects to one of these addresses and to nothing else. */
  dial?: (addresses: readonly string[], port: number) => Socket
}

const TOTAL_MS = 5_000

/**
 * The only way in which Paydesk follows an address that came in a result (safety H5): https to a few exact hosts, to an
 * address that is public and is the one that was judged, without redirects, in five seconds, up to a size, of one content type.
 */
export function createGuardedFetch(options: GuardedFetchOptions): GuardedFetch {
  const { totalMs = TOTAL_MS, resolve = resolveHost, dial = dialPinned, roots } = options
  let trust: SecureContext | null = null

  async function open({ url, isSimulator }: DocumentAddress, signal: AbortSignal): Promise<Result<Socket, FetchFlaw>> {
    if (isSimulator) return whenReady(dial([url.hostname], Number(url.port)), 'connect', signal)
    const addresses = await orAborted(resolve(url.hostname), signal)
    if (!addresses.ok) return addresses.error === 'timeout' ? addresses : err('noAddress')
    if (addresses.value.length === 0) return err('noAddress')
    if (!addresses.value.every(isPublicAddress)) return err('privateAddress')
    const plain = await whenReady(dial(addresses.value, 443), 'connect', signal)
    if (!plain.ok) return plain
    trust ??= createTrust(roots)
    const host = url.hostname
    // `true` is Node's default, but an environment variable can turn the default off.
    const checks = {
      host,
      servername: host,
      secureContext: trust,
      minVersion: 'TLSv1.2',
      rejectUnauthorized: true,
    } as const
    return whenReady(connectTls({ socket: plain.value, ...checks }), 'secureConnect', signal)
  }

  return async ({ url: text, kind }) => {
    const address = checkDocumentAddress(text, options)
    if (!address.ok) return err({ because: address.error, mayRetry: false })
    const stop = new AbortController()
    const timer = setTimeout(() => stop.abort(), totalMs)
    try {
      const socket = await open(address.value, stop.signal)
      if (!socket.ok) return err({ because: socket.error, mayRetry: true })
      return await ask(socket.value, address.value.url, { kind, signal: stop.signal })
    } finally {
      clearTimeout(timer)
    }
  }
}

async function resolveHost(host: string): Promise<readonly string[]> {
  const found = await lookup(host, { all: true })
  return found.map(({ address }) => address)
}

/** Tries the addresses as Node does for a name, but with the look-up answered already: nothing can change between the two. */
function dialPinned(addresses: readonly string[], port: number): Socket {
  const pinned: LookupAddress[] = addresses.map((address) => ({ address, family: isIP(address) }))
  return connect({
    host: 'pinned.invalid',
    port,
    autoSelectFamily: true,
    lookup: (_, __, answer) => answer(null, pinned),
  })
}

function whenReady(
  socket: Socket,
  event: 'connect' | 'secureConnect',
  signal: AbortSignal,
): Promise<Result<Socket, FetchFlaw>> {
  return new Promise((resolve) => {
    const finish = (result: Result<Socket, FetchFlaw>): void => {
      signal.removeEventListener('abort', giveUp)
      if (!result.ok) socket.destroy()
      resolve(result)
    }
    const giveUp = (): void => finish(err('timeout'))
    socket.once(event, () => finish(ok(socket)))
    // Stays, because a socket may fail more than once and an error that nobody hears ends the process.
    socket.on('error', () => finish(err('network')))
    socket.once('close', () => finish(err('network')))
    signal.addEventListener('abort', giveUp, { once: true })
    if (signal.aborted) giveUp()
  })
}

/** One GET over a connection that is ready. Everything it says is ours. */
function ask(
  socket: Socket,
  url: URL,
  { kind, signal }: { kind: DocumentKind; signal: AbortSignal },
): Promise<Result<FetchedDocument, FetchRefusal>> {
  return new Promise((resolve) => {
    const finish = (result: Result<FetchedDocument, FetchRefusal>): void => {
      resolve(result)
      socket.destroy()
    }
    const sent = http.request({
      createConnection: () => socket,
      path: url.pathname + url.search,
      setHost: false,
      maxHeaderSize: 8 * 1024,
      signal,
      headers: {
        Host: url.host,
        Accept: kind === 'signature' ? 'image/png, image/jpeg' : 'text/html',
        'Accept-Encoding': 'identity',
        Connection: 'close',
      },
    })
    const fail = (): void => finish(err({ because: signal.aborted ? 'timeout' : 'network', mayRetry: true }))
    sent.on('error', fail)
    sent.once('close', fail)
    sent.once('response', (response: IncomingMessage) => {
      response.once('error', fail)
      readAnswer(response, kind, finish)
    })
    sent.end()
  })
}

/** What was promised, or `timeout`, or `network` for a promise that was broken. */
function orAborted<Value>(
  promised: Promise<Value>,
  signal: AbortSignal,
): Promise<Result<Value, 'timeout' | 'network'>> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(err('timeout')), { once: true })
    promised.then(
      (value) => resolve(ok(value)),
      () => resolve(err('network')),
    )
  })
}
