import type { Reference } from '../../../shared/ids.ts'
import type { WatchSnapshot } from '../../../shared/ipc/snapshots.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import {
  type EventOf,
  type EventSource,
  type RefusalReason,
  type TransactionEvent,
} from '../../../shared/transaction/events.ts'
import { knowsResult } from '../../../shared/transaction/evidence.ts'
import { occupiesTerminal, type Intent } from '../../../shared/transaction/intent.ts'
import { isOpen } from '../../../shared/transaction/state.ts'
import { toSeen } from '../../../shared/transaction/news.ts'
import { begin, type Effect } from '../../../shared/transaction/transition.ts'
import type { SubmitEvent, SubmitRequest } from '../handpoint/answers.ts'
import type { HandpointClient } from '../handpoint/client.ts'
import type { AppendFailure, BeginFailure, Journal, JournalFailure, Malformed, PaymentRow } from '../journal/journal.ts'
import type { Clock, Log } from '../ports.ts'
import { toContactBySubmit, type Contact, type FinalResult, type Siblings, type WatchContext } from './contact.ts'
import { createSettling, type ManagerWord, type SettleFailure } from './settling.ts'
import { toSiblings } from './siblings.ts'
import { needsFollowUp, startFollowUp, type FollowUp } from './follow-up.ts'
import type { OpenPayment } from './open-payment.ts'
import { createOutgoing, NOTHING_LEARNT } from './outgoing.ts'
import { askOnce } from './ask-once.ts'
import { toNamed } from './named-documents.ts'
import { createStops } from './stops.ts'
import { createWatch } from './watch.ts'

/** Takes payments from the press of a button to the truth, and tells of every change. */
export interface Engine {
  /**
   * Saves a new operation and sends it, once. The answer comes when it is saved: the request leaves after that.
   * Nothing is sent when the answer is a failure.
   */
  start(intent: Intent, secrets?: SubmitSecrets): Result<PaymentRow, BeginFailure>
  /** Asks the terminal to stop. Answers the payment with the request noted, or null where nothing can be cancelled. */
  cancel(reference: Reference): Result<PaymentRow | null, AppendFailure>
  /**
   * Takes a result that a terminal delivered, for an operation that may be over. Answers when it is durable, whether it was
   * known or not (safety R4, R6).
   */
  deliver(reference: Reference, result: DeliveredResult): Result<PaymentRow, AppendFailure>
  /** Takes a manager's word on an operation that no rule decides (safety R24). */
  settle(reference: Reference, word: ManagerWord): Result<PaymentRow, SettleFailure>
  /** Notes that a person has seen what there was to see of an operation, up to the n-th news (`Infinity`: all of it). */
  noteSeen(reference: Reference, upTo: number): Result<PaymentRow | null, AppendFailure>
  /** Notes what became of a document that a result names. */
  noteDocument(
    reference: Reference,
    event: EventOf<'documentKept' | 'documentRefused'>,
  ): Result<PaymentRow, AppendFailure>
  /** Asks the cloud now. */
  check(reference: Reference): void
  /** Asks once about an operation that may be over. True when somebody answered, or nobody can be asked (safety R17). */
  askOnce(reference: Reference): Promise<boolean>
  /** Takes up every operation that an earlier run left open (safety R20). */
  recover(): Result<void, AppendFailure>
  watchOf(reference: Reference): WatchSnapshot | null
  /** Whether a request is on its way out, whose answer would be lost by stopping now. */
  hasOpenRequest(): boolean
  /** Stops asking and waits for requests that are on their way out. */
  close(): Promise<void>
}

/** What leaves with the request and must not be kept. */
export type SubmitSecrets = Pick<SubmitRequest, 'callback' | 'receipt'>
export type DeliveredResult = FinalResult | { type: 'undecided' }
interface EngineOptions {
  journal: Journal
  client: HandpointClient
  clock: Clock
  log: Log
  /** What people call this till. */
  till: string
  /** From this amount on an approval is read again at once and not only after a minute. */
  rereadAboveMinor: number
  /** A terminal's result was written down for the first time: its receipts and signature can be kept now. */
  onResult: (intent: Intent, result: FinalResult) => void
  onChange: (row: PaymentRow) => void
  onContact: (contact: Contact) => void
  /** The next question about an open payment has been planned: for its countdown on the screen. */
  onPlan: (reference: Reference) => void
  onJournalFailure: (failure: JournalFailure) => void
  /** Why the terminal did not take a request, or null when it did. */
  onRefusal: (intent: Intent, reason: RefusalReason | null) => void
}

export function createEngine(options: EngineOptions): Engine {
  const { journal, client, clock, log } = options
  const open = new Map<Reference, OpenPayment>()
  const outgoing = createOutgoing(log)
  const followUps = new Map<Reference, { payment: OpenPayment; asking: FollowUp }>()
  const stops = createStops({ client, clock, open, record })
  let isClosed = false
  let isJournalLost = false

  /** The order is law: append to the journal, fold, publish, then perform effects. */
  function record(
    payment: OpenPayment,
    source: EventSource,
    ...events: TransactionEvent[]
  ): Result<PaymentRow, AppendFailure> {
    const { reference } = payment.transaction.intent
    const at = clock.now()
    const appended = journal.append(
      reference,
      events.map((event) => ({ at, source, event })),
    )
    if (!appended.ok) {
      // What is no fact at all was not written down, nothing follows from it, and it says nothing about the disk.
      if (appended.error.code === 'malformed') return refuse(reference, appended.error)
      isJournalLost = true
      stopAsking()
      options.onJournalFailure(appended.error)
      return appended
    }
    const { row, transaction, effects, isNew, changedOriginal } = appended.value
    payment.transaction = transaction
    if (isNew) {
      options.onChange(row)
      perform(payment, effects)
    }
    if (changedOriginal !== null) noteLinked(changedOriginal)
    return ok(row)
  }

  function refuse(reference: Reference, malformed: Malformed): { ok: false; error: Malformed } {
    log.error('journal.malformed', { reference, text: malformed.text })
    return err(malformed)
  }

  function perform(payment: OpenPayment, effects: readonly Effect[]): void {
    const { intent, state } = payment.transaction
    for (const effect of effects) {
      if (effect.type === 'sendStop') outgoing.add(stops.send(payment, effect.attempt))
      if (effect.type === 'raiseDiscrepancy') {
        log.warn('payment.corrected', { reference: intent.reference, from: effect.from, to: effect.to })
      }
    }
    if (!isOpen(state)) return finish(payment)
    // A final payment that a later word of the terminal has opened again.
    if (payment.watch === null) watch(payment)
    open.set(intent.reference, payment)
    payment.watch?.update(payment.transaction)
  }

  function finish(payment: OpenPayment): void {
    payment.watch?.stop()
    payment.watch = null
    open.delete(payment.transaction.intent.reference)
    if (needsFollowUp(payment.transaction)) follow(payment)
    else endFollowUp(payment)
  }

  function follow(payment: OpenPayment): void {
    const { reference } = payment.transaction.intent
    if (followUps.has(reference)) return
    payment.sinceMs = clock.monotonicMs()
    followUps.set(reference, { payment, asking: startFollowUp(toContext(payment)) })
  }

  function endFollowUp({ transaction }: OpenPayment): void {
    followUps.get(transaction.intent.reference)?.asking.stop()
    followUps.delete(transaction.intent.reference)
  }

  function watch(payment: OpenPayment): void {
    endFollowUp(payment)
    // A delivered result may have begun one while the request was still on its way.
    payment.watch?.stop()
    payment.sinceMs = clock.monotonicMs()
    payment.watch = createWatch(toContext(payment))
  }

  function toContext(payment: OpenPayment): WatchContext {
    return {
      client,
      clock,
      log,
      sinceMs: payment.sinceMs,
      notes: { isResultPending: payment.transaction.evidence.resultIds.length > 0 },
      current: () => payment.transaction,
      // An answer that comes after the end is asked for again at the next start.
      record(source, event) {
        if (!isClosed) record(payment, source, event)
      },
      recordResult(source, result) {
        if (!isClosed && !knowsResult(payment.transaction.evidence, result.digest))
          recordResult(payment, source, result)
      },
      siblings: () => siblings(payment.transaction.intent),
      isLarge: ({ amountMinor }) => amountMinor >= options.rereadAboveMinor,
      onContact: options.onContact,
      onPlan: () => options.onPlan(payment.transaction.intent.reference),
    }
  }

  /** A result that is delivered again and again is not new each time: its documents are kept once. */
  function recordResult(
    payment: OpenPayment,
    source: EventSource,
    result: FinalResult,
  ): Result<PaymentRow, AppendFailure> {
    const { digest, outcome, documents } = result
    const isNews = !knowsResult(payment.transaction.evidence, digest)
    const named = isNews ? toNamed(documents) : []
    const recorded = record(payment, source, { type: 'terminalReported', digest, outcome }, ...named)
    if (recorded.ok && isNews) options.onResult(payment.transaction.intent, result)
    return recorded
  }

  function siblings({ reference, original }: Intent): Siblings {
    const linked = original === null ? null : journal.listLinked(original.reference)
    const others = linked?.ok === true ? linked.value.filter(({ intent }) => intent.reference !== reference) : []
    return toSiblings(others, (other) => {
      const read = journal.readTransaction(other)
      return read.ok ? read.value : null
    })
  }

  /** The payment as it is being asked about, or as the journal has it. */
  function find(reference: Reference): Result<OpenPayment | null, JournalFailure> {
    const known = open.get(reference) ?? followUps.get(reference)?.payment
    if (known !== undefined) return ok(known)
    const read = journal.readTransaction(reference)
    if (!read.ok) return read
    return ok(read.value === null ? null : { transaction: read.value, watch: null, sinceMs: clock.monotonicMs() })
  }

  function recordFor(
    reference: Reference,
    act: (payment: OpenPayment) => Result<PaymentRow, AppendFailure>,
  ): Result<PaymentRow, AppendFailure> {
    const found = find(reference)
    if (!found.ok) return found
    if (isClosed || found.value === null) return err({ code: 'unavailable', text: 'nothing can be written down now' })
    return act(found.value)
  }

  async function submit(payment: OpenPayment, secrets: SubmitSecrets): Promise<void> {
    const { intent } = payment.transaction
    // Asked in the last moment: whoever has met a failure of the journal since, it is closed (safety R15).
    const mayLeave = (): boolean => !isJournalLost && journal.readRow(intent.reference).ok
    // An exception is a bug, and after one nobody knows whether the request left.
    const event = await client
      .submit({ intent, till: options.till, mayLeave, ...secrets })
      .catch((error: unknown): SubmitEvent => {
        log.error('submit.failed', { reference: intent.reference, problem: String(error) })
        return NOTHING_LEARNT
      })
    watch(payment)
    const recorded = record(payment, 'cloudAnswer', event)
    if (!recorded.ok && recorded.error.code === 'malformed') record(payment, 'cloudAnswer', NOTHING_LEARNT)
    if (event.type === 'requestRefused') options.onRefusal(intent, event.reason)
    else if (event.type === 'requestAccepted') options.onRefusal(intent, null)
    options.onContact(toContactBySubmit(event))
  }

  function stoppedOn(serialNumber: string): PaymentRow | null {
    const reference = stops.onTheirWayTo(serialNumber)
    const row = reference === null ? null : journal.readRow(reference)
    return row?.ok === true ? row.value : null
  }

  function stopAsking(): void {
    for (const { asking } of followUps.values()) asking.stop()
    followUps.clear()
    for (const { watch: asking } of open.values()) asking?.stop()
  }

  /** What is being taken back is asked about no more, and again if that came to nothing; its timeline tells why. */
  function noteLinked(original: Reference): void {
    const found = find(original)
    const read = journal.readTransaction(original)
    if (!found.ok || found.value === null || !read.ok || read.value === null) return
    const payment = found.value
    payment.transaction = read.value
    if (isOpen(payment.transaction.state)) payment.watch?.update(payment.transaction)
    else finish(payment)
    const row = journal.readRow(original)
    if (row.ok && row.value !== null) options.onChange(row.value)
  }

  function takeUp({ intent }: PaymentRow): Result<unknown, AppendFailure> {
    const read = journal.readTransaction(intent.reference)
    if (!read.ok || read.value === null) return read
    const payment: OpenPayment = { transaction: read.value, watch: null, sinceMs: 0 }
    const { lostEpisode, restartEpisode } = read.value.evidence
    open.set(intent.reference, payment)
    watch(payment)
    return record(payment, 'restart', { type: 'restarted', episode: Math.max(lostEpisode, restartEpisode) + 1 })
  }

  return {
    start(intent, secrets = {}) {
      const stopped = stoppedOn(intent.terminal.serialNumber)
      if (stopped !== null && intent.channel === 'terminal')
        return err({ code: 'terminalUnresolved', payment: stopped })
      const begun = journal.begin(intent)
      if (!begun.ok) {
        if (begun.error.code === 'malformed') return refuse(intent.reference, begun.error)
        if (begun.error.code === 'unavailable') options.onJournalFailure(begun.error)
        return begun
      }
      // As it was saved: with its number.
      const { next, submit: toSubmit } = begin(begun.value.intent)
      const payment: OpenPayment = { transaction: next, watch: null, sinceMs: 0 }
      open.set(toSubmit.reference, payment)
      options.onChange(begun.value)
      if (intent.original !== null) noteLinked(intent.original.reference)
      outgoing.add(submit(payment, secrets))
      return begun
    },
    cancel(reference) {
      const payment = open.get(reference)
      const status = payment?.transaction.state.status
      if (payment === undefined || (status !== 'waiting' && status !== 'checking')) return ok(null)
      if (!occupiesTerminal(payment.transaction.intent) || stops.isTerminalTaken(payment)) return ok(null)
      const attempt = payment.transaction.evidence.cancelAttempt + 1
      return record(payment, 'cashier', { type: 'cancelRequested', attempt })
    },
    deliver: (reference, result) =>
      recordFor(reference, (payment) =>
        result.type === 'final'
          ? recordResult(payment, 'callback', result)
          : record(payment, 'callback', { type: 'terminalUndecided' }),
      ),
    settle: createSettling({ journal, open, record }),
    noteSeen(reference, upTo) {
      const found = find(reference)
      if (!found.ok) return found
      const payment = found.value
      const seen = payment === null ? null : toSeen(payment.transaction, upTo)
      if (payment === null || seen === null || isClosed) return journal.readRow(reference)
      return record(payment, 'cashier', seen)
    },
    noteDocument: (reference, event) => recordFor(reference, (payment) => record(payment, 'clock', event)),
    async askOnce(reference) {
      const found = find(reference)
      if (!found.ok || found.value === null) return true
      return askOnce(toContext(found.value))
    },
    check: (reference) => open.get(reference)?.watch?.askNow(),
    recover() {
      const rows = journal.listOpen()
      if (!rows.ok) return rows
      for (const row of rows.value) {
        const taken = takeUp(row)
        if (!taken.ok) return taken
      }
      const ended = journal.listToFollowUp()
      if (!ended.ok) return ended
      for (const row of ended.value) {
        const read = journal.readTransaction(row.intent.reference)
        if (!read.ok) return read
        if (read.value === null) continue
        const payment: OpenPayment = { transaction: read.value, watch: null, sinceMs: 0 }
        const taken = record(payment, 'restart', {
          type: 'followUpTaken',
          start: read.value.evidence.followUpStarts + 1,
        })
        if (!taken.ok) return taken
      }
      return ok(undefined)
    },
    watchOf: (reference) => open.get(reference)?.watch?.snapshot() ?? null,
    hasOpenRequest: () => outgoing.hasAny(),
    async close() {
      stopAsking()
      await outgoing.finish()
      isClosed = true
      stopAsking()
    },
  }
}
