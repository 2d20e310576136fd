import type { IncomingMessage } from 'node:http'
import { err, ok, type Result } from '../../../shared/result.ts'

const MAX_BYTES = 64 * 1024

/** The JSON body of a request, or the HTTP status that says what is wrong with it. */
export async function readBody(request: IncomingMessage): Promise<Result<unknown, number>> {
  if (request.headers['content-type']?.split(';')[0] !== 'application/json') return err(415)
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    const part = Buffer.from(chunk)
    bytes += part.length
    if (bytes > MAX_BYTES) return err(413)
    chunks.push(part)
  }
  try {
    return ok(JSON.parse(Buffer.concat(chunks).toString('utf8')))
  } catch {
    return err(400)
  }
}
