import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { referenceSchema, resultIdSchema } from '../../../shared/ids.ts'
import { aLinkedRefund, aSale } from '../../../shared/testing/transactions.ts'
import type { Intent } from '../../../shared/transaction/intent.ts'
import type { HttpPort, HttpRequest, Log, LogFields } from '../ports.ts'
import { createSystemClock } from '../system/clock.ts'
import { createNodeHttp } from '../system/node-http.ts'
import { createHandpointClient, type HandpointClient } from './client.ts'
import type { SubmitRequest } from './answers.ts'

const KEY = 'canary-key/1'
const reference = referenceSchema.parse('6f1ed002-ab55-4f5a-9d1b-4f1b8f6e2a11')
const resultId = resultIdSchema.parse('082104578-1736/?#%')
const terminal = { serialNumber: '082104578', terminalType: 'PAXA920' }
const sale: SubmitRequest = { intent: { ...aSale, reference, amountMinor: 100 }, till: 'till-1' }

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

interface Seen {
  line: string
  headers: IncomingHttpHeaders
  body: string
}

function createMemoryLog() {
  const lines: { event: string; fields: LogFields }[] = []
  const write = (event: string, fields: LogFields = {}): void => void lines.push({ event, fields })
  const log: Log = { info: write, warn: write, error: write }
  return { log, lines }
}

async function serve(answer: RequestListener): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      seen.push({
        line: `${request.method} ${request.url}`,
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      })
      answer(request, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => {
    server.close()
    server.closeAllConnections()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen }
}

async function start(answer: RequestListener) {
  const [cloud, status] = [await serve(answer), await serve(answer)]
  const http = createNodeHttp({ connectTimeoutMs: 2_000 })
  closers.push(() => http.close())
  const { log, lines } = createMemoryLog()
  const urls = { cloudUrl: `${cloud.url}/`, statusUrl: status.url }
  const client = createHandpointClient({ http, clock: createSystemClock(), log, apiKey: KEY, ...urls })
  return { client, cloud, status, lines }
}

/** A client whose world is a function: what it sends is caught, and it is answered as told. */
function startWith(answer: (request: HttpRequest) => ReturnType<HttpPort>) {
  const sent: HttpRequest[] = []
  const { log, lines } = createMemoryLog()
  const http: HttpPort = (request) => {
    sent.push(request)
    return answer(request)
  }
  const urls = { cloudUrl: 'https://cloud.example', statusUrl: 'https://status.example' }
  const client = createHandpointClient({ http, clock: createSystemClock(), log, apiKey: KEY, ...urls })
  return { client, sent, lines }
}

const methods: [string, (client: HandpointClient) => Promise<unknown>][] = [
  ['listTerminals', (client) => client.listTerminals()],
  ['submit', (client) => client.submit(sale)],
  ['stop', (client) => client.stop(terminal)],
  ['readResult', (client) => client.readResult(resultId)],
  ['readStatus', (client) => client.readStatus(reference)],
  ['readHistory', (client) => client.readHistory(reference)],
]

describe('against a real server', () => {
  test('a sale is sent once, with the key and exactly its body, and accepted with its result id', async () => {
    const { client, cloud, lines } = await start((_, response) =>
      response.writeHead(202).end('{"transactionResultId":"082104578-1736","statusMessage":"Operation Accepted"}'),
    )
    expect(await client.submit(sale)).toEqual({ type: 'requestAccepted', resultId: '082104578-1736' })
    expect(cloud.seen.map(({ line }) => line)).toEqual(['POST /transactions'])
    expect(cloud.seen[0]?.headers).toMatchObject({ apikeycloud: KEY, 'content-type': 'application/json' })
    expect(JSON.parse(cloud.seen[0]?.body ?? '')).toStrictEqual({
      operation: 'sale',
      amount: '100',
      currency: 'EUR',
      terminal_type: 'PAXA920',
      serial_number: '082104578',
      transactionReference: reference,
      metadata: { metadata1: 'till-1', metadata2: reference },
    })
    expect(lines).toEqual([
      {
        event: 'handpoint.exchange',
        fields: { method: 'POST', service: 'cloud', path: '/transactions', status: 202, ms: expect.any(Number) },
      },
    ])
  })

  test('terminals are listed under the older name, and under the newer one where that is gone', async () => {
    const list = '[{"serial_number":"082104578","terminal_type":"PAXA920","ssk":"canary"}]'
    const { client, cloud } = await start((request, response) =>
      request.url === '/devices' ? response.end(list) : response.writeHead(404).end(),
    )
    expect(await client.listTerminals()).toEqual({ type: 'terminals', terminals: [{ ...terminal, isVirtual: false }] })
    expect(cloud.seen.map(({ line }) => line)).toEqual(['GET /initialize', 'GET /devices'])
  })

  test('a result is asked for by its id, with nothing in it taken for a part of the address', async () => {
    const { client, cloud } = await start((_, response) => response.writeHead(204).end())
    expect(await client.readResult(resultId)).toEqual({ type: 'pending' })
    expect(cloud.seen.map(({ line }) => line)).toEqual(['GET /transaction-result/082104578-1736%2F%3F%23%25'])
  })

  test('an id with half a character in it is asked for all the same', async () => {
    const { client, cloud } = await start((_, response) => response.writeHead(204).end())
    expect(await client.readResult(resultIdSchema.parse('1-\ud800'))).toEqual({ type: 'pending' })
    expect(cloud.seen.map(({ line }) => line)).toEqual(['GET /transaction-result/1-%EF%BF%BD'])
  })

  test('a change of an earlier operation goes to the gateway, with its id encoded and the key in its header', async () => {
    const { client, cloud, lines } = await start((request, response) =>
      response.end(
        request.url === '/reversal'
          ? '{"issuerResponseCode":"00","amount":"1.00","currency":"EUR"}'
          : '{"statusMessage":"tip adjusted"}',
      ),
    )
    const original = { reference, transactionId: 'guid/1?', filedUnder: reference }
    const change = (operation: Intent['operation']): SubmitRequest => ({
      intent: { ...aLinkedRefund, operation, channel: 'gateway', amountMinor: 525, original },
      till: 'till-1',
    })
    expect(await client.submit(change('saleReversal'))).toMatchObject({ type: 'gatewayAnswered' })
    expect(await client.submit(change('tipAdjustment'))).toMatchObject({ type: 'gatewayAnswered' })
    expect(cloud.seen.map(({ line, body }) => [line, body])).toEqual([
      ['POST /reversal', '{"originalGuid":"guid/1?"}'],
      ['POST /transactions/guid%2F1%3F/tip-adjustment', '{"amount":5.25}'],
    ])
    expect(cloud.seen.every(({ headers }) => headers['apikeycloud'] === KEY)).toBe(true)
    expect(lines.map(({ fields }) => fields['path'])).toEqual(['/reversal', '/transactions/{guid}/tip-adjustment'])
    expect(JSON.stringify(lines)).not.toContain('guid/1')
  })

  test('a command goes to the device by its type and serial number', async () => {
    const { client, cloud } = await start((_, response) => response.writeHead(202).end())
    const command = { name: 'reboot', settings: { force: false } } as const
    const intent: Intent = { ...aSale, operation: 'deviceCommand', amountMinor: 0, command }
    expect(await client.submit({ intent, till: 'till-1' })).toEqual({ type: 'requestAccepted', resultId: null })
    expect(cloud.seen.map(({ line, body }) => [line, body])).toEqual([
      ['POST /devices/PAXA920/082104578/reboot', '{"force":false}'],
    ])
  })

  test('status and history are asked of the status service', async () => {
    const { client, cloud, status } = await start((_, response) => response.end('{"finStatus":"UNDEFINED"}'))
    expect(await client.readStatus(reference, 'act')).toEqual({ type: 'absent' })
    expect(await client.readHistory(reference, 'act')).toEqual({ type: 'absent' })
    expect(status.seen.map(({ line }) => line)).toEqual([
      `GET /transactions/${reference}/status`,
      `GET /transactions/${reference}/status/all`,
    ])
    expect(status.seen.every(({ headers }) => headers['apikeycloud'] === KEY)).toBe(true)
    expect(cloud.seen).toEqual([])
  })

  test('a stop names the terminal and nothing else', async () => {
    const { client, cloud } = await start((_, response) =>
      response.writeHead(400).end('{"error":1005,"message":"No transaction in progress to cancel"}'),
    )
    expect(await client.stop(terminal)).toEqual({ type: 'idle' })
    expect(JSON.parse(cloud.seen[0]?.body ?? '')).toStrictEqual({
      operation: 'stopCurrentTransaction',
      terminal_type: 'PAXA920',
      serial_number: '082104578',
    })
  })

  test('the key does not follow an answer that points to another host', async () => {
    const stranger = await serve((_, response) => response.end())
    const { client } = await start((_, response) => response.writeHead(307, { Location: stranger.url }).end())
    expect(await client.submit(sale)).toMatchObject({ type: 'requestUnanswered', httpStatus: 307 })
    expect(stranger.seen).toEqual([])
  })

  test('a charge that loses its connection is in doubt and is not sent again', async () => {
    const { client, cloud } = await start((request) => request.socket.resetAndDestroy())
    expect(await client.submit(sale)).toMatchObject({ type: 'requestUnanswered', problem: 'connectionLost' })
    expect(cloud.seen).toHaveLength(1)
  })
})

describe('the key', () => {
  test.each(methods)('appears in nothing that %s says, though a server repeats it', async (_, ask) => {
    const error = JSON.stringify({ error: { statusCode: 400, name: 'BadRequestError', message: `bad key ${KEY}` } })
    const result = JSON.stringify({ finStatus: 'DECLINED', statusMessage: KEY, transactionReference: reference })
    for (const outcome of [
      { type: 'answered', status: 400, body: error },
      { type: 'answered', status: 200, body: result },
      { type: 'notSent', text: `cannot connect with ${KEY}` },
      { type: 'lost', problem: 'connectionLost', text: `lost ${KEY}` },
    ] as const) {
      const { client, sent, lines } = startWith(() => Promise.resolve(outcome))
      const answer = await ask(client)
      expect(sent[0]?.headers).toHaveProperty('ApiKeyCloud', KEY)
      expect(JSON.stringify([answer, lines, sent.map(({ url, body }) => [url, body])])).not.toContain('canary-key')
    }
  })

  test.each([
    ['with an escape of JSON', KEY.replace('-', String.raw`\u002d`).replace('/', String.raw`\/`)],
    ['in capitals', KEY.toUpperCase()],
    ['as in an address', encodeURIComponent(KEY)],
    ['in JSON within JSON', String.raw`{\"error\":1001,\"message\":\"canary\\u002dkey\\/1\"}`],
  ])('written %s is hidden too, by every method', async (_, written) => {
    const error = `{"error":{"statusCode":400,"name":"BadRequestError","message":"${written}"}}`
    const result = `{"finStatus":"DECLINED","statusMessage":"${written}","customerReceipt":"<p>${written}</p>"}`
    for (const [, ask] of methods) {
      for (const [status, body] of [
        [400, error],
        [200, result],
      ] as const) {
        const { client } = startWith(() => Promise.resolve({ type: 'answered', status, body }))
        expect(JSON.stringify(await ask(client))).not.toMatch(/canary.{0,6}key/i)
      }
    }
  })

  test('of one client is hidden in an answer that another client has just read', async () => {
    const body = String.raw`{"finStatus":"DECLINED","statusMessage":"${KEY} canary\u002dkey\/1"}`
    const answer = () => Promise.resolve({ type: 'answered', status: 200, body } as const)
    const urls = { cloudUrl: 'https://cloud.example', statusUrl: 'https://status.example' }
    const { log } = createMemoryLog()
    const other = createHandpointClient({
      http: answer,
      clock: createSystemClock(),
      log,
      apiKey: 'another key',
      ...urls,
    })
    expect(JSON.stringify(await other.readResult(resultId, 'act'))).toContain(KEY)
    expect(JSON.stringify(await startWith(answer).client.readResult(resultId, 'act'))).not.toContain('canary')
  })

  test('is sent to the two hosts and written in no address', async () => {
    const { client, sent } = startWith(() => Promise.resolve({ type: 'answered', status: 204, body: '' }))
    for (const [, ask] of methods) await ask(client)
    const [cloud, status] = ['https://cloud.example', 'https://status.example']
    expect(sent.map(({ url }) => new URL(url).origin)).toEqual([cloud, cloud, cloud, cloud, status, status])
    expect(sent.every(({ headers }) => headers['ApiKeyCloud'] === KEY)).toBe(true)
    expect(JSON.stringify(sent.map(({ url }) => url))).not.toContain('canary-key')
  })
})

describe('one request is sent', () => {
  test.each(methods.slice(1))('by %s, whatever the answer', async (_, ask) => {
    for (const status of [200, 401, 404, 429, 500]) {
      const { client, sent } = startWith(() => Promise.resolve({ type: 'answered', status, body: '' }))
      await ask(client)
      expect(sent).toHaveLength(1)
    }
  })
})

test('nothing leaves for what no request can say', async () => {
  const { client, sent } = startWith(() => Promise.resolve({ type: 'answered', status: 200, body: '' }))
  const intent: Intent = { ...aLinkedRefund, channel: 'gateway' }
  expect(await client.submit({ intent, till: 'till-1' })).toMatchObject({ type: 'requestUnsent' })
  expect(sent).toEqual([])
})

test('the secret of a callback is in the body alone', async () => {
  const { client, sent, lines } = startWith(() => Promise.resolve({ type: 'lost', problem: 'timeout', text: 'x' }))
  const callback = { url: 'https://till.example/c/unguessable', token: 'canary-token' }
  const event = await client.submit({ ...sale, callback })
  expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({ callbackUrl: callback.url, token: callback.token })
  expect(JSON.stringify([event, lines, sent.map(({ url, headers }) => [url, headers])])).not.toMatch(
    /canary-token|unguess/,
  )
})

describe('a refusal that repeats the secrets of a callback', () => {
  const secrets = { path: '0123456789abcdef'.repeat(2), token: 'fedcba9876543210'.repeat(4) }
  const callback = { url: `https://till.example/cb/${secrets.path}`, token: secrets.token }

  test.each([
    ['in words', `${callback.url} ${callback.token}`],
    ['in parts', `/cb/${secrets.path} or ${secrets.path}, not ${callback.token.toUpperCase()}`],
    ['with escapes', String.raw`https:\/\/till.example\/cb\/${secrets.path} \u0066${secrets.token.slice(1)}`],
  ])('%s tells none of them', async (_, text) => {
    const body = `{"error":{"statusCode":422,"message":"no ${text}","code":"VALIDATION_FAILED","details":[{"path":"${text}","message":"${text}"}]}}`
    const { client } = startWith(() => Promise.resolve({ type: 'answered', status: 422, body }))
    const event = await client.submit({ ...sale, callback })
    expect(event).toMatchObject({ type: 'requestRefused', text: expect.stringContaining('[hidden]') })
    expect(JSON.stringify(event)).not.toMatch(/01234567|fedcba98/i)
  })
})

test('no line of the log names the reference, the result or the body', async () => {
  const { client, lines } = startWith(() => Promise.resolve({ type: 'lost', problem: 'timeout', text: 'x' }))
  await client.submit(sale)
  await client.readResult(resultId, 'act')
  expect(JSON.stringify(lines)).not.toMatch(/6f1ed002|1736|EUR/)
  expect(lines.map(({ fields }) => fields['path'])).toEqual(['/transactions', '/transaction-result/{resultId}'])
})
