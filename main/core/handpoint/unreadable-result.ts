import { maskCardNumbers } from '../system/mask-card-numbers.ts'
import { parseJson } from './wire-text.ts'

/** What tells which payment it could be about, and why it cannot be read. */
const KEPT = [
  'finStatus',
  'type',
  'efttransactionID',
  'transactionID',
  'originalEFTTransactionID',
  'requestedAmount',
  'totalAmount',
  'tipAmount',
  'dueAmount',
  'currency',
  'efttimestamp',
] as const

/** One word, an id of the gateway, or an amount: too short for a secret of ours, and no sentence. */
const PLAIN = /^(?:[A-Za-z_]{1,40}|[0-9a-fA-F-]{1,36}|-?[0-9.,]{1,20})$/

export interface UnreadableResult {
  bodyReference: string | null
  payload: Record<string, string | number | null>
}

/**
 * What may be kept of an authentic body that is no result (safety R5, P1, P2). Nobody knows what such a body says, so that of an
 * allow-list of fields only plain values are kept as they came; of any other, what kind of value it is.
 */
export function toUnreadableResult(body: string): UnreadableResult {
  const json = parseJson(body)
  const said = new Map<string, unknown>(typeof json === 'object' && json !== null ? Object.entries(json) : [])
  const named = said.get('transactionReference')
  const isNamed = typeof named === 'string' && PLAIN.test(named)
  return {
    bodyReference: isNamed ? maskCardNumbers(named) : null,
    payload: Object.fromEntries(KEPT.filter((name) => said.has(name)).map((name) => [name, toPlain(said.get(name))])),
  }
}

function toPlain(value: unknown): string | number | null {
  if (value === null) return null
  if (typeof value === 'number' && Number.isFinite(value)) return value
  return typeof value === 'string' && PLAIN.test(value) ? maskCardNumbers(value) : `(${typeof value})`
}
