import type { Reference, ResultId, TerminalRef } from '../../../shared/ids.ts'
import type { Clock, HttpPort, Log } from '../ports.ts'
import type {
  HistoryAnswer,
  ResultAnswer,
  StatusAnswer,
  StopAnswer,
  SubmitEvent,
  SubmitRequest,
  TerminalsAnswer,
  Urgency,
} from './answers.ts'

export type {
  HistoryAnswer,
  HistoryEntry,
  ListedTerminal,
  NoAnswer,
  ResultAnswer,
  SilenceReason,
  StatusAnswer,
  StopAnswer,
  SubmitEvent,
  SubmitRequest,
  TerminalsAnswer,
  Urgency,
} from './answers.ts'

export interface HandpointClientOptions {
  http: HttpPort
  clock: Clock
  /** Base address of the cloud, such as `https://cloud.handpoint.com`. */
  cloudUrl: string
  /** Base address of the status service, such as `https://transactions.handpoint.com`. */
  statusUrl: string
  apiKey: string
  log: Log
}

/** Handpoint's cloud. Every method sends at most once, retries nothing, and never throws. */
export interface HandpointClient {
  /** The merchant's terminals. Asked by a person unless said otherwise. */
  listTerminals(urgency?: Urgency): Promise<TerminalsAnswer>
  /** Starts an operation on a terminal (handpoint-api.md §1.3). The one method that can move money. */
  submit(request: SubmitRequest): Promise<SubmitEvent>
  /** Asks the terminal to end what it is doing (handpoint-api.md §5.11). */
  stop(terminal: TerminalRef): Promise<StopAnswer>
  /** The terminal's own result (handpoint-api.md §1.4). A poll unless a person asks. */
  readResult(resultId: ResultId, urgency?: Urgency): Promise<ResultAnswer>
  /** The gateway's current state of a reference (handpoint-api.md §1.5). A poll unless a person asks. */
  readStatus(reference: Reference, urgency?: Urgency): Promise<StatusAnswer>
  /** All that the gateway has filed under a reference, for `judgeHistory`. A poll unless a person asks. */
  readHistory(reference: Reference, urgency?: Urgency): Promise<HistoryAnswer>
}
