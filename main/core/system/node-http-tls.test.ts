import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:https'
import { connect as dial, createServer as createTcpServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TlsOptions } from 'node:tls'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { createCertificateMaker, type Identity } from '../../testing/certificate-maker.ts'
import type { HttpRequest } from '../ports.ts'
import { createNodeHttp } from './node-http.ts'

const folder = mkdtempSync(join(tmpdir(), 'paydesk-tls-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function makeIdentities() {
  try {
    const { make } = createCertificateMaker(folder)
    return {
      till: make('till', { host: 'IP:127.0.0.1', lastDay: '20990101000000Z' }),
      stranger: make('stranger', { host: 'DNS:stranger.example', lastDay: '20990101000000Z' }),
      expired: make('expired', { host: 'IP:127.0.0.1', lastDay: '20200201000000Z' }),
    }
  } catch (error) {
    console.log(`TLS tests of the HTTP adapter are skipped: openssl is missing or failed (${String(error)})`)
    return null
  }
}

const NONE: Identity = { key: '', cert: '' }
const identities = makeIdentities()
const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

async function serve(identity: Identity, options: TlsOptions = {}) {
  const seen: string[] = []
  const server = createServer({ ...identity, ...options }, (request, response) => {
    seen.push(`${request.method} ${request.url}`)
    response.end('ok')
  })
  server.on('tlsClientError', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => {
    server.close()
    server.closeAllConnections()
  })
  return { seen, server, url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}

function http(roots?: readonly string[]) {
  const port = createNodeHttp({ connectTimeoutMs: 2_000, ...(roots === undefined ? {} : { roots }) })
  closers.push(() => port.close())
  return port
}

const charge = (url: string): HttpRequest => ({ method: 'POST', url, headers: {}, body: '{}', timeoutMs: 4_000 })

describe.skipIf(identities === null)('over TLS', () => {
  const { till, stranger, expired } = identities ?? { till: NONE, stranger: NONE, expired: NONE }
  const trusted = [till.cert, stranger.cert, expired.cert]

  test('a server that a trusted root vouches for is served', async () => {
    const { url } = await serve(till)
    const port = http(trusted)
    expect(await port(charge(url))).toEqual({ type: 'answered', status: 200, body: 'ok' })
    expect(await port(charge(url))).toMatchObject({ type: 'answered' })
    expect(await port({ ...charge(url), method: 'GET', body: null })).toMatchObject({ type: 'answered' })
  })

  test('a self-signed server gets no byte of the request', async () => {
    const { url, seen } = await serve(till)
    expect(await http()(charge(url))).toMatchObject({ type: 'notSent', text: expect.stringContaining('SELF_SIGNED') })
    expect(seen).toEqual([])
  })

  test('a self-signed server gets none either where the environment switched the check off', async () => {
    const { url, seen } = await serve(till)
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
    closers.push(() => delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'])
    expect(await http()(charge(url))).toMatchObject({ type: 'notSent' })
    expect(seen).toEqual([])
  })

  test('a server under another name gets no byte of the request', async () => {
    const { url, seen } = await serve(stranger)
    expect(await http(trusted)(charge(url))).toMatchObject({
      type: 'notSent',
      text: expect.stringContaining('ALTNAME'),
    })
    expect(seen).toEqual([])
  })

  test('an expired server gets no byte of the request', async () => {
    const { url, seen } = await serve(expired)
    expect(await http(trusted)(charge(url))).toMatchObject({
      type: 'notSent',
      text: expect.stringContaining('EXPIRED'),
    })
    expect(seen).toEqual([])
  })

  test('a server that knows nothing newer than TLS 1.1 gets no byte of the request', async () => {
    const old = { minVersion: 'TLSv1' as const, maxVersion: 'TLSv1.1' as const, ciphers: 'ALL:@SECLEVEL=0' }
    const { url, seen } = await serve(till, old)
    expect(await http(trusted)(charge(url))).toMatchObject({ type: 'notSent' })
    expect(seen).toEqual([])
  })

  test('a connection that is ready only after the request was given up carries nothing', async () => {
    const { url, seen, server } = await serve(till)
    let release = (): void => undefined
    const gate = createTcpServer((socket) => {
      release = () => socket.pipe(dial(Number(new URL(url).port), '127.0.0.1')).pipe(socket)
    })
    await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve))
    closers.push(() => gate.close())
    const port = http(trusted)
    const gateUrl = `https://127.0.0.1:${(gate.address() as AddressInfo).port}/abandoned`
    expect(await port({ ...charge(gateUrl), timeoutMs: 60 })).toMatchObject({ type: 'notSent' })

    const isOver = new Promise((resolve) => server.once('secureConnection', resolve).once('tlsClientError', resolve))
    release()
    await isOver
    expect(await port(charge(`${url}next`))).toMatchObject({ type: 'answered' })
    expect(seen).toEqual(['POST /next'])
  })
})
