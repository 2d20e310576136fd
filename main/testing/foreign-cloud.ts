import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { z } from 'zod'

/**
 * Another server that speaks Handpoint's API, written from its description alone: it shares no line with the simulator or
 * the client, so that a mistake made in both is seen here. The test decides every answer.
 */
export interface ForeignCloud {
  cloudUrl: string
  statusUrl: string
  /** Every request, in the order of its arrival. */
  arrivals: Arrival[]
  /** Decides what happens to a request; answering null falls back to the ordinary answer. */
  script: (arrival: Arrival) => Reply | null | Promise<Reply | null>
  /** What the terminal has to say, by reference: the cloud's truth. */
  results: Map<string, Record<string, unknown>>
  close(): Promise<void>
}

export interface Arrival {
  host: 'cloud' | 'status'
  method: string
  path: string
  key: string | undefined
  body: Record<string, unknown> | null
}

export type Reply = { status: number; body?: unknown } | 'reset'

const bodySchema = z.record(z.string(), z.unknown())

export async function startForeignCloud(): Promise<ForeignCloud> {
  const arrivals: Arrival[] = []
  const results: ForeignCloud['results'] = new Map()
  const references = new Map<string, string>()

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

  const cloud: ForeignCloud = { cloudUrl: '', statusUrl: '', arrivals, results, script: () => null, close }
  async function serve(host: Arrival['host'], request: IncomingMessage, response: ServerResponse): Promise<void> {
    const arrival = await readArrival(host, request)
    arrivals.push(arrival)
    const reply = (await cloud.script(arrival)) ?? ordinary(arrival)
    if (reply === 'reset') request.socket.destroy()
    else response.writeHead(reply.status, { 'content-type': 'application/json' }).end(toBody(reply.body))
  }
  const servers = (['cloud', 'status'] as const).map((host) =>
    createServer((request, response) => void serve(host, request, response)),
  )
  const [cloudUrl = '', statusUrl = ''] = await Promise.all(servers.map(listen))
  Object.assign(cloud, { cloudUrl, statusUrl })

  async function close(): Promise<void> {
    for (const server of servers) server.closeAllConnections()
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  }
  return cloud
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

async function readArrival(host: Arrival['host'], request: IncomingMessage): Promise<Arrival> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const text = Buffer.concat(chunks).toString('utf8')
  const { method = '', url = '' } = request
  const key = request.headers['apikeycloud']?.toString()
  return { host, method, path: url, key, body: text === '' ? null : bodySchema.parse(JSON.parse(text)) }
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port.toString()}` : '')
    })
  })
}
