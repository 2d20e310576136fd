import { referenceSchema, type Reference } from '../../../../shared/ids.ts'
import { filedUnder, occupiesTerminal, type Intent } from '../../../../shared/transaction/intent.ts'
import { isOpen } from '../../../../shared/transaction/state.ts'
import type { HttpRequest } from '../../../core/ports.ts'
import type { MemoryDisk } from '../../../testing/memory-journal.ts'
import type { ModelCloud } from './model-cloud.ts'
import { entryIn, fileOf } from './model-operation.ts'
import type { VirtualTime } from './virtual-time.ts'
import type { Report } from './violations.ts'

/** What must be true of every request at the moment at which it leaves the till (safety R1, R2, R3, R15, R20). */
export interface WireRules {
  onAsk(request: HttpRequest): void
  /** Answers the reference of the operation that a request asks for; null where it asks for none. */
  onSend(request: HttpRequest): string | null
  /** The till has started: what its journal holds open has to be asked about soon. */
  onStart(isAlive: () => boolean): void
  onJournalClosed(): void
}

interface WireParts {
  time: VirtualTime
  disk: MemoryDisk
  cloud: ModelCloud
  report: Report
}

/** R20, with one second for the shared budget of two requests a second. */
const QUERIED_WITHIN_MS = 6_000
/** Seven looks in a day by two ways, begun anew by some restarts. */
const MOST_FOLLOW_UPS = 80

export function createWireRules({ time, disk, cloud, report }: WireParts): WireRules {
  const sent = new Set<string>()
  const unasked = new Map<Reference, string[]>()
  const followedUp = new Map<Reference, number>()
  let isJournalClosed = false

  function checkOperation(reference: Reference, body: string): void {
    if (sent.has(reference)) report('R2', reference, 'put on the wire a second time')
    sent.add(reference)
    if (isJournalClosed) report('R15', reference, 'sent after the journal had failed')
    const stored = disk.operations.get(reference)
    if (stored === undefined) return report('R1', reference, 'sent before it was in the journal')
    const { intent } = stored.progress.transaction
    if (!saysTheSame(intent, body)) report('R1', reference, `the journal holds something else than ${body}`)
    checkRefund(intent)
    if (!occupiesTerminal(intent)) return
    for (const { progress } of disk.operations.values()) {
      const other = progress.transaction
      const isOther = other.intent.reference !== reference && occupiesTerminal(other.intent)
      const isSameTerminal = other.intent.terminal.serialNumber === intent.terminal.serialNumber
      // One that a correction opened again after this one began blocks nothing (docs/adr/0008).
      if (isOther && isSameTerminal && isOpen(other.state) && !progress.wasFinal) {
        report('R3', reference, `sent while ${other.intent.reference} is open on the same terminal`)
      }
    }
  }

  /** No more is asked back than the bank still has; what the bank would refuse is the till's to know. */
  function checkRefund({ reference, operation, amountMinor, original }: Intent): void {
    if (operation !== 'refund' || original === null) return
    const taken = cloud.find(original.reference)
    if (taken === undefined) return report('R25', reference, 'a refund of what the bank never had')
    let givenBack = 0
    for (const { progress } of disk.operations.values()) {
      const other = progress.transaction.intent
      if (other.original?.reference !== original.reference || other.operation !== 'refund') continue
      const work = cloud.find(other.reference)
      // What a cloud that broke its promises has paid, the till cannot know; what was taken back in its turn is not back.
      const isUndone = work !== undefined && entryIn(work, fileOf(work))?.isUndone === true
      if (work !== undefined && work.broken.size === 0 && !isUndone) givenBack += work.netMinor
    }
    // With its tips. A sale that the terminal undoes a moment later was there when the cashier looked.
    const totalMinor = entryIn(taken, fileOf(taken))?.totalMinor ?? 0
    if (taken.netMinor > 0 && givenBack + amountMinor > totalMinor) {
      const words = `asks ${amountMinor.toString()} back, and ${givenBack.toString()} of ${totalMinor.toString()} are back already`
      report('R25', reference, words)
    }
  }

  /** What goes to a terminal names itself in its metadata; what goes to the gateway is known by its original alone. */
  function findOwner({ method, url, body }: HttpRequest): Reference | null {
    if (method !== 'POST' || body === null || body.includes('"stopCurrentTransaction"')) return null
    const named = /"metadata2":"([^"]+)"/.exec(body)?.[1]
    let owner: Reference | null = null
    for (const [reference, { progress }] of disk.operations) {
      const { intent, state } = progress.transaction
      if (named === reference) return reference
      const guid = intent.original?.transactionId ?? '-'
      const isMeant = intent.channel === 'gateway' && (url.includes(guid) || body.includes(guid))
      if (named === undefined && isMeant && state.status === 'created' && !sent.has(reference)) owner = reference
    }
    if (owner !== null) return owner
    const parsed = referenceSchema.safeParse(named ?? 'ffffffff-ffff-4fff-bfff-ffffffffffff')
    return parsed.success ? parsed.data : null
  }

  /** What is over is asked about a few times in a day, and not for ever (safety R24, docs/adr/0008). */
  function countFollowUp({ method, url }: HttpRequest): void {
    if (method === 'POST') return
    for (const { progress } of disk.operations.values()) {
      const { intent, state, evidence } = progress.transaction
      if (isOpen(state)) continue
      const { reference } = intent
      // Under one reference others may be meant, which are still open.
      if (intent.original !== null || evidence.undoneBy.length > 0 || hasOpenLink(reference)) continue
      if (!url.includes(reference) && !evidence.resultIds.some((id) => url.includes(id))) continue
      const asked = (followedUp.get(reference) ?? 0) + 1
      followedUp.set(reference, asked)
      if (asked !== MOST_FOLLOW_UPS) continue
      report('R24', reference, `asked about ${asked.toString()} times after its end`)
    }
  }

  function hasOpenLink(reference: Reference): boolean {
    for (const { progress } of disk.operations.values()) {
      const { intent, state } = progress.transaction
      if (intent.original?.filedUnder === reference && isOpen(state)) return true
    }
    return false
  }

  return {
    onAsk(request) {
      countFollowUp(request)
      if (unasked.size === 0) return
      for (const [reference, marks] of unasked) {
        if (marks.some((mark) => request.url.includes(mark))) unasked.delete(reference)
      }
    },
    onSend(request) {
      const owner = findOwner(request)
      if (owner !== null) checkOperation(owner, request.body ?? '')
      return owner
    },
    onStart(isAlive) {
      isJournalClosed = false
      unasked.clear()
      for (const [reference, { progress }] of disk.operations) {
        const { intent, state, evidence } = progress.transaction
        const filed = filedUnder(intent)
        const marks = [...(filed === null ? [] : [filed]), ...evidence.resultIds.map(encodeURIComponent)]
        // What nobody can be asked about is a person's, and so is a contradiction of which nobody has files.
        if (state.status === 'conflict' && filed === null) continue
        if (isOpen(state) && marks.length > 0) unasked.set(reference, marks)
      }
      if (unasked.size === 0) return
      const bornMs = time.machine.monotonicMs()
      const look = (): void => {
        const leftMs = bornMs + QUERIED_WITHIN_MS - time.machine.monotonicMs()
        if (!isAlive() || unasked.size === 0) return
        if (leftMs > 0) return time.atUnseen(leftMs + time.machine.wakesInMs(), look)
        if (isJournalClosed) return
        for (const [reference] of unasked) report('R20', reference, 'not asked about within 5 s of the start')
      }
      time.atUnseen(QUERIED_WITHIN_MS, look)
    },
    onJournalClosed() {
      isJournalClosed = true
    },
  }
}

function saysTheSame({ amountMinor, currency, terminal, channel, original, operation }: Intent, body: string): boolean {
  if (original !== null && !body.includes(original.transactionId) && operation !== 'tipAdjustment') return false
  if (channel === 'gateway') return true
  if (!body.includes(`"serial_number":"${terminal.serialNumber}"`)) return false
  if (!body.includes('"amount"')) return true
  return body.includes(`"amount":"${amountMinor.toString()}"`) && body.includes(`"currency":"${currency}"`)
}
