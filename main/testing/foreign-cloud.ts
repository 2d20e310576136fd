import { createServer as createPlainServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https'
import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import { z } from 'zod'
import type { Identity } from './certificate-maker.ts'

/**
 * Another server that speaks Handpoint's API, written from its description alone: it shares no line with the simulator or
 * the client, so that a mistake made in both is seen here. The test decides every answer.
 */
export interface ForeignCloud {
  cloudUrl: string
  statusUrl: string
  /** Every request that came in whole, in the order of its arrival. */
  arrivals: Arrival[]
  /** Decides what happens to a request; answering null falls back to the ordinary answer. */
  script: (arrival: Arrival) => Reply | null | Promise<Reply | null>
  /** What the terminal has to say, by reference: the cloud's truth. */
  results: Map<string, Record<string, unknown>>
  /** From now on it shows this certificate. */
  present(identity: Identity): void
  /** Tears every connection that exists. */
  dropConnections(): void
  close(): Promise<void>
}

export interface Arrival {
  host: 'cloud' | 'status'
  method: string
  path: string
  key: string | undefined
  body: Record<string, unknown> | null
  /** How many requests its connection has carried, this one included. */
  nthOnConnection: number
  /** SHA-256 of the certificate that its connection was shown; null without TLS. */
  certificate: string | null
}

/** Bytes as they are, whatever HTTP says about them, with pauses in milliseconds before each piece. */
export interface RawReply {
  pieces: readonly { afterMs?: number; bytes: string | Buffer }[]
  /** What becomes of the connection: closed, torn off, half closed, or left as it is. */
  connection: 'close' | 'reset' | 'halfClose' | 'hold'
}

export type Reply = { status: number; body?: unknown; headers?: Readonly<Record<string, string>> } | RawReply | 'reset'

const shownSchema = z.object({ fingerprint256: z.string() })
const bodySchema = z.record(z.string(), z.unknown())

export async function startForeignCloud(identity: Identity | null = null): Promise<ForeignCloud> {
  const arrivals: Arrival[] = []
  const results: ForeignCloud['results'] = new Map()
  const references = new Map<string, string>()
  const carried = new WeakMap<Socket, number>()

  function ordinary({ host, method, path, body }: Arrival): Reply {
    if (host === 'status') {
      const reference = path.split('/')[2] ?? ''
      return {
        status: 200,
        body: results.get(reference) ?? { finStatus: 'UNDEFINED', transactionReference: reference },
      }
    }
    if (path === '/initialize') {
      const ssk = 'AB'.repeat(32)
      return { status: 200, body: [{ merchant_id_alpha: 'm', serial_number: '0001', ssk, terminal_type: 'PAXA80' }] }
    }
    if (method === 'POST' && path === '/transactions') {
      const reference = String(body?.['transactionReference'])
      const transactionResultId = `0001-${(references.size + 1).toString()}`
      references.set(transactionResultId, reference)
      return {
        status: 202,
        body: { transactionResultId, statusMessage: 'Operation Accepted', transactionReference: reference },
      }
    }
    const result = results.get(references.get(decodeURIComponent(path.split('/')[2] ?? '')) ?? '')
    return result === undefined ? { status: 204 } : { status: 200, body: result }
  }

  async function serve(host: Arrival['host'], request: IncomingMessage, response: ServerResponse): Promise<void> {
    const nthOnConnection = (carried.get(request.socket) ?? 0) + 1
    carried.set(request.socket, nthOnConnection)
    const arrival = await readArrival(host, request, nthOnConnection)
    // A client that died while it was still speaking has asked for nothing.
    if (arrival === null) return
    arrivals.push(arrival)
    await send((await cloud.script(arrival)) ?? ordinary(arrival), request, response)
  }
  const servers = (['cloud', 'status'] as const).map((host) => {
    const listener = (request: IncomingMessage, response: ServerResponse): void => void serve(host, request, response)
    return identity === null ? createPlainServer(listener) : createTlsServer({ ...identity }, listener)
  })
  // A client that refuses the certificate, or half a handshake.
  for (const server of servers) server.on('tlsClientError', () => undefined)

  const cloud: ForeignCloud = {
    cloudUrl: '',
    statusUrl: '',
    arrivals,
    results,
    script: () => null,
    present(shown) {
      for (const server of servers) if ('setSecureContext' in server) server.setSecureContext({ ...shown })
    },
    dropConnections() {
      for (const server of servers) server.closeAllConnections()
    },
    async close() {
      for (const server of servers) server.closeAllConnections()
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
    },
  }
  const scheme = identity === null ? 'http' : 'https'
  const [cloudUrl = '', statusUrl = ''] = await Promise.all(servers.map((server) => listen(server, scheme)))
  return Object.assign(cloud, { cloudUrl, statusUrl })
}

async function send(reply: Reply, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { socket } = request
  if (reply === 'reset') {
    socket.destroy()
    return
  }
  if ('status' in reply) {
    const headers = { 'content-type': 'application/json', ...reply.headers }
    response.writeHead(reply.status, headers).end(toBody(reply.body))
    return
  }
  socket.on('error', () => undefined)
  for (const { afterMs = 0, bytes } of reply.pieces) {
    if (afterMs > 0) await new Promise((resolve) => setTimeout(resolve, afterMs))
    if (socket.destroyed) return
    socket.write(bytes)
  }
  if (reply.connection === 'close') socket.destroySoon()
  else if (reply.connection === 'reset') socket.resetAndDestroy()
  else if (reply.connection === 'halfClose') socket.end()
}

/** A terminal's result as S2's example has it, for a reference. */
export function foreignResult(finStatus: string, reference: string, amount: number): Record<string, unknown> {
  return {
    finStatus,
    type: 'SALE',
    currency: 'EUR',
    requestedAmount: amount,
    totalAmount: amount,
    tipAmount: 0,
    efttransactionID: '01236fc0-8192-11eb-9aca-ad4b0e95f241',
    transactionReference: reference,
    maskedCardNumber: '************1456',
    cardSchemeName: 'MasterCard',
    cardToken: 'CANARY-CARD-TOKEN',
    unMaskedPan: '5413330089010434',
    statusMessage: 'ok',
    deviceStatus: { serialNumber: '0001' },
  }
}

function toBody(body: unknown): string | undefined {
  if (body === undefined) return undefined
  return typeof body === 'string' ? body : JSON.stringify(body)
}

/** The request, or null where its sender was gone before it had ended. */
async function readArrival(
  host: Arrival['host'],
  request: IncomingMessage,
  nthOnConnection: number,
): Promise<Arrival | null> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
  } catch {
    return null
  }
  const text = Buffer.concat(chunks).toString('utf8')
  const { method = '', url = '' } = request
  const key = request.headers['apikeycloud']?.toString()
  const body = text === '' ? null : bodySchema.parse(JSON.parse(text))
  return { host, method, path: url, key, body, nthOnConnection, certificate: certificateOf(request.socket) }
}

function certificateOf(socket: Socket): string | null {
  if (!(socket instanceof TLSSocket)) return null
  return shownSchema.parse(socket.getCertificate()).fingerprint256
}

function listen(server: Server | TlsServer, scheme: string): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      resolve(`${scheme}://127.0.0.1:${port.toString()}`)
    })
  })
}
