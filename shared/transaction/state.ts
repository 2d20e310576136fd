import { z } from 'zod/mini'
import { resultIdSchema } from '../ids.ts'
import { refusalReasonSchema } from './events.ts'
import { outcomeSchema } from './terminal-result.ts'

/** Why a payment is in doubt. */
export const doubtSchema = z.enum([
  'noAnswer',
  'restart',
  'silence',
  'resultLost',
  'terminalUndecided',
  'terminalIdle',
  'cancelUnresolved',
  /** The terminal has said for longer than any customer takes that it is at it. */
  'stillRunning',
  'failureUnconfirmed',
  'awaitingTerminal',
])
export type Doubt = z.infer<typeof doubtSchema>

/**
 * What a conclusion rests on, strongest first. `gateway`: its answer to a request that needs no terminal. `silence`: nothing
 * was heard, which ends only what moves no money.
 */
export const basisSchema = z.enum(['terminal', 'gateway', 'history', 'status', 'silence'])
export type Basis = z.infer<typeof basisSchema>

const charged = { chargedMinor: z.int(), outcome: z.nullable(outcomeSchema), basis: basisSchema }
const refused = { outcome: z.nullable(outcomeSchema), basis: basisSchema }

/** Where an operation stands. Each member holds exactly what is true there. */
export const transactionStateSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('created') }),
  /** Refused or never sent: no terminal saw it. */
  z.object({
    status: z.literal('notStarted'),
    reason: z.enum([...refusalReasonSchema.options, 'noConnection']),
    text: z.string(),
  }),
  z.object({
    status: z.literal('waiting'),
    resultId: z.nullable(resultIdSchema),
    /** The cashier asked to cancel and was told that it is too late. */
    cancelRefused: z.boolean(),
  }),
  z.object({ status: z.literal('cancelling'), resultId: z.nullable(resultIdSchema) }),
  z.object({
    status: z.literal('checking'),
    because: doubtSchema,
    /** The rules have run out: a manager is needed, though questions go on. */
    isExhausted: z.boolean(),
    isCancelRefused: z.boolean(),
  }),
  /** Part of the amount is approved and may still be refused on the terminal. */
  z.object({ status: z.literal('partial'), chargedMinor: z.int(), outcome: outcomeSchema }),
  /** Approved by the status service alone. */
  z.object({
    status: z.literal('provisional'),
    chargedMinor: z.int(),
    outcome: outcomeSchema,
    isExhausted: z.boolean(),
  }),
  /** The terminal contradicted itself, or a result does not fit the request. */
  z.object({
    status: z.literal('conflict'),
    because: z.enum(['contradiction', 'mismatch', 'statusDisagrees', 'managerDisagrees']),
    outcomes: z.array(outcomeSchema),
  }),
  z.object({ status: z.literal('approved'), ...charged }),
  z.object({ status: z.literal('partlyApproved'), ...charged }),
  /** Carried out, and no money has moved by it: a print, a ping, a token. */
  z.object({ status: z.literal('done'), outcome: z.nullable(outcomeSchema), basis: basisSchema }),
  z.object({ status: z.literal('declined'), ...refused }),
  /** `isReversed`: it had been approved and was undone. */
  z.object({ status: z.literal('cancelled'), ...refused, isReversed: z.boolean() }),
  z.object({ status: z.literal('failed'), ...refused }),
  /** Proved by rule: the gateway never got it and can no longer get it (safety R8). */
  z.object({ status: z.literal('notCharged') }),
  z.object({
    status: z.literal('settledByManager'),
    verdict: z.enum(['charged', 'notCharged']),
    evidence: z.string(),
    reason: z.string(),
    operator: z.string(),
  }),
])
export type TransactionState = z.infer<typeof transactionStateSchema>
export const transactionStatusSchema = z.enum(
  transactionStateSchema.def.options.flatMap((option) => option.shape.status.def.values),
)
export type TransactionStatus = TransactionState['status']

const OPEN: ReadonlySet<TransactionStatus> = new Set([
  'created',
  'waiting',
  'cancelling',
  'checking',
  'partial',
  'provisional',
  'conflict',
])

/** Whether the outcome is still to be found out. An open card operation blocks its terminal (safety R3). */
export function isOpen(state: TransactionState): boolean {
  return OPEN.has(state.status)
}
