import { referenceSchema } from '../../../shared/ids.ts'

/** The name under which terminals reach the till of these tests. */
export const HOST = 'till.shop.example'

export const SALE = referenceSchema.parse('0f1e2d3c-4b5a-4697-8877-66554433aa01')
export const OTHER_SALE = referenceSchema.parse('0f1e2d3c-4b5a-4697-8877-66554433aa02')

/** A result as a terminal posts it. */
export function resultBody(fields: Record<string, unknown> = {}): string {
  return JSON.stringify({ finStatus: 'AUTHORISED', transactionReference: SALE, totalAmount: 1250, ...fields })
}

export interface Letter {
  method?: string
  path?: string
  /** One AUTH-TOKEN header for each; null for none. */
  token?: string | readonly string[] | null
  host?: string | readonly string[]
  headers?: readonly string[]
  contentType?: string | null
  body?: string
}

/** One request as bytes on the wire, which says that it is the connection's last. */
export function toHttp(letter: Letter): string {
  const { method = 'POST', path = '/', token = null, host = HOST, headers = [], body = resultBody() } = letter
  const { contentType = 'application/json' } = letter
  const lines = [
    `${method} ${path} HTTP/1.1`,
    ...[host].flat().map((name) => `Host: ${name}`),
    ...[token ?? []].flat().map((value) => `AUTH-TOKEN: ${value}`),
    ...(contentType === null ? [] : [`Content-Type: ${contentType}`]),
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    ...headers,
  ]
  return `${lines.join('\r\n')}\r\n\r\n${body}`
}
