import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Core } from '../../core/app.ts'

const KEEP_ALIVE_MS = 15_000

/** Sends every event of the core as a server-sent event until the browser goes away. */
export function streamEvents(core: Core, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  // Something must arrive before the browser calls the stream open; the page reads everything after that.
  response.write('retry: 1000\n\n')
  const unsubscribe = core.subscribe((name, payload) => {
    response.write(`event: ${name}\ndata: ${JSON.stringify(payload)}\n\n`)
  })
  const keepAlive = setInterval(() => response.write(': still here\n\n'), KEEP_ALIVE_MS)
  request.on('close', () => {
    unsubscribe()
    clearInterval(keepAlive)
  })
}
