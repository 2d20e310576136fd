import type { Card } from './cards.ts'
import type { Forced } from './decisions.ts'
import type { Profile } from './operations.ts'
import type { GatewayRecord } from './records.ts'
import type { TransactionRequest } from './transaction-request.ts'

/** What a terminal is showing. Only the first four can be stopped (handpoint-api.md §5.11). */
export type Phase =
  | 'idle'
  | 'waitingForCard'
  | 'keying'
  | 'pin'
  | 'duplicatePrompt'
  | 'processing'
  | 'completing'
  | 'partialPrompt'
  | 'signature'
  | 'reversing'
  | 'working'

export const isStoppable = (phase: Phase): boolean =>
  phase === 'waitingForCard' || phase === 'keying' || phase === 'pin'

/** A stop request has a result of its own (handpoint-api.md §6.36). */
export type Stop = Pick<TransactionRequest, 'callbackUrl' | 'token'> & { resultId: string }

/** One operation on one terminal, from its acceptance to its result. */
export type Job = {
  resultId: string
  request: TransactionRequest
  profile: Profile
  /** What the terminal knows; replaced by the gateway's record once there is one. */
  draft: GatewayRecord
  record: GatewayRecord | null
  card: Card | null
  forced: Forced | null
  /** The card leaves, or left, too early. */
  isPulled: boolean
  wrongPins: number
  isSigned: boolean
  /** What the terminal reports in place of an approval before it reports the approval. */
  reportFirst: 'UNDEFINED' | 'FAILED' | null
  /** Stop requests that await this job's end. */
  stops: Stop[]
}

export function createJob(
  known: Pick<Job, 'resultId' | 'request' | 'profile' | 'draft'> & Partial<Pick<Job, 'record'>>,
): Job {
  return {
    record: null,
    card: null,
    forced: null,
    isPulled: false,
    wrongPins: 0,
    isSigned: false,
    reportFirst: null,
    stops: [],
    ...known,
  }
}

export const factsOf = (job: Job): GatewayRecord => job.record ?? job.draft
