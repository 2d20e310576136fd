import { createServer } from 'node:http'

/** Where hostile receipts would fetch from. It counts whatever reaches it, a connection without a request too. */
export interface Home {
  /** Address and port. */
  host: string
  reached(): readonly string[]
  close(): Promise<void>
}

export async function openHome(): Promise<Home> {
  const reached: string[] = []
  const server = createServer((request, response) => {
    reached.push(`${request.method ?? ''} ${request.url ?? ''}`)
    response.writeHead(200, { 'content-type': 'text/plain', 'access-control-allow-origin': '*' }).end()
  })
  server.on('connection', () => reached.push('connection'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    host: `127.0.0.1:${address.port.toString()}`,
    reached: () => reached,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}
