import { z } from 'zod'
import type { TerminalRef } from '../../../../shared/ids.ts'
import { operationSchema, type Operation } from '../../../../shared/transaction/operations.ts'
import type { Lots } from '../../../testing/lots.ts'
import { drawFate } from './fate.ts'
import { createGateway } from './model-gateway.ts'
import { answerAtGateway } from './model-gateway-answers.ts'
import { versionBefore, visibleResult, type ModelOperation, type Version } from './model-operation.ts'
import { createModelTerminal, type ModelTerminal } from './model-terminal.ts'
import type { VirtualTime } from './virtual-time.ts'
import { toError, toStatus, toTerminalError, type ErrorShape } from './wire.ts'

/**
 * Handpoint as far as a till can see it, made for speed and independent of `main/simulator`: strings in, strings out. It
 * keeps the truth, which nobody but the checker reads.
 */
export interface ModelCloud {
  /** `isLate`: its sender has long given it up. `owner`: the till's own reference of what a POST is about, by which the checker finds the truth. */
  handle(request: CloudRequest, owner: string | null, isLate?: boolean): Answer
  terminals: readonly ModelTerminal[]
  /** How far the status service is behind the gateway. */
  lagMs: number
  find(reference: string): ModelOperation | undefined
}

export interface CloudRequest {
  method: string
  url: string
  body: string | null
}

export interface Answer {
  status: number
  body: string
}

export interface CloudPorts {
  time: VirtualTime
  lots: Lots
  onMoved: (work: ModelOperation) => void
  /** A terminal has a result that it would deliver. */
  onResult: (work: ModelOperation, body: string, finStatus: string) => void
  note: (line: string) => void
}

export const TERMINALS: readonly TerminalRef[] = [
  { serialNumber: '082104578', terminalType: 'PAXA920' },
  { serialNumber: '082104579', terminalType: 'PAXA920PRO' },
]

const requestSchema = z.compile(
  z.object({
    operation: operationSchema,
    serial_number: z.string(),
    amount: z.string().optional(),
    currency: z.string().optional(),
    transactionReference: z.string().optional(),
    originalTransactionId: z.string().optional(),
    callbackUrl: z.string().optional(),
    token: z.string().optional(),
  }),
)
type PostedRequest = z.infer<typeof requestSchema>

const RESULTS = 'https://cloud.test/transaction-result/'
const STATUSES = 'https://status.test/transactions/'
const REFERENCE_LENGTH = 36

const DAY_MS = 24 * 60 * 60_000
const PENDING = { status: 204, body: '' }
const NO_SUCH_RESULT = { status: 404, body: toError(404, 'NotFoundError', 'unknown result id') }
const NO_SUCH_TRANSACTION = { status: 404, body: toError(404, 'NotFoundError', 'Transaction not found') }
const DEVICES = JSON.stringify(
  TERMINALS.map(({ serialNumber, terminalType }) => ({
    serial_number: serialNumber,
    terminal_type: terminalType,
    merchant_id_alpha: 'mer20250115075454854',
    ssk: 'f'.repeat(64),
  })),
)

export function createModelCloud(ports: CloudPorts): ModelCloud {
  const { time, lots } = ports
  const works = new Map<string, ModelOperation>()
  /** As it stands in an address. */
  const byResultId = new Map<string, ModelOperation>()
  const gateway = createGateway(time.now, ports.onMoved)
  const terminals = TERMINALS.map(({ serialNumber }) => createModelTerminal(serialNumber, gateway, ports))
  const errorShape: ErrorShape = lots.pick(['nested', 'string', 'flat'])
  const isUnknown404 = lots.chance(0.4)
  const pendingForm = lots.pick(['none', 'none', 'message', 'finStatus'])
  const hasResultIds = !lots.chance(0.05)
  /** How far behind the gateway the status service is; more than a few seconds is against the documents. */
  const lagMs = lots.chance(0.85) ? 0 : lots.chance(0.9) ? lots.below(6_000) : 60_000 + lots.below(600_000)

  let isArrivingLate = false

  function refuse(code: number, text: string): Answer {
    return { status: 400, body: toTerminalError(code, text, errorShape) }
  }

  function findByEntry(entryId: string): ModelOperation | null {
    for (const work of works.values()) if (work.entryId === entryId) return work
    return null
  }

  /** What the gateway is asked to do to an earlier operation, without a terminal. */
  function change(operation: Operation, entryId: string, amountMinor: number, owner: string): ModelOperation | null {
    const original = findByEntry(entryId)
    if (original === null) return null
    const { currency, serial } = original
    const work = begin(operation, { owner, original, amountMinor, currency, serial })
    work.endedAt = time.now()
    return work
  }

  function begin(
    operation: Operation,
    given: { owner: string; original: ModelOperation | null } & Pick<
      ModelOperation,
      'amountMinor' | 'currency' | 'serial'
    >,
  ): ModelOperation {
    const { owner, original, amountMinor, currency, serial } = given
    const work: ModelOperation = {
      reference: owner,
      operation,
      amountMinor,
      currency,
      serial,
      resultId: `${serial}-${(1_767_603_600_000 + time.now()).toString()}`,
      wireReference: original === null ? owner : '',
      original,
      callback: null,
      fate: drawFate(lots, operation),
      acceptedAt: time.now(),
      endedAt: null,
      entryId: null,
      versions: [],
      results: [],
      delivered: [],
      netMinor: 0,
      movedAt: null,
      undoneAt: null,
      broken: new Set(lagMs > 60_000 ? (['statusLag'] as const) : []),
    }
    if (isArrivingLate) work.broken.add('lateArrival')
    works.set(owner, work)
    return work
  }

  function post({ url, body }: CloudRequest, owner: string | null): Answer {
    const json: unknown = JSON.parse(body ?? 'null')
    if (!url.endsWith('/transactions')) {
      return answerAtGateway({ url, json, lots, gateway, change: (...args) => change(...args, owner ?? '') })
    }
    const parsed = requestSchema.safeParse(json)
    if (!parsed.success) return { status: 422, body: toError(422, 'UnprocessableEntityError', 'not a request') }
    const terminal = terminals.find(({ serial }) => serial === parsed.data.serial_number)
    if (terminal === undefined) return refuse(1004, 'Auth not available: reader')
    if (parsed.data.operation === 'stopCurrentTransaction') return stop(terminal)
    return start(terminal, parsed.data, owner ?? parsed.data.transactionReference ?? '')
  }

  function stop(terminal: ModelTerminal): Answer {
    if (!terminal.isOnline()) return refuse(1002, 'Device not responding')
    const word = terminal.stop()
    if (word === 'tooLate') return refuse(1003, 'Operation cannot be cancelled')
    if (word === 'idle') return refuse(1005, 'No transaction in progress to cancel')
    return { status: 202, body: JSON.stringify({ statusMessage: 'Operation Accepted', transactionResultId: 'stop-1' }) }
  }

  function start(terminal: ModelTerminal, request: PostedRequest, owner: string): Answer {
    const { originalTransactionId, amount = '0', currency = 'EUR', callbackUrl, token } = request
    if (!terminal.isOnline()) return refuse(1002, 'No device listening at the other end of the secure channel')
    if (terminal.isBusy()) return refuse(1001, 'Device is busy')
    const original = originalTransactionId === undefined ? null : findByEntry(originalTransactionId)
    // Named by the original alone (handpoint-api.md §5.19).
    const amountMinor = amount === '0' ? (original?.amountMinor ?? 0) : Number(amount)
    const work = begin(request.operation, { owner, original, amountMinor, currency, serial: terminal.serial })
    if (callbackUrl !== undefined && token !== undefined) work.callback = { url: callbackUrl, token }
    byResultId.set(encodeURIComponent(work.resultId), work)
    terminal.begin(work)
    if (lots.chance(0.005)) {
      work.broken.add('refusedYetDone')
      return refuse(1002, 'Device not responding')
    }
    // With a callback the one source leaves the id out, the other does not (handpoint-api.md §6.7).
    const hasId = hasResultIds && (work.callback === null || lots.chance(0.7))
    const body = {
      ...(hasId ? { transactionResultId: work.resultId } : {}),
      statusMessage: 'Operation Accepted',
      ...(original === null ? { transactionReference: owner } : {}),
    }
    return { status: 202, body: JSON.stringify(body) }
  }

  function result(segment: string): Answer {
    const work = byResultId.get(segment)
    if (work === undefined || time.now() - work.acceptedAt > DAY_MS) {
      return NO_SUCH_RESULT
    }
    const visible = visibleResult(work, time.now())
    if (visible !== null) return { status: 200, body: visible.body }
    if (pendingForm === 'none') return PENDING
    const rest = pendingForm === 'message' ? '"statusMessage":"In Progress"' : '"finStatus":"IN_PROGRESS"'
    return { status: 200, body: `{"transactionResultId":"${work.resultId}",${rest}}` }
  }

  function status(reference: string, isAll: boolean): Answer {
    const root = works.get(reference)
    const version = root === undefined ? null : versionBefore(root, time.now() - lagMs)
    if (root === undefined || version === null) {
      if (isUnknown404) return NO_SUCH_TRANSACTION
      const absent = `{"finStatus":"UNDEFINED","transactionReference":"${reference}"}`
      return { status: 200, body: isAll ? `[${absent}]` : absent }
    }
    version.said ??= say(root, version)
    return { status: 200, body: isAll ? version.said.all : version.said.first }
  }

  return {
    terminals,
    lagMs,
    find: (reference) => works.get(reference),
    handle(request, owner, isLate = false) {
      isArrivingLate = isLate
      const { method, url } = request
      if (method === 'POST') return post(request, owner)
      if (url.startsWith(RESULTS)) return result(url.slice(RESULTS.length))
      if (!url.startsWith(STATUSES)) return { status: 200, body: DEVICES }
      const reference = url.slice(STATUSES.length, STATUSES.length + REFERENCE_LENGTH)
      return status(reference, url.endsWith('/all'))
    },
  }
}

function say(root: ModelOperation, { entries }: Version): { first: string; all: string } {
  const objects = entries.map((entry) => JSON.stringify(toStatus(root, entry)))
  return { first: objects[0] ?? '{}', all: `[${objects.join()}]` }
}
