import { z } from 'zod'
import type { TerminalRef } from '../../../../shared/ids.ts'
import type { Lots } from '../../../testing/lots.ts'
import { drawFate, type Fate } from './fate.ts'
import { filedBefore, type Version } from './model-gateway.ts'
import { createModelTerminal, type ModelTerminal } from './model-terminal.ts'
import type { VirtualTime } from './virtual-time.ts'
import { toError, toStatus, toTerminalError, type ErrorShape } from './wire.ts'

/**
 * Handpoint as far as a till can see it, made for speed and independent of `main/simulator`: strings in, strings out. It
 * keeps the truth, which nobody but the checker reads.
 */
export interface ModelCloud {
  handle(request: { method: string; url: string; body: string | null }): Answer
  terminals: readonly ModelTerminal[]
  /** How far the status service is behind the gateway. */
  lagMs: number
  saleOf(reference: string): Sale | undefined
  sales(): IterableIterator<Sale>
}

export interface Answer {
  status: number
  body: string
}

/** One sale as it really was. */
export interface Sale {
  reference: string
  amountMinor: number
  currency: string
  serial: string
  resultId: string
  fate: Fate
  acceptedAt: number
  /** When the terminal was done with it. */
  endedAt: number | null
  versions: Version[]
  results: { body: string; finStatus: string; visibleAt: number }[]
  /** Money that has moved and stays moved. */
  netMinor: number
  movedAt: number | null
  undoneAt: number | null
  /** Promises of the documents that this cloud broke: they excuse a till that believed them. */
  broken: Set<BrokenPromise>
}

export type BrokenPromise =
  /** Called refused, and carried out. */
  | 'refusedYetDone'
  /** The request reached the terminal long after its sender had given it up. */
  | 'lateArrival'
  /** The status service did not know for minutes what the gateway knew. */
  | 'statusLag'

export interface CloudPorts {
  time: VirtualTime
  lots: Lots
  onMoved: (sale: Sale) => void
  note: (line: string) => void
}

export const TERMINALS: readonly TerminalRef[] = [
  { serialNumber: '082104578', terminalType: 'PAXA920' },
  { serialNumber: '082104579', terminalType: 'PAXA920PRO' },
]

const requestSchema = z.object({
  operation: z.string(),
  serial_number: z.string(),
  amount: z.string().optional(),
  currency: z.string().optional(),
  transactionReference: z.string().optional(),
})
type PostedRequest = z.infer<typeof requestSchema>

const DAY_MS = 24 * 60 * 60_000
const PENDING = { status: 204, body: '' }

export function createModelCloud(ports: CloudPorts): ModelCloud {
  const { time, lots } = ports
  const sales = new Map<string, Sale>()
  const byResultId = new Map<string, Sale>()
  const terminals = TERMINALS.map(({ serialNumber }) => createModelTerminal(serialNumber, ports))
  const errorShape: ErrorShape = lots.pick(['nested', 'string', 'flat'])
  const isUnknown404 = lots.chance(0.4)
  const pendingForm = lots.pick(['none', 'none', 'message', 'finStatus'])
  const hasResultIds = !lots.chance(0.05)
  /** How far behind the gateway the status service is; more than a few seconds is against the documents. */
  const lagMs = lots.chance(0.85) ? 0 : lots.chance(0.9) ? lots.below(6_000) : 60_000 + lots.below(600_000)
  const devices = JSON.stringify(
    TERMINALS.map(({ serialNumber, terminalType }) => ({
      serial_number: serialNumber,
      terminal_type: terminalType,
      merchant_id_alpha: 'mer20250115075454854',
      ssk: 'f'.repeat(64),
    })),
  )

  function refuse(code: number, text: string): Answer {
    return { status: 400, body: toTerminalError(code, text, errorShape) }
  }

  function post(body: string | null): Answer {
    const parsed = requestSchema.safeParse(JSON.parse(body ?? 'null'))
    if (!parsed.success) return { status: 422, body: toError(422, 'UnprocessableEntityError', 'not a request') }
    const terminal = terminals.find(({ serial }) => serial === parsed.data.serial_number)
    if (terminal === undefined) return refuse(1004, 'Auth not available: reader')
    return parsed.data.operation === 'stopCurrentTransaction' ? stop(terminal) : sell(terminal, parsed.data)
  }

  function stop(terminal: ModelTerminal): Answer {
    if (!terminal.isOnline()) return refuse(1002, 'Device not responding')
    const word = terminal.stop()
    if (word === 'tooLate') return refuse(1003, 'Operation cannot be cancelled')
    if (word === 'idle') return refuse(1005, 'No transaction in progress to cancel')
    return { status: 202, body: JSON.stringify({ statusMessage: 'Operation Accepted', transactionResultId: 'stop-1' }) }
  }

  function sell(terminal: ModelTerminal, request: PostedRequest): Answer {
    const { transactionReference: reference = '', amount = '', currency = '' } = request
    if (!terminal.isOnline()) return refuse(1002, 'No device listening at the other end of the secure channel')
    if (terminal.isBusy()) return refuse(1001, 'Device is busy')
    const resultId = `${terminal.serial}-${(1_767_603_600_000 + time.now()).toString()}`
    const sale: Sale = {
      reference,
      amountMinor: Number(amount),
      currency,
      serial: terminal.serial,
      resultId,
      fate: drawFate(lots),
      acceptedAt: time.now(),
      endedAt: null,
      versions: [],
      results: [],
      netMinor: 0,
      movedAt: null,
      undoneAt: null,
      broken: new Set(lagMs > 60_000 ? (['statusLag'] as const) : []),
    }
    sales.set(reference, sale)
    byResultId.set(resultId, sale)
    terminal.begin(sale)
    if (lots.chance(0.005)) {
      sale.broken.add('refusedYetDone')
      return refuse(1002, 'Device not responding')
    }
    const id = hasResultIds ? { transactionResultId: resultId } : {}
    return {
      status: 202,
      body: JSON.stringify({ ...id, statusMessage: 'Operation Accepted', transactionReference: reference }),
    }
  }

  function result(resultId: string): Answer {
    const sale = byResultId.get(resultId)
    if (sale === undefined || time.now() - sale.acceptedAt > DAY_MS) {
      return { status: 404, body: toError(404, 'NotFoundError', 'unknown result id') }
    }
    const visible = visibleResult(sale, time.now())
    if (visible !== null) return { status: 200, body: visible.body }
    if (pendingForm === 'none') return PENDING
    const rest = pendingForm === 'message' ? { statusMessage: 'In Progress' } : { finStatus: 'IN_PROGRESS' }
    return { status: 200, body: JSON.stringify({ transactionResultId: resultId, ...rest }) }
  }

  function status(reference: string, selector: string | undefined): Answer {
    const sale = sales.get(reference)
    const entries = sale === undefined ? [] : filedBefore(sale, time.now() - lagMs)
    const [first] = entries
    if (sale === undefined || first === undefined) {
      if (isUnknown404) return { status: 404, body: toError(404, 'NotFoundError', 'Transaction not found') }
      const absent = { finStatus: 'UNDEFINED', transactionReference: reference }
      return { status: 200, body: JSON.stringify(selector === 'all' ? [absent] : absent) }
    }
    const objects = entries.map((entry) => toStatus(sale, entry, entry.finStatus))
    return { status: 200, body: JSON.stringify(selector === 'all' ? objects : objects[0]) }
  }

  return {
    terminals,
    lagMs,
    saleOf: (reference) => sales.get(reference),
    sales: () => sales.values(),
    handle({ method, url, body }) {
      const [host, first = '', second = '', , selector] = url.slice('https://'.length).split('/')
      if (method === 'POST') return post(body)
      if (host === 'status.test') return status(second, selector)
      if (first === 'transaction-result') return result(decodeURIComponent(second))
      return { status: 200, body: devices }
    },
  }
}

/** What the cloud shows now under a sale's result id. */
export function visibleResult({ results }: Sale, now: number): Sale['results'][number] | null {
  for (let index = results.length - 1; index >= 0; index -= 1) {
    const one = results[index]
    if (one !== undefined && one.visibleAt <= now) return one
  }
  return null
}
