import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Core } from '../../core/app.ts'
import { ok } from '../../../shared/result.ts'
import { testTransport, type TransportEnd } from '../../testing/bridge-contract.ts'
import { startPreviewServer, type PreviewServer } from './preview-server.ts'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'paydesk-page-'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Paydesk</title>')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

testTransport('HTTP and server-sent events', async (core): Promise<TransportEnd> => {
  const server = await startPreviewServer({ core, page: { type: 'built', folder }, port: 0 })
  const { origin } = new URL(server.url)
  const opened = await fetch(server.url, { redirect: 'manual' })
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const hangUp = new AbortController()
  const stream = await fetch(`${origin}/bridge/events`, { headers: { cookie }, signal: hangUp.signal })
  const events: TransportEnd['events'] = []
  void collect(stream, events)
  return {
    events,
    async call(name, input) {
      const response = await fetch(`${origin}/bridge/command/${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { cookie, origin, 'content-type': 'application/json' },
        body: JSON.stringify(input),
      })
      return response.json()
    },
    async close() {
      hangUp.abort()
      await server.close()
    },
  }
})

async function collect(stream: Response, events: TransportEnd['events']): Promise<void> {
  let text = ''
  try {
    for await (const chunk of stream.body ?? []) {
      text += Buffer.from(chunk).toString('utf8')
      const messages = text.split('\n\n')
      text = messages.pop() ?? ''
      for (const message of messages) {
        const found = /^event: (.+)\ndata: (.+)$/.exec(message)
        if (found !== null) events.push({ name: found[1] ?? '', payload: JSON.parse(found[2] ?? '') })
      }
    }
  } catch {
    // Hung up: what was collected stays.
  }
}

describe('the preview admits only the browser that opened its address', () => {
  let server: PreviewServer
  let port: number
  let token: string

  beforeEach(async () => {
    const core: Core = {
      call: async () => ok('reached'),
      subscribe: () => () => undefined,
      hasOpenRequest: () => false,
      close: async () => undefined,
    }
    server = await startPreviewServer({ core, page: { type: 'built', folder }, port: 0 })
    const url = new URL(server.url)
    port = Number(url.port)
    token = url.searchParams.get('token') ?? ''
  })

  afterEach(() => server.close())

  interface Sent {
    method?: string
    path?: string
    headers?: Record<string, string>
    body?: string
  }

  function send({
    method = 'POST',
    path = '/bridge/command/app%3Aread',
    headers = {},
    body = '{}',
  }: Sent): Promise<number> {
    return new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      })
      sent.on('error', reject)
      sent.end(method === 'POST' ? body : undefined)
    })
  }

  const own = (): Record<string, string> => ({
    cookie: `paydesk-${port.toString()}=${token}`,
    origin: `http://127.0.0.1:${port.toString()}`,
    'content-type': 'application/json',
  })

  it('lets its own page in', async () => {
    expect(await send({ headers: own() })).toBe(200)
  })

  it.each([
    ['without the cookie', () => ({ ...own(), cookie: '' })],
    ['with a wrong cookie', () => ({ ...own(), cookie: `paydesk-${port.toString()}=${'x'.repeat(43)}` })],
    ['from another site', () => ({ ...own(), origin: 'https://evil.example' })],
    ['from another port of this machine', () => ({ ...own(), origin: 'http://127.0.0.1:1' })],
    ['from a page that hides its origin', () => ({ ...own(), origin: 'null' })],
    ['under a name that was rebound to this machine', () => ({ ...own(), host: `evil.example:${port.toString()}` })],
    ['under the name localhost', () => ({ ...own(), host: `localhost:${port.toString()}` })],
  ])('refuses a command %s', async (_, headers) => {
    expect(await send({ headers: headers() })).toBe(403)
  })

  it('refuses a command without an origin, a form, an oversized body and a body that is no JSON', async () => {
    const { cookie = '', ...rest } = own()
    expect(await send({ headers: { cookie, 'content-type': 'application/json' } })).toBe(403)
    expect(await send({ headers: { ...rest, cookie, 'content-type': 'text/plain' } })).toBe(415)
    expect(await send({ headers: own(), body: `"${'x'.repeat(70_000)}"` })).toBe(413)
    expect(await send({ headers: own(), body: '{' })).toBe(400)
  })

  it('refuses the events without the cookie, and a wrong token', async () => {
    expect(await send({ method: 'GET', path: '/bridge/events' })).toBe(403)
    expect(await send({ method: 'GET', path: '/?token=wrong' })).toBe(403)
  })

  it('serves the document for receipts with a policy of its own, which alone may be framed', async () => {
    const { origin } = new URL(server.url)
    const policyOf = async (path: string): Promise<string> =>
      (await fetch(origin + path)).headers.get('content-security-policy') ?? ''
    expect(await policyOf('/receipt')).toMatch(
      /^default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action/,
    )
    expect(await policyOf('/receipt')).toMatch(/frame-ancestors 'self';.* sandbox allow-same-origin$/)
    for (const path of ['/', '/index.html', '/nothing', '/receipt/', '/bridge/events']) {
      expect(await policyOf(path)).toContain("frame-ancestors 'none'")
      expect(await policyOf(path)).not.toContain('unsafe-inline')
    }
    expect(await send({ path: '/receipt' })).toBe(405)
  })

  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    String.raw`/..\package.json`,
    '/nothing',
    '/%00',
    '//etc/passwd',
  ])('has no file %s', async (path) => {
    expect(await send({ method: 'GET', path })).toBe(404)
  })
})
