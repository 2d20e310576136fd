import type { IncomingMessage } from 'node:http'
import { err, ok, type Result } from '../../../shared/result.ts'

/** More than any result with both receipts as text (safety L6). */
export const MOST_BYTES = 256 * 1024

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The body as text, counted while it comes. `cutOff` when the connection ended before the body did. */
export function readBody(request: IncomingMessage): Promise<Result<string, 'tooLarge' | 'notText' | 'cutOff'>> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let bytes = 0
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= MOST_BYTES) return void chunks.push(chunk)
      chunks.length = 0
      request.removeAllListeners('data').pause()
      resolve(err('tooLarge'))
    })
    request.once('end', () => resolve(toText(Buffer.concat(chunks))))
    request.once('error', () => resolve(err('cutOff')))
    request.once('close', () => resolve(err('cutOff')))
  })
}

function toText(bytes: Buffer): Result<string, 'notText'> {
  try {
    return ok(utf8.decode(bytes))
  } catch {
    return err('notText')
  }
}
