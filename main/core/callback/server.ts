import type { Server, ServerOptions } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { SecureContextOptions } from 'node:tls'
import { err, ok, type Result } from '../../../shared/result.ts'
import { http } from '../system/node-http-module.ts'
import type { Exchange } from './exchange.ts'
import { codeOf, toListenFailure, type CallbackFailure } from './health.ts'
import type { Seats } from './seats.ts'
import type { Tally } from './tally.ts'

/** How long a client may take (safety L7). Only tests of the cutting off itself are less patient. */
export interface Patience {
  headersMs: number
  requestMs: number
  /** How often the two above are looked at: Node's own 30 s would make 35 of 5. */
  checkEveryMs: number
}

export const PATIENCE: Patience = { headersMs: 5_000, requestMs: 10_000, checkEveryMs: 1_000 }

export interface ServerParts {
  address: string
  port: number
  identity: SecureContextOptions | null
  exchange: Exchange
  seats: Seats
  tally: Tally
  patience: Patience
  /** The server ended by itself, with the operating system's code. */
  onLost: (failure: CallbackFailure) => void
}

export interface BoundServer {
  port: number
  /** For new connections; those that are open keep the certificate that they have seen. */
  setIdentity(identity: SecureContextOptions): void
  close(): Promise<void>
}

/** Binds the address, or says why not. */
export async function bindServer(parts: ServerParts): Promise<Result<BoundServer, CallbackFailure>> {
  const { address, port, identity, exchange, seats, tally, patience, onLost } = parts
  const options = serverOptions(patience)
  const tlsServer =
    identity === null ? null : createTlsServer({ ...options, ...identity, handshakeTimeout: patience.headersMs })
  const server = tlsServer ?? http.createServer(options)
  server.maxRequestsPerSocket = 1_000
  // Node drops what is beyond the number it allows, a second AUTH-TOKEN too; 8 KB bound them already.
  server.maxHeadersCount = 0
  server.on('connection', (socket: Socket) => seats.enter(socket))
  server.on('request', exchange)
  server.on('checkContinue', exchange)
  server.on('clientError', (error, socket) => refuse(codeOf(error), socket, tally))

  const listened = await listen(server, address, port)
  if (!listened.ok) return err(toListenFailure(listened.error, address, port))
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      seats.closeAll()
      server.closeAllConnections()
    })
  server.on('error', (error) => {
    void close()
    onLost(toListenFailure(codeOf(error), address, port))
  })
  return ok({ port: listened.value, setIdentity: (renewed) => tlsServer?.setSecureContext(renewed), close })
}

function serverOptions({ headersMs, requestMs, checkEveryMs }: Patience): ServerOptions {
  return {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: checkEveryMs,
    keepAliveTimeout: 5_000,
    maxHeaderSize: 8 * 1024,
    // Spelled out because flags of the process can turn them over (safety L9).
    insecureHTTPParser: false,
    requireHostHeader: true,
    joinDuplicateHeaders: false,
  }
}

/** What never became a request. A connection that failed in its handshake, or is gone, is told nothing. */
function refuse(code: string, socket: Duplex, tally: Tally): void {
  const isHttp = code.startsWith('HPE_')
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') tally.refused('tooSlow')
  else if (code === 'HPE_HEADER_OVERFLOW') tally.refused('headerTooLarge')
  else if (isHttp) tally.refused('malformed')
  else if (/^ERR_(?:SSL|TLS)_/.test(code)) tally.refused('handshakeFailed')
  const line = code === 'ERR_HTTP_REQUEST_TIMEOUT' ? '408 Request Timeout' : isHttp ? toStatusLine(code) : null
  if (line === null || !socket.writable) return void socket.destroy()
  socket.end(`HTTP/1.1 ${line}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`, () => socket.destroy())
}

function toStatusLine(code: string): string {
  return code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request'
}

function listen(server: Server, host: string, port: number): Promise<Result<number, string>> {
  return new Promise((resolve) => {
    const fail = (error: Error): void => resolve(err(codeOf(error)))
    // A taken port is an event, not an exception.
    server.once('error', fail)
    server.listen({ host, port }, () => {
      server.off('error', fail)
      const bound = server.address()
      resolve(ok(bound === null || typeof bound === 'string' ? port : bound.port))
    })
  })
}
