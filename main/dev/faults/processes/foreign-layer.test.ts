import { expect, it } from 'vitest'
import { runForeignLayer } from './foreign-layer.ts'

it('against a server that speaks the API in its own odd ways nothing is lost, sent twice or shown as what it is not', async () => {
  const { lines, failures } = await runForeignLayer({ long: false })
  expect(failures, lines.join('\n')).toBe(0)
  const told = lines.join('\n')
  for (const operation of ['refund', 'saleReversal', 'preAuthorization', 'preAuthorizationCapture'])
    expect(told).toMatch(new RegExp(`\\b${operation} [1-9]`))
}, 300_000)
