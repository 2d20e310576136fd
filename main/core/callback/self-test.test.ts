import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { createCertificateMaker } from '../../testing/certificate-maker.ts'
import { findFreePort } from '../../testing/free-port.ts'
import type { HttpOutcome, HttpPort, HttpRequest } from '../ports.ts'
import { createNodeHttp, type NodeHttpOptions } from '../system/node-http.ts'
import { openListener, SETTINGS, speak, statusOf } from './callback-fixture.ts'
import { HOST, resultBody, SALE, toHttp, type Letter } from './trial-letters.ts'
import type { CallbackSettings } from './settings.ts'

async function start(server: Server): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => void sockets.add(socket.on('error', () => undefined)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  return (server.address() as AddressInfo).port
}

function http(options: Partial<NodeHttpOptions> = {}): HttpPort {
  const port = createNodeHttp({ connectTimeoutMs: 5_000, ...options })
  onTestFinished(() => port.close())
  return port
}

/** A listener whose address is the one that it is asked for at, without anything between. */
async function openDirect(settings: Partial<CallbackSettings> = {}, scheme = 'http') {
  const port = await findFreePort()
  const publicUrl = `${scheme}://127.0.0.1:${port.toString()}`
  const listen = { address: '127.0.0.1', port }
  return openListener({ settings: { ...SETTINGS, listen, publicUrl, allowPlainHttp: true, ...settings } })
}

interface Passing {
  /** What it makes of the headers, and of the path. */
  headers?: (from: IncomingMessage) => Record<string, string>
  path?: (from: string) => string
  status?: (from: number) => number
}

/** A listener behind a relay, which passes everything on but for what is given. */
async function openBehindRelay({ headers = () => ({}), path = (from) => from, status = (from) => from }: Passing) {
  let listenerPort = 0
  const relay = createServer((from, to) => {
    const onward = ask({
      host: '127.0.0.1',
      port: listenerPort,
      method: from.method,
      path: path(from.url ?? ''),
      headers: { ...from.headers, ...headers(from) },
    })
    onward.on('response', (answer) => to.writeHead(status(answer.statusCode ?? 0)).end())
    from.pipe(onward)
  })
  const publicUrl = `http://127.0.0.1:${(await start(relay)).toString()}/till-2`
  const opened = await openListener({ settings: { ...SETTINGS, publicUrl, allowPlainHttp: true } })
  listenerPort = opened.port
  return opened
}

/** A listener at whose address something else answers. */
async function openBesides(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const seen: string[] = []
  const port = await start(
    createServer((request, response) => {
      seen.push(request.url ?? '')
      answer(request, response)
    }),
  )
  const publicUrl = `http://127.0.0.1:${port.toString()}`
  return { seen, ...(await openListener({ settings: { ...SETTINGS, publicUrl, allowPlainHttp: true } })) }
}

async function openAt(publicUrl: string) {
  return openListener({ settings: { ...SETTINGS, publicUrl, allowPlainHttp: true } })
}

describe('a till that asks for itself at its own address', () => {
  test('reaches its listener, which counts nothing and writes nothing down', async () => {
    const { listener, sink } = await openDirect()
    expect(await listener.test(http())).toEqual({ verdict: 'reached', at: Date.UTC(2026, 0, 5, 9) })
    const { stored, refused, foreign } = listener.counters()
    expect([stored, foreign, sink.stored()]).toEqual([0, null, []])
    expect(Object.values(refused).every((times) => times === 0)).toBe(true)
  })

  test('reaches it through a relay that leaves Host, path and headers as they are', async () => {
    const { listener } = await openBehindRelay({})
    expect(await listener.test(http())).toMatchObject({ verdict: 'reached' })
  })

  test.each<[string, Passing]>([
    ['Host', { headers: () => ({ host: '127.0.0.1' }) }],
    ['the path', { path: (from) => from.replace('/till-2', '') }],
    ['the token', { headers: () => ({ 'auth-token': 'another' }) }],
    ['the kind of the body', { headers: () => ({ 'content-type': 'text/plain' }) }],
    ['what only a browser sends', { headers: () => ({ origin: 'https://relay.example' }) }],
    ['the answer', { status: () => 204 }],
  ])('learns that a relay changes %s', async (_, passing) => {
    const { listener, sink } = await openBehindRelay(passing)
    expect(await listener.test(http())).toMatchObject({ verdict: 'changed' })
    expect(sink.stored()).toEqual([])
  })

  test.each<[string, (request: IncomingMessage, response: ServerResponse) => void]>([
    ['that takes everything', (_, response) => void response.writeHead(200).end('welcome')],
    ['that knows no such page', (_, response) => void response.writeHead(404).end()],
    ['that forbids it', (_, response) => void response.writeHead(403).end()],
    ['that answers without end', (_, response) => void response.end('x'.repeat(2 * 1024 * 1024))],
    ['that hangs up', (request) => void request.socket.destroy()],
  ])('knows something else %s from its listener', async (_, answer) => {
    const { listener, seen } = await openBesides(answer)
    expect(await listener.test(http())).toMatchObject({ verdict: 'wrongAnswer' })
    expect(seen).toHaveLength(1)
  })

  test('follows nobody to another address, not to its own listener either', async () => {
    let port = 0
    const opened = await openBesides((request, response) => {
      response.writeHead(307, { location: `http://127.0.0.1:${port.toString()}${request.url ?? ''}` }).end()
    })
    port = opened.port
    expect(await opened.listener.test(http())).toMatchObject({ verdict: 'wrongAnswer' })
    expect(Object.values(opened.listener.counters().refused).every((times) => times === 0)).toBe(true)
  })

  test('says that nobody takes connections there', async () => {
    const { listener } = await openAt(`http://127.0.0.1:${(await findFreePort()).toString()}`)
    expect(await listener.test(http())).toMatchObject({ verdict: 'refused' })
  })

  test('says that the name is not found', async () => {
    // No question leaves this computer: such a name cannot exist.
    const { listener } = await openAt(`http://${'x'.repeat(64)}.example`)
    expect(await listener.test(http())).toMatchObject({ verdict: 'nameNotFound' })
  })

  test('waits no longer than it says for somebody who never answers', async () => {
    const { listener } = await openBesides(() => undefined)
    const real = http()
    let timeoutMs = 0
    const hurried: HttpPort = (request) => {
      timeoutMs = request.timeoutMs
      return real({ ...request, timeoutMs: 200 })
    }
    expect(await listener.test(hurried)).toMatchObject({ verdict: 'timeout' })
    expect(timeoutMs).toBe(8_000)
  })

  test('nor for a connection that is never made', async () => {
    const { listener } = await openAt(`https://127.0.0.1:${(await start(createTcpServer())).toString()}`)
    expect(await listener.test(http({ connectTimeoutMs: 200 }))).toMatchObject({ verdict: 'timeout' })
  })

  test('knows somebody who speaks no TLS at an https address', async () => {
    const port = await start(createServer((_, response) => void response.end()))
    const { listener } = await openAt(`https://127.0.0.1:${port.toString()}`)
    expect(await listener.test(http())).toMatchObject({ verdict: 'wrongAnswer' })
  })

  test('says so where there is nothing to be reached', async () => {
    const never: HttpPort = () => expect.unreachable('nothing may be asked')
    const failing = await openListener({ settings: { ...SETTINGS, listen: { address: '192.0.2.1', port: 8790 } } })
    expect(await failing.listener.test(never)).toMatchObject({ verdict: 'notListening' })
    const off = await openListener()
    await off.listener.close()
    expect(await off.listener.test(never)).toMatchObject({ verdict: 'notListening' })
  })
})

/** A way on which the request of the test stops, so that others can come meanwhile. */
function heldWay() {
  const asked: HttpRequest[] = []
  const goOn: ((outcome: HttpOutcome) => void)[] = []
  const way: HttpPort = (request) => {
    asked.push(request)
    return new Promise((resolve) => goOn.push(resolve))
  }
  return { way, asked, end: (outcome: HttpOutcome) => goOn.shift()?.(outcome) }
}

const NO_CONNECTION: HttpOutcome = { type: 'notSent', text: 'ECONNREFUSED' }

/** A listener while the till asks for it, and the letter that the till sent. */
async function openDuringTest() {
  const opened = await openListener()
  const { way, asked, end } = heldWay()
  const told = opened.listener.test(way)
  const [sent] = asked
  if (sent === undefined) throw new Error('nothing was asked')
  const own = { path: new URL(sent.url).pathname, token: sent.headers['AUTH-TOKEN'] ?? '', body: sent.body ?? '' }
  const say = (letter: Letter) => speak(opened.port, toHttp(letter))
  return { ...opened, sent, told, own, say, end }
}

describe('the path of the test', () => {
  test('is a new one each time, asked for with a token of its own and without any key', async () => {
    const { sent, own, listener, end, told, advance, lines } = await openDuringTest()
    expect(sent).toMatchObject({ method: 'POST', body: '{}', timeoutMs: 8_000 })
    expect(Object.keys(sent.headers)).toEqual(['Content-Type', 'AUTH-TOKEN'])
    expect(sent.url).toMatch(new RegExp(`^https://${HOST}/cb/[0-9a-f]{32}$`))
    expect(own.token).toMatch(/^[0-9a-f]{64}$/)
    end(NO_CONNECTION)
    const answer = await told
    for (const secret of [own.path, own.path.slice(4), own.token]) {
      expect(JSON.stringify([lines, answer])).not.toContain(secret)
    }
    advance(1_000)
    const again = heldWay()
    const second = listener.test(again.way)
    expect(again.asked[0]?.url).not.toBe(sent.url)
    expect(again.asked[0]?.headers['AUTH-TOKEN']).not.toBe(own.token)
    again.end(NO_CONNECTION)
    await second
  })

  test('is answered once, as a result is, and is nobody’s before and after', async () => {
    const { own, say, post, end, told } = await openDuringTest()
    const acknowledged = await post()
    expect(await say(own)).toBe(acknowledged)
    const unknown = await say({ path: '/cb/unknown', token: own.token })
    expect(statusOf(unknown)).toBe(401)
    expect(await say(own)).toBe(unknown)
    end({ type: 'answered', status: 200, body: '' })
    expect(await told).toMatchObject({ verdict: 'reached' })
    expect(await say(own)).toBe(unknown)
  })

  test('is gone when the test is over, whether it was reached or not', async () => {
    const { own, say, end, told } = await openDuringTest()
    end(NO_CONNECTION)
    expect(await told).toMatchObject({ verdict: 'refused' })
    expect(statusOf(await say(own))).toBe(401)
  })

  test('tells strangers nothing while it runs: the same refusals, byte for byte, as on any other path', async () => {
    const { own, say, sale, end, told } = await openDuringTest()
    for (const change of [
      { token: 'f' },
      { token: null },
      { token: [own.token, own.token] },
      { token: sale.token },
      { method: 'GET' },
      { host: 'evil.example' },
      { headers: ['Origin: null'] },
    ]) {
      const stranger = await say({ ...own, path: '/cb/unknown', ...change })
      expect(statusOf(stranger)).toBeGreaterThanOrEqual(401)
      expect(await say({ ...own, ...change })).toBe(stranger)
    }
    expect(statusOf(await say({ ...own, path: `/cb/${sale.path}` }))).toBe(401)
    end(NO_CONNECTION)
    await told
  })

  test('leads to no operation: a result that comes by it is acknowledged and dropped', async () => {
    const { own, say, sink, listener, end, told } = await openDuringTest()
    const body = resultBody({ transactionReference: SALE })
    expect(statusOf(await say({ ...own, body }))).toBe(200)
    expect(sink.stored()).toEqual([])
    expect(listener.counters().stored).toBe(0)
    end(NO_CONNECTION)
    await told
  })

  test('takes no more than a result’s path does', async () => {
    const { own, say, end, told } = await openDuringTest()
    expect(statusOf(await say({ ...own, body: `{"a":"${'x'.repeat(300_000)}"}` }))).toBe(413)
    end({ type: 'answered', status: 413, body: '' })
    expect(await told).toMatchObject({ verdict: 'changed' })
  })

  test('is one at a time: who asks meanwhile or at once after hears the same', async () => {
    const { listener, end, told, advance } = await openDuringTest()
    const never: HttpPort = () => expect.unreachable('a second request')
    const meanwhile = listener.test(never)
    end(NO_CONNECTION)
    expect(await meanwhile).toEqual(await told)
    advance(999)
    expect(await listener.test(never)).toEqual(await told)
    advance(1)
    expect(await listener.test(() => Promise.resolve({ type: 'notSent', text: 'ENOTFOUND: x' }))).toMatchObject({
      verdict: 'nameNotFound',
    })
  })
})

const folder = mkdtempSync(join(tmpdir(), 'paydesk-self-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function makeAll(): boolean {
  try {
    const { makeAuthority, make } = createCertificateMaker(folder)
    makeAuthority('root')
    make('till', { host: 'IP:127.0.0.1', lastDay: '20990101000000Z', issuer: 'root' })
    make('other', { host: 'DNS:other.example', lastDay: '20990101000000Z', issuer: 'root' })
    return true
  } catch (error) {
    console.log(`the self-test is not tested over TLS: openssl is missing or failed (${String(error)})`)
    return false
  }
}

describe.skipIf(!makeAll())('over TLS', () => {
  const path = (name: string): string => join(folder, name)
  const pem = (name: string) => ({ tls: { pem: { certFile: path(`${name}.crt`), keyFile: path(`${name}.key`) } } })
  const trusting = () => http({ roots: [readFileSync(path('root.crt'), 'utf8')] })

  test('a certificate that this computer trusts leads to the listener', async () => {
    const { listener } = await openDirect(pem('till'), 'https')
    expect(await listener.test(trusting())).toMatchObject({ verdict: 'reached' })
  })

  test('one that nobody vouches for, and one for another name, are said to be wrong and reach nothing', async () => {
    const unknown = await openDirect(pem('till'), 'https')
    expect(await unknown.listener.test(http())).toMatchObject({ verdict: 'certificate' })
    const other = await openDirect(pem('other'), 'https')
    expect(await other.listener.test(trusting())).toMatchObject({ verdict: 'certificate' })
  })
})
