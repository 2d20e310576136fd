import { commandContract, type CommandInput } from '../../../../shared/ipc/contract.ts'
import type { Reference } from '../../../../shared/ids.ts'

const settlementSchema = commandContract['payment:settle'].input

type Settlement = CommandInput<'payment:settle'>

/** What a manager has filled in so far. */
export interface SettleEntry {
  verdict: Settlement['verdict'] | null
  evidence: string
  reason: string
  operator: string
}

export const EMPTY_SETTLE_ENTRY: SettleEntry = { verdict: null, evidence: '', reason: '', operator: '' }

/** In the order in which they stand on the form. */
export const SETTLE_FIELDS = ['verdict', 'evidence', 'reason', 'operator'] as const satisfies (keyof SettleEntry)[]
export type SettleField = (typeof SETTLE_FIELDS)[number]

/** The most that the journal takes of each, in characters. */
export const SETTLE_LENGTHS = { evidence: 2000, reason: 2000, operator: 100 } as const

/**
 * The settlement as it is sent, or the fields that are missing, in their order.
 * @param shown the last fact that the manager had before him when he chose the verdict
 */
export function readSettlement(
  { reference, shown }: { reference: Reference; shown: number | null },
  entry: SettleEntry,
): { ok: true; settlement: Settlement } | { ok: false; missing: SettleField[] } {
  const parsed = settlementSchema.safeParse({ reference, shown, ...entry })
  if (parsed.success) return { ok: true, settlement: parsed.data }
  const wrong = new Set(parsed.error.issues.map((issue) => issue.path[0]))
  return { ok: false, missing: SETTLE_FIELDS.filter((field) => wrong.has(field)) }
}
