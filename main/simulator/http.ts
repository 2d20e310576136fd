import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { refusal } from './answers.ts'
import type { Answer } from './answers.ts'
import type { Outcome } from './exchange.ts'
import { http } from './node-http-module.ts'

export type RawRequest = { method: string; path: string; headers: Record<string, string | undefined>; body: string }
export type Listener = { url: string; close(): Promise<void> }

// Somewhat above the service's own limit, so that the service can still answer 413.
const maxReadBytes = 1_048_576

/** Serves `answer` on 127.0.0.1. Rejects when the port is taken. */
export function listen(port: number, answer: (request: RawRequest) => Promise<Outcome>): Promise<Listener> {
  const server = http.createServer((incoming, response) => void serve(incoming, response, answer))
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      const address = server.address()
      const actual = typeof address === 'object' && address !== null ? address.port : port
      resolve({ url: `http://127.0.0.1:${actual}`, close: () => closed(server) })
    })
  })
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    // Answers that were dropped on purpose keep their connections open.
    server.closeAllConnections()
  })
}

async function serve(
  incoming: IncomingMessage,
  response: ServerResponse,
  answer: (request: RawRequest) => Promise<Outcome>,
): Promise<void> {
  const body = await readText(incoming)
  // The caller went away in mid-request; there is nobody left to answer.
  if (body === null) return
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  )
  const request = { method: incoming.method ?? 'GET', path: incoming.url ?? '/', headers, body }
  const outcome = await answer(request).catch((error: unknown) => {
    // A defect of the simulator must be seen, and must not end the till that practises on it.
    process.emitWarning(`The simulator failed: ${String(error)}`)
    return refusal(500, 'Internal Server Error')
  })
  if (outcome === 'drop') return
  if (outcome === 'reset') incoming.socket.resetAndDestroy()
  else write(response, outcome)
}

async function readText(incoming: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of incoming) {
      const bytes = Buffer.from(chunk)
      size += bytes.length
      if (size <= maxReadBytes) chunks.push(bytes)
    }
  } catch {
    return null
  }
  return Buffer.concat(chunks).toString('utf8')
}

function write(response: ServerResponse, { status, headers, body }: Answer) {
  const isImage = headers['content-type']?.startsWith('image/') === true
  const bytes = Buffer.from(body, isImage ? 'latin1' : 'utf8')
  response.writeHead(status, status === 204 ? headers : { ...headers, 'content-length': bytes.length })
  response.end(bytes.length > 0 ? bytes : undefined)
}
