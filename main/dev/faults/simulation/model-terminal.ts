import type { Story } from './fate.ts'
import { createGateway, newest } from './model-gateway.ts'
import type { Sale, CloudPorts } from './model-cloud.ts'
import { toResult } from './wire.ts'

/** A card terminal and the customer in front of it. */
export interface ModelTerminal {
  readonly serial: string
  isOnline(): boolean
  isBusy(): boolean
  begin(sale: Sale): void
  /** What it says to a stop: it will, too late, or that it runs nothing (handpoint-api.md §5.11). */
  stop(): 'accepted' | 'tooLate' | 'idle'
  setNetwork(isUp: boolean): void
  reboot(): void
}

const BOOT_MS = 45_000
const REFUSED: ReadonlySet<Story> = new Set(['declined', 'softDecline', 'undefinedThenDeclined'])
const IN_PART: ReadonlySet<Story> = new Set(['partialAccepted', 'partialRefused'])

export function createModelTerminal(serial: string, ports: CloudPorts): ModelTerminal {
  const { time, lots } = ports
  const gateway = createGateway(time.now, ports.onMoved)
  let hasNetwork = true
  let bootsUntil = 0
  let running: Sale | null = null
  let phase: 'card' | 'gateway' | 'after' = 'card'
  let isStopping = false
  /** Counts restarts: what an earlier run of the app had planned does not happen. */
  let run = 0
  const undelivered: (() => void)[] = []

  const isOnline = (): boolean => hasNetwork && time.now() >= bootsUntil

  function plan(sale: Sale, afterMs: number, act: () => void): void {
    const born = run
    time.at(afterMs, () => {
      if (born === run && running === sale) act()
    })
  }

  /** A result of the terminal reaches the cloud when the terminal does, and is seen there a while later. */
  function report(sale: Sale, finStatus: string, isLast = true): void {
    const body = JSON.stringify(withFault(sale, toResult(sale, newest(sale)[0] ?? null, finStatus)))
    const deliver = (): void => {
      const { resultLagMs } = sale.fate
      const visibleAt = resultLagMs === null ? Number.POSITIVE_INFINITY : time.now() + (isLast ? resultLagMs : 100)
      ports.note(`terminal ${serial}: ${sale.reference.slice(0, 8)} is ${finStatus}`)
      sale.results.push({ body, finStatus, visibleAt })
    }
    if (isOnline()) deliver()
    else undelivered.push(deliver)
  }

  function end(sale: Sale, finStatus: string): void {
    report(sale, finStatus)
    leave(sale)
  }

  function leave(sale: Sale): void {
    sale.endedAt = time.now()
    if (running === sale) running = null
  }

  function comeOnline(): void {
    if (!isOnline()) return
    for (const deliver of undelivered.splice(0)) deliver()
  }

  function useCard(sale: Sale): void {
    if (running !== sale || phase !== 'card') return
    const { fate } = sale
    if (fate.story === 'customerCancels') return end(sale, 'CANCELLED')
    if (fate.story === 'readerFails') return end(sale, 'FAILED')
    // Without a network nothing reaches the bank: nobody is charged.
    if (!isOnline()) return end(sale, lots.chance(0.5) ? 'FAILED' : 'CANCELLED')
    phase = 'gateway'
    gateway.open(sale)
    // The bank goes on whatever becomes of the terminal.
    time.at(fate.gatewayMs, () => decide(sale))
  }

  function decide(sale: Sale): void {
    const { fate, amountMinor } = sale
    const tipMinor = Math.round(amountMinor * fate.tip)
    if (REFUSED.has(fate.story)) gateway.decide(sale, 'DECLINED', 0, 0)
    else if (IN_PART.has(fate.story)) {
      gateway.decide(sale, 'PARTIAL_APPROVAL', Math.max(1, Math.floor(amountMinor * fate.share)), 0)
    } else gateway.decide(sale, 'AUTHORISED', amountMinor + tipMinor, tipMinor)
    ports.note(`bank: ${sale.reference.slice(0, 8)} is ${newest(sale)[0]?.finStatus ?? ''}`)
    if (running === sale) hear(sale)
  }

  /** The terminal has the gateway's answer, or has lost it. */
  function hear(sale: Sale): void {
    const { fate } = sale
    phase = 'after'
    switch (fate.story) {
      case 'declined':
        return end(sale, 'DECLINED')
      case 'softDecline':
        return askPin(sale)
      case 'partialAccepted':
        if (fate.isEarlyShown) report(sale, 'PARTIAL_APPROVAL', false)
        return plan(sale, fate.thinkMs, () => end(sale, 'PARTIAL_APPROVAL'))
      case 'partialRefused':
        if (fate.isEarlyShown) report(sale, 'PARTIAL_APPROVAL', false)
        return plan(sale, fate.thinkMs, () => undo(sale, 'CANCELLED'))
      case 'chipPulled':
        if (fate.isEarlyShown) report(sale, 'AUTHORISED', false)
        return plan(sale, Math.min(fate.thinkMs, 30_000), () => undo(sale, 'DECLINED'))
      case 'forcedReversal':
        return plan(sale, fate.thinkMs, () => undo(sale, 'CANCELLED'))
      case 'undefinedThenApproved':
      case 'undefinedThenReversed':
      case 'undefinedThenDeclined':
        if (fate.isEarlyShown) report(sale, 'UNDEFINED', false)
        // The recovery loop goes on behind whatever the terminal does next, and across its restarts.
        time.at(fate.recoveryMs, () => recover(sale))
        return leave(sale)
      case 'undefinedForEver':
        if (fate.isEarlyShown) report(sale, 'UNDEFINED', false)
        return leave(sale)
      case 'failedThoughCharged':
        return end(sale, 'FAILED')
      case 'approved':
      case 'customerCancels':
      case 'readerFails':
        return end(sale, 'AUTHORISED')
    }
  }

  function recover(sale: Sale): void {
    if (sale.fate.story === 'undefinedThenReversed') return undo(sale, 'CANCELLED')
    end(sale, sale.fate.story === 'undefinedThenDeclined' ? 'DECLINED' : 'AUTHORISED')
  }

  /** A decline after which the bank asks for the PIN, and then approves under the same reference. */
  function askPin(sale: Sale): void {
    plan(sale, sale.fate.thinkMs, () => {
      gateway.decide(sale, 'AUTHORISED', sale.amountMinor, 0)
      end(sale, 'AUTHORISED')
    })
  }

  function undo(sale: Sale, finStatus: string): void {
    gateway.reverse(sale)
    end(sale, finStatus)
  }

  return {
    serial,
    isOnline,
    isBusy: () => running !== null,
    begin(sale) {
      running = sale
      phase = 'card'
      isStopping = false
      plan(sale, sale.fate.cardMs, () => useCard(sale))
    },
    stop() {
      const sale = running
      if (sale === null) return 'idle'
      if (phase !== 'card' || isStopping) return 'tooLate'
      isStopping = true
      plan(sale, 300 + lots.below(2_500), () => {
        // The customer may have been faster.
        if (running === sale && phase === 'card') end(sale, 'CANCELLED')
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
      time.at(BOOT_MS, comeOnline)
      if (interrupted === null) return
      interrupted.endedAt = bootsUntil + 10_000
      // Its app ends an interrupted transaction by itself at its next start (handpoint-api.md §4.9).
      const cleanUp = (): void => {
        if (newest(interrupted)[0]?.finStatus === 'IN_PROGRESS') return void time.at(5_000, cleanUp)
        gateway.reverse(interrupted)
        report(interrupted, 'CANCELLED')
        interrupted.endedAt = time.now()
        if (born === run) comeOnline()
      }
      time.at(BOOT_MS + lots.below(8_000), cleanUp)
    },
  }
}

/** A result that is somebody else's, or is garbled in a way that still reads: it must never count (safety R22). */
function withFault(sale: Sale, result: ReturnType<typeof toResult>): ReturnType<typeof toResult> {
  switch (sale.fate.wrong) {
    case null:
      return result
    case 'amount':
      return { ...result, requestedAmount: sale.amountMinor + 100, totalAmount: sale.amountMinor + 100 }
    case 'currency':
      return { ...result, currency: 'USD' }
    case 'terminal':
      return { ...result, deviceStatus: { serialNumber: '099999999' } }
    case 'type':
      return { ...result, type: 'REFUND' }
    case 'reference':
      return { ...result, transactionReference: '00000000-0000-4000-8000-00000000beef' }
  }
}
