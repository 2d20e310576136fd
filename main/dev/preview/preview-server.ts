import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createReadStream } from 'node:fs'
import type { Core } from '../../core/app.ts'
import { guardHeaders } from '../../core/page/content-policy.ts'
import { contentTypeOf } from '../../core/page/content-types.ts'
import { listPageFiles } from '../../core/page/page-files.ts'
import { RECEIPT_DOCUMENT, RECEIPT_HEADERS, RECEIPT_PATH } from '../../core/page/receipt-document.ts'
import { createGate, type Gate } from './gate.ts'
import { readBody } from './read-body.ts'
import { streamEvents } from './stream-events.ts'

export interface PreviewServer {
  /** The address to open, with the token of this start. */
  url: string
  close(): Promise<void>
}

interface PreviewOptions {
  core: Core
  page: PageSource
  /** 0 for any free port. */
  port: number
}

type Middleware = (request: IncomingMessage, response: ServerResponse) => void

/** The built page, or one that is rebuilt while it is looked at (`npm run dev`), which needs scripts of its own inside it. */
export type PageSource = { type: 'built'; folder: string } | { type: 'live'; middleware: Middleware }

const HEADERS = guardHeaders("'self'")

/**
 * Serves the page and the bridge to a browser on this machine, for development and tests. Only 127.0.0.1 is bound, only a
 * browser that opened the address of this start is answered, and only pages of this very origin may use the bridge.
 * @throws when the port cannot be bound
 */
export async function startPreviewServer({ core, page, port }: PreviewOptions): Promise<PreviewServer> {
  const sendPage = page.type === 'live' ? page.middleware : await sendFilesOf(page.folder)
  const server = createServer({ requestTimeout: 30_000 })
  await listen(server, port)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the preview has no port')
  const origin = `http://127.0.0.1:${address.port.toString()}`
  const gate = createGate(origin)

  server.on('request', (request, response) => {
    void answer({ core, gate, sendPage, request, response }).catch(() => {
      if (!response.headersSent) end(response, 500)
      else response.destroy()
    })
  })
  return {
    url: `${origin}/?token=${gate.token}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

interface Exchange {
  core: Core
  gate: Gate
  sendPage: Middleware
  request: IncomingMessage
  response: ServerResponse
}

async function answer(exchange: Exchange): Promise<void> {
  const { gate, request, response } = exchange
  if (!gate.isOwnHost(request)) return end(response, 403)
  const { pathname, searchParams } = new URL(request.url ?? '/', gate.origin)
  const token = searchParams.get('token')
  if (request.method === 'GET' && pathname === '/' && token !== null) {
    return gate.isToken(token) ? end(response, 303, { location: '/', 'set-cookie': gate.cookie }) : end(response, 403)
  }
  if (pathname.startsWith('/bridge/')) return answerBridge(exchange, pathname)
  if (request.method === 'GET' && pathname === RECEIPT_PATH) return sendReceiptDocument(response)
  return request.method === 'GET' ? exchange.sendPage(request, response) : end(response, 405)
}

async function answerBridge({ core, gate, request, response }: Exchange, pathname: string): Promise<void> {
  if (!gate.isAdmitted(request)) return end(response, 403)
  if (request.method === 'GET' && pathname === '/bridge/events') return streamEvents(core, request, response)
  const command = /^\/bridge\/command\/([^/]+)$/.exec(pathname)?.[1]
  if (request.method !== 'POST' || command === undefined) return end(response, 404)
  if (!gate.isSameOrigin(request)) return end(response, 403)
  const body = await readBody(request)
  if (!body.ok) return end(response, body.error)
  const reply = await core.call(decodeURIComponent(command), body.value)
  response.writeHead(200, { ...HEADERS, 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(reply))
}

async function sendFilesOf(folder: string): Promise<Middleware> {
  const files = await listPageFiles(folder)
  return (request, response) => {
    const file = files.get((request.url ?? '').split('?')[0] ?? '')
    if (file === undefined) return end(response, 404)
    response.writeHead(200, { ...HEADERS, 'content-type': contentTypeOf(file), 'cache-control': 'no-cache' })
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response)
  }
}

function sendReceiptDocument(response: ServerResponse): void {
  response.writeHead(200, { ...RECEIPT_HEADERS, 'cache-control': 'no-cache' }).end(RECEIPT_DOCUMENT)
}

function end(response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { ...HEADERS, ...headers }).end()
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    // A taken port is an event, not an exception.
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
}
