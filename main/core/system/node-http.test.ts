import { createServer, type RequestListener, type Server } from 'node:http'
import {
  connect as dial,
  createServer as createTcpServer,
  type AddressInfo,
  type Server as TcpServer,
  type Socket,
} from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import type { HttpRequest } from '../ports.ts'
import { createNodeHttp } from './node-http.ts'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

async function listen(server: TcpServer | Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket))
  closers.push(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function serve(answer: RequestListener): Promise<{ url: string; server: Server }> {
  const server = createServer(answer)
  return { url: `http://${await listen(server)}/`, server }
}

function http(connectTimeoutMs = 2_000) {
  const port = createNodeHttp({ connectTimeoutMs })
  closers.push(() => port.close())
  return port
}

const get = (url: string, rest: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url,
  headers: {},
  body: null,
  timeoutMs: 2_000,
  ...rest,
})
const post = (url: string, rest: Partial<HttpRequest> = {}): HttpRequest =>
  get(url, { method: 'POST', body: '{"a":"é"}', headers: { 'Content-Type': 'application/json' }, ...rest })

describe('an answer', () => {
  test('comes with its status and its body, whatever the status', async () => {
    const { url } = await serve((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => response.writeHead(418).end(`${request.method} ${Buffer.concat(chunks).toString()}`))
    })
    expect(await http()(post(url))).toEqual({ type: 'answered', status: 418, body: 'POST {"a":"é"}' })
  })

  test('without a body is an empty one', async () => {
    const { url } = await serve((_, response) => response.writeHead(204).end())
    expect(await http()(get(url))).toEqual({ type: 'answered', status: 204, body: '' })
  })

  test('that points to another host is not followed there', async () => {
    let strays = 0
    const other = await serve((_, response) => {
      strays += 1
      response.end()
    })
    const { url } = await serve((_, response) => response.writeHead(302, { Location: other.url }).end('moved'))
    const outcome = await http()(post(url, { headers: { ApiKeyCloud: 'canary-key' } }))
    expect(outcome).toEqual({ type: 'answered', status: 302, body: 'moved' })
    expect(strays).toBe(0)
  })
})

describe('a request that certainly did not leave', () => {
  test('found its port refused', async () => {
    const server = createTcpServer()
    const address = await listen(server)
    await new Promise((resolve) => server.close(resolve))
    const outcome = await http()(post(`http://${address}/`))
    expect(outcome).toMatchObject({ type: 'notSent', text: expect.stringContaining('ECONNREFUSED') })
  })

  test('found no such host', async () => {
    expect(await http()(post('http://nowhere.invalid/'))).toMatchObject({ type: 'notSent' })
  })

  test.each(['ftp://127.0.0.1/', 'nonsense', 'http://127.0.0.1:99999/'])(
    'has an address that cannot be: %s',
    async (url) => {
      expect(await http()(post(url))).toMatchObject({ type: 'notSent' })
    },
  )

  test('carries a header that cannot be', async () => {
    const outcome = await http()(post('http://127.0.0.1:9/', { headers: { ApiKeyCloud: 'canary\nkey' } }))
    expect(outcome).toMatchObject({ type: 'notSent' })
    expect(JSON.stringify(outcome)).not.toContain('canary')
  })

  test('waited for a handshake longer than the connection may take', async () => {
    const address = await listen(createTcpServer())
    const outcome = await http(50)(post(`https://${address}/`))
    expect(outcome).toMatchObject({ type: 'notSent', text: expect.stringContaining('no connection in 50 ms') })
  })

  test('waited for a handshake longer than the whole exchange may take', async () => {
    const address = await listen(createTcpServer())
    expect(await http(5_000)(post(`https://${address}/`, { timeoutMs: 50 }))).toMatchObject({ type: 'notSent' })
  })

  test('lost its connection during the handshake', async () => {
    const address = await listen(createTcpServer((socket) => socket.once('data', () => socket.resetAndDestroy())))
    expect(await http()(post(`https://${address}/`))).toMatchObject({ type: 'notSent' })
  })

  test('was made after the client was closed, or was waiting for a connection then', async () => {
    const address = await listen(createTcpServer())
    const port = http(5_000)
    const waiting = port(post(`https://${address}/`, { timeoutMs: 5_000 }))
    port.close()
    expect(await waiting).toMatchObject({ type: 'notSent' })
    expect(await port(post(`https://${address}/`))).toMatchObject({ type: 'notSent' })
  })
})

describe('a request in doubt', () => {
  test('was accepted and reset', async () => {
    const address = await listen(createTcpServer((socket) => socket.once('data', () => socket.resetAndDestroy())))
    expect(await http()(post(`http://${address}/`))).toMatchObject({ type: 'lost', problem: 'connectionLost' })
  })

  test('was never answered', async () => {
    const address = await listen(createTcpServer())
    expect(await http()(post(`http://${address}/`, { timeoutMs: 50 }))).toMatchObject({
      type: 'lost',
      problem: 'timeout',
    })
  })

  test('has an answer that never ends', async () => {
    const { url } = await serve((_, response) => void response.writeHead(200).write('{"trans'))
    expect(await http()(post(url, { timeoutMs: 100 }))).toMatchObject({ type: 'lost', problem: 'timeout' })
  })

  test.each([
    ['cut off', 'HTTP/1.1 202 Accepted\r\nContent-Length: 100\r\n\r\n{"trans'],
    ['not HTTP', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['another protocol', 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n'],
    ['nothing at all', ''],
  ])('has an answer that is %s', async (_, answer) => {
    const address = await listen(createTcpServer((socket) => socket.once('data', () => socket.end(answer))))
    expect(await http()(post(`http://${address}/`))).toMatchObject({ type: 'lost', problem: 'connectionLost' })
  })

  test('has an answer too long to be one', async () => {
    const { url } = await serve((_, response) => response.end('x'.repeat(2 * 1024 * 1024)))
    expect(await http()(post(url))).toMatchObject({ type: 'lost', problem: 'tooLarge' })
  })

  test('was running when the client was closed', async () => {
    const port = http()
    const { url } = await serve(() => port.close())
    expect(await port(post(url))).toMatchObject({ type: 'lost', problem: 'connectionLost' })
  })
})

describe('connections', () => {
  test('are kept for questions', async () => {
    const ports = new Set<number | undefined>()
    const { url } = await serve((request, response) => {
      ports.add(request.socket.remotePort)
      response.end()
    })
    const port = http()
    await port(get(url))
    await port(get(url))
    expect(ports.size).toBe(1)
  })

  test('are new for every POST, so that none meets a stale one', async () => {
    let connections = 0
    const { url, server } = await serve((_, response) => response.end())
    server.on('connection', () => (connections += 1))
    const port = http()
    await port(get(url))
    await port(post(url))
    await port(post(url))
    expect(connections).toBe(3)
  })

  test('that died while kept leave a question in doubt, never "not sent"', async () => {
    let requests = 0
    const { url } = await serve((request, response) => {
      requests += 1
      if (requests === 1) response.end()
      else request.socket.resetAndDestroy()
    })
    const port = http()
    await port(get(url))
    expect(await port(get(url))).toMatchObject({ type: 'lost', problem: 'connectionLost' })
  })

  test('that the server closed while they were kept are replaced', async () => {
    const sockets: Socket[] = []
    const { url, server } = await serve((_, response) => response.end('ok'))
    server.on('connection', (socket: Socket) => sockets.push(socket))
    const port = http()
    await port(get(url))
    const isGone = new Promise((resolve) => sockets[0]?.once('close', resolve))
    sockets[0]?.destroy()
    await isGone
    // One more round trip through the loop lets the end of the connection arrive on our side.
    const probe = dial(Number(new URL(url).port), '127.0.0.1')
    await new Promise((resolve) => probe.once('connect', resolve))
    probe.destroy()
    expect(await port(get(url))).toMatchObject({ type: 'answered', body: 'ok' })
  })
})
