import type { Reference, ResultId, TerminalRef } from '../../../shared/ids.ts'
import type { HttpOutcome } from '../ports.ts'
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
import type { HandpointClientOptions } from './client-options.ts'
import { createExchange, type ServicePath } from './exchange.ts'
import { toSecretsOf } from './hide-secrets.ts'
import { toResultAnswer } from './read-result.ts'
import { toHistoryAnswer, toStatusAnswer } from './read-status.ts'
import { toTerminalsAnswer } from './read-terminals.ts'
import { toStopAnswer, toStopBody } from './stop.ts'
import { toGatewayEvent } from './gateway-answer.ts'
import { toWireRequest } from './requests.ts'
import { toSubmitEvent } from './submit.ts'

/** Handpoint's cloud. Every method sends at most once, retries nothing, and never throws. */
export interface HandpointClient {
  /** The merchant's terminals. Asked by a person unless said otherwise. */
  listTerminals(urgency?: Urgency): Promise<TerminalsAnswer>
  /** Starts an operation, on a terminal or without one (handpoint-api.md §1.3, §1.6 to §1.9). The one method that can move money. */
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

const LIST_TIMEOUT_MS = 15_000
/** The cloud reaches out to the terminal before it answers. */
const SUBMIT_TIMEOUT_MS = 30_000
const STOP_TIMEOUT_MS = 20_000
const READ_TIMEOUT_MS = 10_000

/** A client for one merchant's key. All tills of one process that share a key have to share one client: it keeps their budget. */
export function createHandpointClient(options: HandpointClientOptions): HandpointClient {
  const exchange = createExchange(options)

  const list = (path: ServicePath, urgency: Urgency): Promise<HttpOutcome> =>
    exchange({ method: 'GET', service: 'cloud', path, urgency, timeoutMs: LIST_TIMEOUT_MS })
  const look = (path: ServicePath, reference: Reference, urgency: Urgency): Promise<HttpOutcome> =>
    exchange({ method: 'GET', service: 'status', path, values: { reference }, urgency, timeoutMs: READ_TIMEOUT_MS })

  return {
    async listTerminals(urgency = 'act') {
      const first = await list('/initialize', urgency)
      // The same list under its newer name (handpoint-api.md §6.6).
      const isRenamed = first.type === 'answered' && first.status === 404
      return toTerminalsAnswer(isRenamed ? await list('/devices', urgency) : first)
    },
    async submit(request) {
      const wire = toWireRequest(request)
      if (wire === null) return { type: 'requestUnsent', text: 'there is no request for this operation' }
      const { path, values, body, answer } = wire
      const timeoutMs = SUBMIT_TIMEOUT_MS
      const outcome = await exchange({
        method: 'POST',
        service: 'cloud',
        path,
        values,
        body,
        secrets: request.callback === undefined ? undefined : toSecretsOf(request.callback),
        urgency: 'act',
        mayLeave: request.mayLeave,
        timeoutMs,
      })
      return answer === 'synchronous' ? toGatewayEvent(outcome, request.intent) : toSubmitEvent(outcome)
    },
    async stop(terminal) {
      const body = toStopBody(terminal)
      const timeoutMs = STOP_TIMEOUT_MS
      return toStopAnswer(
        await exchange({ method: 'POST', service: 'cloud', path: '/transactions', body, urgency: 'act', timeoutMs }),
      )
    },
    readResult(resultId, urgency = 'poll') {
      const path = '/transaction-result/{resultId}'
      const timeoutMs = READ_TIMEOUT_MS
      const asked = exchange({ method: 'GET', service: 'cloud', path, values: { resultId }, urgency, timeoutMs })
      return asked.then(toResultAnswer)
    },
    readStatus(reference, urgency = 'poll') {
      const asked = look('/transactions/{reference}/status', reference, urgency)
      return asked.then((outcome) => toStatusAnswer(outcome, reference))
    },
    readHistory(reference, urgency = 'poll') {
      const asked = look('/transactions/{reference}/status/all', reference, urgency)
      return asked.then((outcome) => toHistoryAnswer(outcome, reference))
    },
  }
}
