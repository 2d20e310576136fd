import { mkdtempSync, rmSync } from 'node:fs'
import { createServer as createPlainServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { connect, createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TLSSocket } from 'node:tls'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { createCertificateMaker, type Identity } from '../../testing/certificate-maker.ts'
import { createGuardedFetch, type GuardedFetchOptions } from './guarded-fetch.ts'

const folder = mkdtempSync(join(tmpdir(), 'paydesk-receipts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

const HOST = 'receipts.handpoint.com'
const URL_OF_RECEIPT = `https://${HOST}/receipts/1/customer.html`
const PUBLIC = '13.32.0.7'

function makeIdentities() {
  try {
    const { make } = createCertificateMaker(folder)
    const named = (name: string): Identity => make(name, { host: `DNS:${name}`, lastDay: '20990101000000Z' })
    return { host: named(HOST), stranger: named('stranger.example') }
  } catch (error) {
    console.log(`The tests of fetching documents are skipped: openssl is missing or failed (${String(error)})`)
    return null
  }
}

const NONE: Identity = { key: '', cert: '' }
const identities = makeIdentities()
const { host, stranger } = identities ?? { host: NONE, stranger: NONE }

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket))
  closers.push(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  return (server.address() as AddressInfo).port
}

async function serve(answer: RequestListener, identity = host): Promise<number> {
  return await listen(createTlsServer(identity, answer).on('tlsClientError', () => undefined))
}

/** A fetch whose names are told by `addresses` and whose connections all end at a local port; what it did is kept. */
function guarded(port: number, rest: Partial<GuardedFetchOptions> & { addresses?: readonly string[][] } = {}) {
  const { addresses = [[PUBLIC]], ...options } = rest
  const asked: string[] = []
  const dialled: { addresses: readonly string[]; port: number }[] = []
  const fetch = createGuardedFetch({
    extraHosts: [],
    trustedOrigin: null,
    roots: [host.cert, stranger.cert],
    totalMs: 4_000,
    resolve: (name) => {
      const answer = addresses[Math.min(asked.length, addresses.length - 1)] ?? []
      asked.push(name)
      return Promise.resolve(answer)
    },
    dial: (given, givenPort) => {
      dialled.push({ addresses: given, port: givenPort })
      return connect(port, '127.0.0.1')
    },
    ...options,
  })
  return { asked, dialled, receipt: (url = URL_OF_RECEIPT) => fetch({ url, kind: 'customerReceipt' }), fetch }
}

const html: RequestListener = (_, response) =>
  void response.writeHead(200, { 'Content-Type': 'text/html; charset=UTF-8' }).end('<p>€ 45')

describe.skipIf(identities === null)('a document', () => {
  test('is fetched from the address that was judged, and nothing is sent along', async () => {
    const heads: string[] = []
    const port = await serve((request, response) => {
      const name = request.socket instanceof TLSSocket ? request.socket.servername : ''
      heads.push(`${name}: ${request.method} ${request.url}\n${request.rawHeaders.join('\n')}`)
      response.setHeader('Set-Cookie', 'track=1')
      html(request, response)
    })
    const { receipt, asked, dialled } = guarded(port, { addresses: [[PUBLIC, '2600:9000::1']] })
    const url = `https://RECEIPTS.handpoint.com/receipts/1/customer.html?a=b#c`
    expect(await receipt(url)).toEqual({ ok: true, value: { bytes: Buffer.from('<p>€ 45'), charset: 'utf-8' } })
    await receipt(url)
    const head = `${HOST}: GET /receipts/1/customer.html?a=b\nHost\n${HOST}\nAccept\ntext/html\nAccept-Encoding\nidentity\nConnection\nclose`
    expect(heads).toEqual([head, head])
    expect(asked).toEqual([HOST, HOST])
    expect(dialled[0]).toEqual({ addresses: [PUBLIC, '2600:9000::1'], port: 443 })
  })

  test('is fetched from a host that the shop allowed besides', async () => {
    const { receipt } = guarded(await serve(html, stranger), { extraHosts: ['stranger.example'] })
    expect(await receipt('https://stranger.example/x')).toMatchObject({ ok: true })
  })

  test('comes in the character set that the host names', async () => {
    const answer = (type: string) => serve((_, response) => void response.setHeader('Content-Type', type).end('<p>'))
    const charsetOf = async (type: string) => await guarded(await answer(type)).receipt()
    expect(await charsetOf('Text/HTML;Charset="ISO-8859-1"')).toMatchObject({ value: { charset: 'windows-1252' } })
    expect(await charsetOf('text/html')).toMatchObject({ value: { charset: 'utf-8' } })
    expect(await charsetOf('text/html; charset=utf-7')).toMatchObject({ error: { because: 'contentType' } })
    expect(await charsetOf('text/html; charset=utf-16')).toMatchObject({ error: { because: 'contentType' } })
  })

  test('that is a signature has to be a PNG or a JPEG by its type', async () => {
    const typeOf = async (type: string) => {
      const port = await serve((_, response) => void response.setHeader('Content-Type', type).end('x'))
      return await guarded(port).fetch({ url: URL_OF_RECEIPT, kind: 'signature' })
    }
    expect(await typeOf('image/png')).toMatchObject({ ok: true })
    expect(await typeOf('image/jpeg')).toMatchObject({ ok: true })
    for (const type of ['image/svg+xml', 'image/gif', 'text/html', 'application/octet-stream', ''])
      expect(await typeOf(type)).toEqual({ ok: false, error: { because: 'contentType', mayRetry: false } })
  })
})

describe.skipIf(identities === null)('nothing is connected to', () => {
  test.each([
    '127.0.0.1',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    'fd00::1',
    'fe80::1',
    '64:ff9b::7f00:1',
  ])('when the name leads to %s', async (address) => {
    const { receipt, dialled } = guarded(await serve(html), { addresses: [[address]] })
    expect(await receipt()).toEqual({ ok: false, error: { because: 'privateAddress', mayRetry: true } })
    expect(dialled).toEqual([])
  })

  test('when one of several addresses is private', async () => {
    const { receipt, dialled } = guarded(await serve(html), { addresses: [[PUBLIC, '127.0.0.1']] })
    expect(await receipt()).toMatchObject({ error: { because: 'privateAddress' } })
    expect(dialled).toEqual([])
  })

  test('when the name leads nowhere, or the look-up fails or takes too long', async () => {
    const none = guarded(1, { addresses: [[]] })
    expect(await none.receipt()).toEqual({ ok: false, error: { because: 'noAddress', mayRetry: true } })
    const failing = guarded(1, { resolve: () => Promise.reject(new Error('ENOTFOUND')) })
    expect(await failing.receipt()).toEqual({ ok: false, error: { because: 'noAddress', mayRetry: true } })
    const slow = guarded(1, { totalMs: 50, resolve: () => new Promise(() => undefined) })
    expect(await slow.receipt()).toEqual({ ok: false, error: { because: 'timeout', mayRetry: true } })
    expect([none, failing, slow].map(({ dialled }) => dialled)).toEqual([[], [], []])
  })

  test('when the address breaks a rule: nothing is looked up either', async () => {
    const { receipt, asked, dialled } = guarded(await serve(html))
    const broken = {
      'http://receipts.handpoint.com/': 'scheme',
      'https://receipts.handpoint.com@evil.example/': 'userinfo',
      'https://receipts.handpoint.com./': 'host',
      'https://receipts.handpoint.com:8443/': 'port',
      'https://127.0.0.1/': 'host',
    }
    for (const [url, because] of Object.entries(broken))
      expect(await receipt(url)).toEqual({ ok: false, error: { because, mayRetry: false } })
    expect([asked, dialled]).toEqual([[], []])
  })

  test('at an address that the name leads to only at a second look-up', async () => {
    const { receipt, asked, dialled } = guarded(await serve(html), { addresses: [[PUBLIC], ['127.0.0.1']] })
    expect(await receipt()).toMatchObject({ ok: true })
    expect(asked).toEqual([HOST])
    expect(dialled).toEqual([{ addresses: [PUBLIC], port: 443 }])
  })
})

describe.skipIf(identities === null)('a host is not believed', () => {
  test('that sends elsewhere: nobody goes there', async () => {
    let strays = 0
    const other = await listen(createPlainServer((_, response) => (strays++, void response.end())))
    for (const location of ['file:///etc/passwd', `http://127.0.0.1:${other}/`, `https://${HOST}/other`, '/other']) {
      const requests: string[] = []
      const port = await serve((request, response) => {
        requests.push(request.url ?? '')
        response.writeHead(302, { Location: location }).end()
      })
      expect(await guarded(port).receipt()).toEqual({ ok: false, error: { because: 'redirect', mayRetry: false } })
      expect(requests).toHaveLength(1)
    }
    expect(strays).toBe(0)
  })

  test.each([
    [500, 'hostBusy', true],
    [503, 'hostBusy', true],
    [429, 'hostBusy', true],
    [404, 'notFound', true],
    [403, 'status', false],
    [410, 'status', false],
    [204, 'status', false],
    [206, 'status', false],
  ])('that answers %i', async (status, because, mayRetry) => {
    const port = await serve((_, response) => void response.writeHead(status, { 'Content-Type': 'text/html' }).end())
    expect(await guarded(port).receipt()).toEqual({ ok: false, error: { because, mayRetry } })
  })

  test.each(['application/json', 'image/svg+xml', 'application/xhtml+xml', 'text/plain', 'text/html2', ''])(
    'whose receipt is of the type %j',
    async (type) => {
      const port = await serve((_, response) => void response.setHeader('Content-Type', type).end('<p>'))
      expect(await guarded(port).receipt()).toEqual({ ok: false, error: { because: 'contentType', mayRetry: false } })
    },
  )

  test('whose body is packed: a small one may hold gigabytes', async () => {
    const bomb = gzipSync(Buffer.alloc(10_000_000))
    const port = await serve((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' }).end(bomb)
    })
    expect(await guarded(port).receipt()).toEqual({ ok: false, error: { because: 'contentEncoding', mayRetry: false } })
  })

  test('whose body does not end: it is left after 256 KB', async () => {
    const gigabyte = 1024 ** 3
    let sent = 0
    let left = (): void => undefined
    const isLeft = new Promise<void>((resolve) => (left = resolve))
    const port = await serve((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' })
      const piece = Buffer.alloc(64 * 1024, '<p>x')
      const send = (): void => {
        while (sent < gigabyte && !response.destroyed) {
          sent += piece.length
          if (!response.write(piece)) return
        }
      }
      response.on('drain', send).once('close', left)
      send()
    })
    expect(await guarded(port).receipt()).toEqual({ ok: false, error: { because: 'tooLarge', mayRetry: false } })
    await isLeft
    // What the sockets' own buffers took; far from a gigabyte.
    expect(sent).toBeLessThan(64 * 1024 * 1024)
  })

  test('that drips: everything together has its time', async () => {
    const port = await serve((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' })
      const drip = setInterval(() => response.write('x'), 5)
      closers.push(() => clearInterval(drip))
    })
    expect(await guarded(port, { totalMs: 150 }).receipt()).toEqual({
      ok: false,
      error: { because: 'timeout', mayRetry: true },
    })
  })

  test('that drips its head, or says nothing', async () => {
    const silent = await serve(() => undefined)
    const timeout = { ok: false, error: { because: 'timeout', mayRetry: true } }
    expect(await guarded(silent, { totalMs: 100 }).receipt()).toEqual(timeout)
    const deaf = await listen(createTcpServer())
    expect(await guarded(deaf, { totalMs: 100 }).receipt()).toEqual(timeout)
  })

  test('that cuts the body off', async () => {
    const port = await serve((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Length': '100' })
      response.write('<p>', () => response.destroy())
    })
    expect(await guarded(port).receipt()).toMatchObject({ ok: false, error: { mayRetry: true } })
  })

  test('that does not speak HTTP, or speaks it without end', async () => {
    const answer = (text: string) => serve((request) => void request.socket.end(text))
    const network = { ok: false, error: { because: 'network', mayRetry: true } }
    expect(await guarded(await answer('SSH-2.0-OpenSSH_9.6\r\n')).receipt()).toEqual(network)
    expect(await guarded(await answer(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(9000)}\r\n\r\n`)).receipt()).toEqual(network)
    expect(await guarded(await answer('')).receipt()).toEqual(network)
  })

  test('without a certificate for its name from a root that is trusted', async () => {
    const seen: string[] = []
    const answer: RequestListener = (request, response) => {
      seen.push(request.url ?? '')
      html(request, response)
    }
    const network = { ok: false, error: { because: 'network', mayRetry: true } }
    expect(await guarded(await serve(answer, stranger)).receipt()).toEqual(network)
    expect(await guarded(await serve(answer), { roots: [stranger.cert] }).receipt()).toEqual(network)
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
    closers.push(() => delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'])
    expect(await guarded(await serve(answer, stranger)).receipt()).toEqual(network)
    expect(seen).toEqual([])
  })

  test('that refuses the connection', async () => {
    const server = createTcpServer()
    const port = await listen(server)
    await new Promise((resolve) => server.close(resolve))
    expect(await guarded(port).receipt()).toEqual({ ok: false, error: { because: 'network', mayRetry: true } })
  })
})

describe('the simulator on this computer', () => {
  const plain = async (answer: RequestListener) => {
    const port = await listen(createPlainServer(answer))
    const asked: string[] = []
    const trustedOrigin = `http://127.0.0.1:${port}`
    const resolve = (name: string) => Promise.resolve([...asked, asked.push(name)].map(() => PUBLIC))
    return {
      asked,
      trustedOrigin,
      fetch: createGuardedFetch({ extraHosts: [], trustedOrigin, resolve, totalMs: 4_000 }),
    }
  }

  test('is asked directly while it is the cloud', async () => {
    const { fetch, trustedOrigin, asked } = await plain(html)
    const fetched = await fetch({ url: `${trustedOrigin}/receipts/1/customer.html`, kind: 'customerReceipt' })
    expect(fetched).toMatchObject({ ok: true, value: { bytes: Buffer.from('<p>€ 45') } })
    expect(asked).toEqual([])
  })

  test('is bound by all other rules', async () => {
    const { fetch, trustedOrigin } = await plain((_, response) => void response.writeHead(302, { Location: '/' }).end())
    const url = `${trustedOrigin}/x`
    expect(await fetch({ url, kind: 'customerReceipt' })).toMatchObject({ error: { because: 'redirect' } })
    expect(await fetch({ url: 'http://127.0.0.1:1/x', kind: 'signature' })).toMatchObject({
      error: { because: 'scheme' },
    })
  })
})
