import { z } from 'zod'
import { verificationSchema } from './words.ts'

const milliseconds = z.number().int().min(0)

/**
 * Everything about the service that sources describe in more than one way, or that a test wants to choose.
 * The numbers are milliseconds unless the name says minor units.
 */
const behaviourSchema = z.strictObject({
  receipts: z.enum(['url', 'html', 'empty']),
  /** `none` asks for a signature only when `verification` or a swipe does. */
  signature: z.enum(['none', 'url', 'base64']),
  /** `card`: tap needs nothing, chip needs a PIN, swipe needs a signature. */
  verification: z.union([z.literal('card'), verificationSchema]),
  pendingForm: z.enum(['noContent', 'message', 'finStatus']),
  errorShape: z.enum(['nested', 'string', 'flat']),
  /** §6.13: declines were recorded with an approval's code, number and amount. */
  declineForm: z.enum(['approvalLooking', 'plain']),
  resultIdWithCallback: z.boolean(),
  /** §6.36: under which result id the end of a stopped operation appears. */
  stopReport: z.enum(['both', 'stop', 'original']),
  unknownReference: z.enum(['undefined', 'notFound']),
  statusTimestamp: z.enum(['digits', 'epoch']),
  reversalType: z.enum(['REVERSAL', 'VOID']),
  /** What a linked operation's result says as its own reference (§2.3). */
  linkedReference: z.enum(['empty', 'foreign']),
  pingForm: z.enum(['accepted', 'pong']),
  pingWhileBusy: z.enum(['busy', 'accepted']),
  recoverySchedule: z.enum(['seed', 'guide']),
  /** Whether an answer lost on the way to the terminal is waited for, or first reported as UNDEFINED (§3.2). */
  lostAnswer: z.enum(['wait', 'undefinedFirst']),
  /** §6.45 and §6.14: deliver the approval before a reversal or a partial prompt has ended, then correct it. */
  earlyResults: z.boolean(),
  partialAnswer: z.enum(['accept', 'refuse', 'wait']),
  duplicatePrompt: z.boolean(),
  tipMinor: z.number().int().min(0),
  tokenization: z.enum(['enabled', 'missing']),
  refundUnlinked: z.enum(['allowed', 'declined']),
  preAuthorization: z.boolean(),
  printer: z.enum(['ok', 'outOfPaper']),
  /** Currencies with an agreement; empty accepts all. */
  currencies: z.array(z.string()),
  /** Sub-merchants known to the acquirer; empty accepts all (§2.8). */
  externalIds: z.array(z.string()),
  /** Whether the acquirer has taken the batch: no more tips and reversals. */
  batchClosed: z.boolean(),
  gatewayMs: milliseconds,
  completionMs: milliseconds,
  reversalMs: milliseconds,
  deviceMs: milliseconds,
  rebootMs: milliseconds,
  /** The longest honest transaction (§4.1). */
  cardWaitMs: milliseconds,
  hostTimeoutMs: milliseconds,
  signatureMs: milliseconds,
  partialPromptMs: milliseconds,
  duplicatePromptMs: milliseconds,
  lateFinalMs: milliseconds,
})
export type Behaviour = z.infer<typeof behaviourSchema>

export const behaviourPatchSchema = behaviourSchema.partial()
export type BehaviourPatch = z.infer<typeof behaviourPatchSchema>

export const defaultBehaviour: Behaviour = {
  receipts: 'url',
  signature: 'none',
  verification: 'card',
  pendingForm: 'noContent',
  errorShape: 'nested',
  declineForm: 'approvalLooking',
  resultIdWithCallback: false,
  stopReport: 'both',
  unknownReference: 'undefined',
  statusTimestamp: 'digits',
  reversalType: 'REVERSAL',
  linkedReference: 'empty',
  pingForm: 'accepted',
  pingWhileBusy: 'busy',
  recoverySchedule: 'seed',
  lostAnswer: 'wait',
  earlyResults: false,
  partialAnswer: 'accept',
  duplicatePrompt: true,
  tipMinor: 0,
  tokenization: 'enabled',
  refundUnlinked: 'allowed',
  preAuthorization: true,
  printer: 'ok',
  currencies: [],
  externalIds: [],
  batchClosed: false,
  gatewayMs: 200,
  completionMs: 100,
  reversalMs: 1_000,
  deviceMs: 200,
  rebootMs: 30_000,
  cardWaitMs: 360_000,
  hostTimeoutMs: 30_000,
  signatureMs: 30_000,
  partialPromptMs: 60_000,
  duplicatePromptMs: 30_000,
  lateFinalMs: 31_000,
}

/** Applies a patch and returns the whole behaviour; throws ZodError on a value outside the schema. */
export function changedBehaviour(current: Behaviour, patch: BehaviourPatch): Behaviour {
  return behaviourSchema.parse({ ...current, ...patch })
}
