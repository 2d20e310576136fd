import { z } from 'zod/mini'
import { digestSchema, instantSchema, referenceSchema, resultIdSchema } from '../ids.ts'
import { operationSchema } from './operations.ts'
import { outcomeSchema } from './terminal-result.ts'

/** Why a request was refused before any terminal saw it (handpoint-api.md §1.3). */
export const refusalReasonSchema = z.enum([
  'terminalBusy',
  'terminalOffline',
  'terminalNotAssigned',
  'keyRefused',
  'invalidRequest',
  'tooManyRequests',
  /** The gateway does not have what is to be changed, or its batch is closed (handpoint-api.md §3.12). */
  'originalNotFound',
  /** The gateway has it and does not allow this. */
  'notAllowed',
  'other',
])
export type RefusalReason = z.infer<typeof refusalReasonSchema>

/** Why nobody knows whether a request arrived. `restored`: the journal was restored, and what it knew is gone (safety R17). */
export const unansweredProblemSchema = z.enum(['timeout', 'connectionLost', 'serverError', 'unreadable', 'restored'])

export const documentKindSchema = z.enum(['customerReceipt', 'merchantReceipt', 'signature'])
export type DocumentKind = z.infer<typeof documentKindSchema>

const count = z.int().check(z.nonnegative())
const durationMs = z.number().check(z.nonnegative())

/**
 * Facts about one operation. Every member carries what is needed to weigh it without knowing what came before or after,
 * so that facts can be folded in any order and any number of times (safety R7).
 */
export const transactionEventSchema = z.discriminatedUnion('type', [
  /** The cloud passed the request on to the terminal. Not a payment (handpoint-api.md §1.3). */
  z.object({ type: z.literal('requestAccepted'), resultId: z.nullable(resultIdSchema) }),
  z.object({
    type: z.literal('requestRefused'),
    reason: refusalReasonSchema,
    httpStatus: z.int(),
    terminalCode: z.nullable(z.int()),
    gatewayCode: z._default(z.nullable(z.string().check(z.maxLength(1000))), null),
    /** What Handpoint's support can look up (handpoint-api.md §1.12). */
    errorGuid: z._default(z.nullable(z.string().check(z.maxLength(1000))), null),
    text: z.string().check(z.maxLength(1000)),
  }),
  /** No connection ever existed, so no byte of the request left this machine (docs/adr/0004). */
  z.object({ type: z.literal('requestUnsent'), text: z.string().check(z.maxLength(1000)) }),
  z.object({
    type: z.literal('requestUnanswered'),
    problem: unansweredProblemSchema,
    httpStatus: z.nullable(z.int()),
    text: z.string().check(z.maxLength(1000)),
  }),
  /** Paydesk started and found this operation open. `episode` as in contactLost. */
  z.object({ type: z.literal('restarted'), episode: count }),
  /** The terminal's own result, by callback or result query. `digest` is the same for the same result. */
  z.object({ type: z.literal('terminalReported'), digest: z.string().check(z.minLength(1)), outcome: outcomeSchema }),
  /** The gateway's own, final answer to a request that needs no terminal (handpoint-api.md §1.6, §1.8, §1.9). */
  z.object({ type: z.literal('gatewayAnswered'), digest: z.string().check(z.minLength(1)), outcome: outcomeSchema }),
  /** A receipt or a signature that a result points to. Documents change no state. */
  z.object({
    type: z.literal('documentNamed'),
    kind: documentKindSchema,
    url: z.string().check(z.minLength(1), z.maxLength(2000)),
  }),
  /** It lies in the journal's folder under its digest. `url` is null where the result itself held it. */
  z.object({
    type: z.literal('documentKept'),
    kind: documentKindSchema,
    url: z.nullable(z.string().check(z.minLength(1), z.maxLength(2000))),
    digest: digestSchema,
  }),
  z.object({
    type: z.literal('documentRefused'),
    kind: documentKindSchema,
    url: z.nullable(z.string().check(z.minLength(1), z.maxLength(2000))),
    because: z.string().check(z.minLength(1), z.maxLength(200)),
  }),
  /** Another operation was begun that changes this one. */
  z.object({ type: z.literal('linkedBegun'), operation: operationSchema, reference: referenceSchema }),
  /** An operation that was begun to take this one back has ended: it did, or it came to nothing. */
  z.object({
    type: z.literal('linkedEnded'),
    reference: referenceSchema,
    hasMoved: z.boolean(),
    /** Counts the ends of that operation: a correction of one outweighs it. */
    end: count,
  }),
  /** No answer for so long that none is waited for any more. Only where no money can have moved. */
  z.object({ type: z.literal('givenUp') }),
  /** Over, and asked about again for as long as it could still change (handpoint-api.md §6.45, safety R12). */
  z.object({ type: z.literal('followUpEnded'), resultsKnown: z._default(count, 0) }),
  /** Paydesk started for the n-th time while this was still to be asked about. */
  z.object({ type: z.literal('followUpTaken'), start: count }),
  /** The terminal lost the gateway's answer and says UNDEFINED. */
  z.object({ type: z.literal('terminalUndecided') }),
  /** The cloud no longer knows, or never knew, the result id. */
  z.object({ type: z.literal('resultForgotten') }),
  z.object({
    type: z.literal('statusReported'),
    /** Counts the questions about this operation: a later question outweighs an earlier one. */
    query: count,
    /** Monotonic time between the later of (request ended, process started) and the sending of this question. */
    askedAfterMs: durationMs,
    /** The terminal had been seen idle, itself after the 90 s, before this question was sent. */
    idleKnown: z.boolean(),
    /** The cloud's last word on the result was that it is still being waited for. */
    isResultPending: z.boolean(),
    /** How many terminal results were known when the question was sent. */
    resultsKnown: count,
    /** How long the first of them had been known; 0 without any. */
    askedAfterResultMs: z._default(durationMs, 0),
    answer: z.discriminatedUnion('known', [
      z.object({ known: z.literal('absent') }),
      z.object({ known: z.literal('inProgress') }),
      z.object({ known: z.literal('outcome'), outcome: outcomeSchema }),
    ]),
  }),
  /** All that the gateway has filed under this reference, asked because the terminal contradicted itself. */
  z.object({
    type: z.literal('historyReported'),
    query: count,
    resultsKnown: count,
    verdict: z.enum(['charged', 'reversed', 'unclear']),
    chargedMinor: z.nullable(z.int()),
  }),
  /** Result queries went unanswered. The n-th silence of this operation is episode n. */
  z.object({ type: z.literal('contactLost'), episode: count }),
  z.object({ type: z.literal('contactRegained'), episode: count }),
  z.object({ type: z.literal('cancelRequested'), attempt: count }),
  z.object({ type: z.literal('cancelAccepted'), attempt: count }),
  /** The stop has a result of its own by now: the terminal runs nothing more (handpoint-api.md §6.36). */
  z.object({ type: z.literal('cancelEnded'), attempt: count }),
  /** 1003: too late to cancel, the card is being used. */
  z.object({ type: z.literal('cancelRefused'), attempt: count }),
  /** 1005: the terminal runs nothing. */
  z.object({ type: z.literal('nothingToCancel'), attempt: count, askedAfterMs: durationMs }),
  z.object({ type: z.literal('cancelUnanswered'), attempt: count }),
  z.object({ type: z.literal('cancelExpired'), attempt: count }),
  /** A partial approval stood unchanged for its whole window. */
  z.object({ type: z.literal('partialConfirmed') }),
  /** A refusal known from the status service alone stood for its whole time. */
  z.object({ type: z.literal('statusSettled') }),
  /** An approval known from the status service alone was taken as it is: the terminal could not be reached. */
  z.object({ type: z.literal('provisionalAccepted') }),
  /** Nothing more can be found out by rule for now; a manager is named. Questions go on. */
  z.object({
    type: z.literal('rulesExhausted'),
    /**
     * What they ran out in, because something else that comes later gives them something to go by again: an approval by the
     * status service, or a terminal that is heard of again and is still at it. Older journals do not say; there it was a doubt
     * or an approval.
     */
    while: z.optional(z.enum(['doubt', 'approval', 'wait'])),
  }),
  /** What is known of the outcome is not what a person was shown: the n-th news of this operation. Changes no state. */
  z.object({ type: z.literal('outcomeUnseen'), news: z.int().check(z.positive()) }),
  /** A person has seen its news up to the n-th. */
  z.object({ type: z.literal('outcomeSeen'), news: z.int().check(z.positive()) }),
  z.object({
    type: z.literal('settledByManager'),
    /** Counts the manager's words about this operation: a later one outweighs an earlier one. */
    word: count,
    /** How much was known when it was said; what comes to be known later can contradict it. */
    resultsKnown: count,
    query: count,
    /**
     * Whether it was in conflict: then this word decides between words that its manager knew. Otherwise one that was known
     * and says otherwise was not what the manager meant to overrule. Older journals do not say.
     */
    isDecision: z.optional(z.boolean()),
    verdict: z.enum(['charged', 'notCharged']),
    evidence: z.string().check(z.minLength(1), z.maxLength(2000)),
    reason: z.string().check(z.minLength(1), z.maxLength(2000)),
    operator: z.string().check(z.minLength(1), z.maxLength(100)),
  }),
])
export type TransactionEvent = z.infer<typeof transactionEventSchema>
export type EventOf<Type extends TransactionEvent['type']> = Extract<TransactionEvent, { type: Type }>

/** Who or what a fact comes from. */
export const eventSourceSchema = z.enum([
  'cashier',
  'manager',
  'cloudAnswer',
  'callback',
  'resultQuery',
  'statusQuery',
  'clock',
  'restart',
])
export type EventSource = z.infer<typeof eventSourceSchema>

/** A fact with its source and the wall-clock time of its recording. */
export const recordedEventSchema = z.object({
  at: instantSchema,
  source: eventSourceSchema,
  event: transactionEventSchema,
})
export type RecordedEvent = z.infer<typeof recordedEventSchema>
