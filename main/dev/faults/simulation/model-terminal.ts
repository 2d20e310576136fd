import type { Story } from './fate.ts'
import type { CloudPorts } from './model-cloud.ts'
import { typeOf, type Gateway } from './model-gateway.ts'
import { entryIn, fileOf, type ModelOperation } from './model-operation.ts'
import { toResult, type Entry } from './wire.ts'

/** A card terminal and the customer in front of it. */
export interface ModelTerminal {
  readonly serial: string
  isOnline(): boolean
  isBusy(): boolean
  begin(work: ModelOperation): void
  /** What it says to a stop: it will, too late, or that it runs nothing (handpoint-api.md §5.11). */
  stop(): 'accepted' | 'tooLate' | 'idle'
  setNetwork(isUp: boolean): void
  reboot(): void
}

const BOOT_MS = 45_000
/** Quicker than anybody can show a card: nothing to be stopped. */
const NO_CARD_MS = 700
const REFUSED: ReadonlySet<Story> = new Set(['declined', 'softDecline', 'undefinedThenDeclined'])
const IN_PART: ReadonlySet<Story> = new Set(['partialAccepted', 'partialRefused'])

export function createModelTerminal(serial: string, gateway: Gateway, ports: CloudPorts): ModelTerminal {
  const { time, lots } = ports
  let hasNetwork = true
  let bootsUntil = 0
  let running: ModelOperation | null = null
  let phase: 'card' | 'gateway' | 'after' = 'card'
  let isStopping = false
  /** Counts restarts: what an earlier run of the app had planned does not happen. */
  let run = 0
  const undelivered: (() => void)[] = []

  const isOnline = (): boolean => hasNetwork && time.now() >= bootsUntil

  function plan(work: ModelOperation, afterMs: number, act: () => void): void {
    const born = run
    time.atUnseen(afterMs, () => {
      if (born === run && running === work) act()
    })
  }

  /** A result of the terminal reaches the cloud when the terminal does, and is seen there a while later. */
  function report(work: ModelOperation, finStatus: string, isLast = true): void {
    const body = JSON.stringify(withFault(work, toResult(work, filed(work), finStatus, typeOf(work))))
    const deliver = (): void => {
      const { resultLagMs } = work.fate
      const visibleAt = resultLagMs === null ? Number.POSITIVE_INFINITY : time.now() + (isLast ? resultLagMs : 100)
      ports.note(`terminal ${serial}: ${work.reference.slice(0, 8)} is ${finStatus}`)
      work.results.push({ body, finStatus, visibleAt })
      if (isLast || finStatus === 'UNDEFINED') ports.onResult(work, body, finStatus)
    }
    if (isOnline()) deliver()
    else undelivered.push(deliver)
  }

  function end(work: ModelOperation, finStatus: string): void {
    report(work, finStatus)
    leave(work)
  }

  function leave(work: ModelOperation): void {
    work.endedAt = time.now()
    if (running === work) running = null
  }

  function comeOnline(): void {
    if (!isOnline()) return
    for (const deliver of undelivered.splice(0)) deliver()
  }

  function useCard(work: ModelOperation): void {
    if (running !== work || phase !== 'card') return
    const { fate } = work
    if (fate.story === 'customerCancels') return end(work, 'CANCELLED')
    if (fate.story === 'readerFails') return end(work, 'FAILED')
    // Without a network nothing reaches the bank: nobody is charged.
    if (!isOnline()) return end(work, lots.chance(0.5) ? 'FAILED' : 'CANCELLED')
    phase = 'gateway'
    gateway.open(work)
    // The bank goes on whatever becomes of the terminal.
    time.atUnseen(fate.gatewayMs, () => decide(work))
  }

  function decide(work: ModelOperation): void {
    const { fate, amountMinor } = work
    const tipMinor = Math.round(amountMinor * fate.tip)
    if (REFUSED.has(fate.story)) gateway.decide(work, { finStatus: 'DECLINED', totalMinor: 0, tipMinor: 0 })
    else if (IN_PART.has(fate.story)) {
      const totalMinor = Math.max(1, Math.floor(amountMinor * fate.share))
      gateway.decide(work, { finStatus: 'PARTIAL_APPROVAL', totalMinor, tipMinor: 0 })
    } else gateway.decide(work, { finStatus: 'AUTHORISED', totalMinor: amountMinor + tipMinor, tipMinor })
    ports.note(`bank: ${work.reference.slice(0, 8)} is ${filed(work)?.finStatus ?? ''}`)
    if (running === work) hear(work)
  }

  /** The terminal has the gateway's answer, or has lost it. */
  function hear(work: ModelOperation): void {
    const { fate } = work
    phase = 'after'
    // The books allow less than the customer does.
    if (filed(work)?.finStatus === 'DECLINED' && !REFUSED.has(fate.story)) return end(work, 'DECLINED')
    switch (fate.story) {
      case 'declined':
        return end(work, 'DECLINED')
      case 'softDecline':
        return askPin(work)
      case 'partialAccepted':
        if (fate.isEarlyShown) report(work, 'PARTIAL_APPROVAL', false)
        return plan(work, fate.thinkMs, () => end(work, 'PARTIAL_APPROVAL'))
      case 'partialRefused':
        if (fate.isEarlyShown) report(work, 'PARTIAL_APPROVAL', false)
        return plan(work, fate.thinkMs, () => undo(work, 'CANCELLED'))
      case 'chipPulled':
        if (fate.isEarlyShown) report(work, 'AUTHORISED', false)
        return plan(work, Math.min(fate.thinkMs, 30_000), () => undo(work, 'DECLINED'))
      case 'forcedReversal':
        return plan(work, fate.thinkMs, () => undo(work, 'CANCELLED'))
      case 'undefinedThenApproved':
      case 'undefinedThenReversed':
      case 'undefinedThenDeclined':
        if (fate.isEarlyShown) report(work, 'UNDEFINED', false)
        // The recovery loop goes on behind whatever the terminal does next, and across its restarts.
        time.atUnseen(fate.recoveryMs, () => recover(work))
        return leave(work)
      case 'undefinedForEver':
        if (fate.isEarlyShown) report(work, 'UNDEFINED', false)
        return leave(work)
      case 'failedThoughCharged':
        return end(work, 'FAILED')
      case 'approved':
      case 'customerCancels':
      case 'readerFails':
        return end(work, success(work))
    }
  }

  function recover(work: ModelOperation): void {
    if (work.fate.story === 'undefinedThenReversed') return undo(work, 'CANCELLED')
    end(work, work.fate.story === 'undefinedThenDeclined' ? 'DECLINED' : success(work))
  }

  /** A decline after which the bank asks for the PIN, and then approves under the same reference. */
  function askPin(work: ModelOperation): void {
    plan(work, work.fate.thinkMs, () => {
      gateway.decide(work, { finStatus: 'AUTHORISED', totalMinor: work.amountMinor, tipMinor: 0 })
      end(work, 'AUTHORISED')
    })
  }

  function undo(work: ModelOperation, finStatus: string): void {
    gateway.reverse(work)
    end(work, finStatus)
  }

  return {
    serial,
    isOnline,
    isBusy: () => running !== null,
    begin(work) {
      running = work
      phase = 'card'
      isStopping = false
      plan(work, work.fate.cardMs, () => useCard(work))
    },
    stop() {
      const work = running
      if (work === null) return 'idle'
      if (phase !== 'card' || isStopping || work.fate.cardMs < NO_CARD_MS) return 'tooLate'
      isStopping = true
      plan(work, 300 + lots.below(2_500), () => {
        // The customer may have been faster.
        if (running === work && phase === 'card') end(work, 'CANCELLED')
      })
      return 'accepted'
    },
    setNetwork(isUp) {
      hasNetwork = isUp
      comeOnline()
    },
    reboot() {
      bootsUntil = time.now() + BOOT_MS
      run += 1
      const interrupted = running
      running = null
      const born = run
      time.atUnseen(BOOT_MS, comeOnline)
      if (interrupted === null) return
      interrupted.endedAt = bootsUntil + 10_000
      // Its app ends an interrupted transaction by itself at its next start (handpoint-api.md §4.9).
      const cleanUp = (): void => {
        if (filed(interrupted)?.finStatus === 'IN_PROGRESS') return time.atUnseen(5_000, cleanUp)
        // What takes back stays done: only what took is taken back.
        const isDone = interrupted.original !== null && interrupted.netMinor > 0 && interrupted.operation !== 'refund'
        if (!isDone) gateway.reverse(interrupted)
        report(interrupted, isDone ? success(interrupted) : 'CANCELLED')
        interrupted.endedAt = time.now()
        if (born === run) comeOnline()
      }
      time.atUnseen(BOOT_MS + lots.below(8_000), cleanUp)
    },
  }
}

function filed(work: ModelOperation): Entry | null {
  return entryIn(work, fileOf(work))
}

function success({ operation }: ModelOperation): string {
  return operation === 'preAuthorizationCapture' ? 'CAPTURED' : 'AUTHORISED'
}

/** A result that is somebody else's, or is garbled in a way that still reads: it must never count (safety R22). */
function withFault(work: ModelOperation, result: ReturnType<typeof toResult>): ReturnType<typeof toResult> {
  switch (work.fate.wrong) {
    case null:
      return result
    case 'amount':
      return { ...result, requestedAmount: work.amountMinor + 100, totalAmount: work.amountMinor + 100 }
    case 'currency':
      return { ...result, currency: 'USD' }
    case 'terminal':
      return { ...result, deviceStatus: { serialNumber: '099999999' } }
    case 'type':
      return { ...result, type: 'CARD_PAN' }
    case 'reference':
      return { ...result, transactionReference: '00000000-0000-4000-8000-00000000beef' }
  }
}
