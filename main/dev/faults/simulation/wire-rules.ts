import type { Reference } from '../../../../shared/ids.ts'
import { isOpen } from '../../../../shared/transaction/state.ts'
import type { HttpRequest } from '../../../core/ports.ts'
import type { MemoryDisk } from '../../../testing/memory-journal.ts'
import { referenceOf } from './network.ts'
import { count, type Tally } from './tally.ts'
import type { VirtualTime } from './virtual-time.ts'
import type { Report } from './violations.ts'

/** What must be true of every request at the moment at which it leaves the till (safety R1, R2, R3, R15, R20). */
export interface WireRules {
  onAsk(request: HttpRequest): void
  onSend(request: HttpRequest): void
  /** The till has started: what its journal holds open has to be asked about soon. */
  onStart(isAlive: () => boolean): void
  onJournalClosed(): void
}

interface WireParts {
  time: VirtualTime
  disk: MemoryDisk
  tally: Tally
  report: Report
}

/** R20, with one second for the shared budget of two requests a second. */
const QUERIED_WITHIN_MS = 6_000
/** Seven looks in a day by two ways, begun anew by some restarts. */
const MOST_FOLLOW_UPS = 80

export function createWireRules({ time, disk, tally, report }: WireParts): WireRules {
  const sent = new Set<string>()
  const unasked = new Map<Reference, string[]>()
  const followedUp = new Map<Reference, number>()
  let isJournalClosed = false

  function checkCharge(reference: string, body: string): void {
    if (sent.has(reference)) report('R2', reference, 'put on the wire a second time')
    sent.add(reference)
    if (isJournalClosed) report('R15', reference, 'sent after the journal had failed')
    const stored = [...disk.operations.values()].find(
      ({ progress }) => progress.transaction.intent.reference === reference,
    )
    if (stored === undefined) return report('R1', reference, 'sent before it was in the journal')
    const { intent } = stored.progress.transaction
    const isSame =
      body.includes(`"amount":"${intent.amountMinor.toString()}"`) &&
      body.includes(`"currency":"${intent.currency}"`) &&
      body.includes(`"serial_number":"${intent.terminal.serialNumber}"`)
    if (!isSame) report('R1', reference, `the journal holds something else than ${body}`)
    for (const { progress } of disk.operations.values()) {
      const other = progress.transaction
      const isOther = other.intent.reference !== reference
      const isSameTerminal = other.intent.terminal.serialNumber === intent.terminal.serialNumber
      // One that a correction opened again after this one began blocks nothing (docs/adr/0008).
      if (isOther && isSameTerminal && isOpen(other.state) && !progress.wasFinal) {
        report('R3', reference, `sent while ${other.intent.reference} is open on the same terminal`)
      }
    }
  }

  /** What is over is asked about a few times in a day, and not for ever (safety R24, docs/adr/0008). */
  function countFollowUp({ method, url }: HttpRequest): void {
    if (method === 'POST') return
    for (const [reference, { progress }] of disk.operations) {
      const { state, evidence } = progress.transaction
      if (isOpen(state)) continue
      if (!url.includes(reference) && !evidence.resultIds.some((id) => url.includes(id))) continue
      const asked = (followedUp.get(reference) ?? 0) + 1
      followedUp.set(reference, asked)
      if (asked !== MOST_FOLLOW_UPS) continue
      if (time.machine.hasJumped()) count(tally, 'open finding F5')
      else report('R24', reference, `asked about ${asked.toString()} times after its end`)
    }
  }

  return {
    onAsk(request) {
      countFollowUp(request)
      for (const [reference, marks] of unasked) {
        if (marks.some((mark) => request.url.includes(mark))) unasked.delete(reference)
      }
    },
    onSend(request) {
      const reference = referenceOf(request)
      if (reference !== null) checkCharge(reference, request.body ?? '')
    },
    onStart(isAlive) {
      isJournalClosed = false
      unasked.clear()
      for (const [reference, { progress }] of disk.operations) {
        const { state, evidence } = progress.transaction
        if (isOpen(state)) unasked.set(reference, [reference, ...evidence.resultIds.map(encodeURIComponent)])
      }
      if (unasked.size === 0) return
      const bornMs = time.machine.monotonicMs()
      const look = (): void => {
        const leftMs = bornMs + QUERIED_WITHIN_MS - time.machine.monotonicMs()
        if (!isAlive() || unasked.size === 0) return
        if (leftMs > 0) return void time.at(leftMs + time.machine.wakesInMs(), look)
        if (isJournalClosed) return
        for (const [reference] of unasked) report('R20', reference, 'not asked about within 5 s of the start')
      }
      time.at(QUERIED_WITHIN_MS, look)
    },
    onJournalClosed() {
      isJournalClosed = true
    },
  }
}
