import type { Reference } from '../../../shared/ids.ts'
import type { WatchSnapshot } from '../../../shared/ipc/snapshots.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { EventSource, RefusalReason, TransactionEvent } from '../../../shared/transaction/events.ts'
import type { Intent } from '../../../shared/transaction/intent.ts'
import { isOpen } from '../../../shared/transaction/state.ts'
import { begin, standingEffects, type Effect, type Transaction } from '../../../shared/transaction/transition.ts'
import type { SubmitEvent } from '../handpoint/answers.ts'
import type { HandpointClient } from '../handpoint/client.ts'
import type { BeginFailure, Journal, JournalFailure, PaymentRow } from '../journal/journal.ts'
import type { Clock, Log } from '../ports.ts'
import type { Contact, WatchContext } from './contact.ts'
import { startFollowUp, type FollowUp } from './follow-up.ts'
import { createWatch, type Watch } from './watch.ts'

/** Takes payments from the press of a button to the truth, and tells of every change. */
export interface Engine {
  /**
   * Saves a new operation and sends it, once. The answer comes when it is saved: the request leaves after that.
   * Nothing is sent when the answer is a failure.
   */
  start(intent: Intent): Result<PaymentRow, BeginFailure>
  /** Asks the terminal to stop. Answers the payment with the request noted, or null where nothing can be cancelled. */
  cancel(reference: Reference): Result<PaymentRow | null, JournalFailure>
  /** Asks the cloud now. */
  check(reference: Reference): void
  /** Takes up every operation that an earlier run left open (safety R20). */
  recover(): Result<void, JournalFailure>
  watchOf(reference: Reference): WatchSnapshot | null
  /** Whether a request is on its way out, whose answer would be lost by stopping now. */
  hasOpenRequest(): boolean
  /** Stops asking and waits for requests that are on their way out. */
  close(): Promise<void>
}

interface EngineOptions {
  journal: Journal
  client: HandpointClient
  clock: Clock
  log: Log
  onChange: (row: PaymentRow) => void
  onContact: (contact: Contact) => void
  /** The next question about an open payment has been planned: for its countdown on the screen. */
  onPlan: (reference: Reference) => void
  onJournalFailure: (failure: JournalFailure) => void
  /** Why the terminal did not take a request, or null when it did. */
  onRefusal: (intent: Intent, reason: RefusalReason | null) => void
}

interface OpenPayment {
  transaction: Transaction
  /** Null until the request has ended: before that there is nothing to ask about. */
  watch: Watch | null
  sinceMs: number
}

export function createEngine(options: EngineOptions): Engine {
  const { journal, client, clock, log } = options
  const open = new Map<Reference, OpenPayment>()
  const leaving = new Set<Promise<void>>()
  const followUps = new Map<Reference, FollowUp>()
  /** Stops on their way, by terminal: the service stops whatever runs there when it arrives. */
  const stopping = new Map<string, Reference>()
  let isClosed = false

  /** The order is law: append to the journal, fold, publish, then perform effects. */
  function record(
    payment: OpenPayment,
    source: EventSource,
    event: TransactionEvent,
  ): Result<PaymentRow, JournalFailure> {
    const { reference } = payment.transaction.intent
    const appended = journal.append(reference, [{ at: clock.now(), source, event }])
    if (!appended.ok) {
      stopAsking()
      options.onJournalFailure(appended.error)
      return appended
    }
    const { row, transaction, effects, isNew } = appended.value
    payment.transaction = transaction
    if (isNew) {
      options.onChange(row)
      perform(payment, effects)
    }
    return ok(row)
  }

  function perform(payment: OpenPayment, effects: readonly Effect[]): void {
    const { intent, state } = payment.transaction
    for (const effect of effects) {
      if (effect.type === 'sendStop') send(sendStop(payment, effect.attempt))
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
    if (!followUps.has(reference)) followUps.set(reference, startFollowUp(toContext(payment)))
  }

  function endFollowUp({ transaction }: OpenPayment): void {
    followUps.get(transaction.intent.reference)?.stop()
    followUps.delete(transaction.intent.reference)
  }

  function watch(payment: OpenPayment): void {
    endFollowUp(payment)
    payment.watch = createWatch(toContext(payment))
  }

  function toContext(payment: OpenPayment): WatchContext {
    payment.sinceMs = clock.monotonicMs()
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
      onContact: options.onContact,
      onPlan: () => options.onPlan(payment.transaction.intent.reference),
    }
  }

  function send(request: Promise<void>): void {
    const tracked = request
      .catch((error: unknown) => log.error('send.failed', { problem: String(error) }))
      .finally(() => leaving.delete(tracked))
    leaving.add(tracked)
  }

  async function submit(payment: OpenPayment): Promise<void> {
    const { intent } = payment.transaction
    // An exception is a bug, and after one nobody knows whether the request left.
    const event = await client.submit(intent).catch((error: unknown): SubmitEvent => {
      log.error('submit.failed', { reference: intent.reference, problem: String(error) })
      return { type: 'requestUnanswered', problem: 'unreadable', httpStatus: null, text: 'an internal error' }
    })
    watch(payment)
    record(payment, 'cloudAnswer', event)
    if (event.type === 'requestRefused') options.onRefusal(intent, event.reason)
    else if (event.type === 'requestAccepted') options.onRefusal(intent, null)
    options.onContact(toHealth(event))
  }

  async function sendStop(payment: OpenPayment, attempt: number): Promise<void> {
    const askedAfterMs = Math.max(0, clock.monotonicMs() - payment.sinceMs)
    const { terminal, reference } = payment.transaction.intent
    if (isTerminalTaken(payment)) return void record(payment, 'clock', { type: 'cancelUnanswered', attempt })
    stopping.set(terminal.serialNumber, reference)
    const answer = await client.stop(terminal)
    stopping.delete(terminal.serialNumber)
    switch (answer.type) {
      case 'accepted':
        record(payment, 'cloudAnswer', { type: 'cancelAccepted', attempt })
        break
      case 'refused':
        record(payment, 'cloudAnswer', { type: 'cancelRefused', attempt })
        break
      case 'idle':
        record(payment, 'cloudAnswer', { type: 'nothingToCancel', attempt, askedAfterMs })
        break
      case 'unanswered':
        record(payment, 'cloudAnswer', { type: 'cancelUnanswered', attempt })
    }
    payment.watch?.askNow()
  }

  /** A payment that a correction opened again may share its terminal with the next customer's. */
  function isTerminalTaken({ transaction }: OpenPayment): boolean {
    const { serialNumber } = transaction.intent.terminal
    return [...open.values()].some(
      (other) =>
        other.transaction.intent.reference !== transaction.intent.reference &&
        other.transaction.intent.terminal.serialNumber === serialNumber,
    )
  }

  /** "Send nothing else until CANCELLED is seen" (handpoint-api.md §5.11): a late stop would end the next customer's sale. */
  function stoppedOn(serialNumber: string): PaymentRow | null {
    const reference = stopping.get(serialNumber)
    const row = reference === undefined ? null : journal.readRow(reference)
    return row?.ok === true ? row.value : null
  }

  function stopAsking(): void {
    for (const followUp of followUps.values()) followUp.stop()
    followUps.clear()
    for (const { watch: asking } of open.values()) asking?.stop()
  }

  function takeUp({ intent }: PaymentRow): Result<unknown, JournalFailure> {
    const read = journal.readTransaction(intent.reference)
    if (!read.ok || read.value === null) return read
    const payment: OpenPayment = { transaction: read.value, watch: null, sinceMs: 0 }
    const { lostEpisode, restartEpisode } = read.value.evidence
    open.set(intent.reference, payment)
    watch(payment)
    return record(payment, 'restart', { type: 'restarted', episode: Math.max(lostEpisode, restartEpisode) + 1 })
  }

  return {
    start(intent) {
      const stopped = stoppedOn(intent.terminal.serialNumber)
      if (stopped !== null) return err({ code: 'terminalUnresolved', payment: stopped })
      const begun = journal.begin(intent)
      if (!begun.ok) {
        if (begun.error.code === 'unavailable') options.onJournalFailure(begun.error)
        return begun
      }
      const { next, submit: toSubmit } = begin(intent)
      const payment: OpenPayment = { transaction: next, watch: null, sinceMs: 0 }
      open.set(toSubmit.reference, payment)
      options.onChange(begun.value)
      send(submit(payment))
      return begun
    },
    cancel(reference) {
      const payment = open.get(reference)
      const status = payment?.transaction.state.status
      if (payment === undefined || (status !== 'waiting' && status !== 'checking')) return ok(null)
      if (isTerminalTaken(payment)) return ok(null)
      const attempt = payment.transaction.evidence.cancelAttempt + 1
      return record(payment, 'cashier', { type: 'cancelRequested', attempt })
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
        if (read.value !== null) follow({ transaction: read.value, watch: null, sinceMs: 0 })
      }
      return ok(undefined)
    },
    watchOf: (reference) => open.get(reference)?.watch?.snapshot() ?? null,
    hasOpenRequest: () => leaving.size > 0,
    async close() {
      stopAsking()
      await Promise.all(leaving)
      isClosed = true
      stopAsking()
    },
  }
}

function needsFollowUp(transaction: Transaction): boolean {
  return standingEffects(transaction).some((effect) => effect.type === 'followUp')
}

function toHealth(event: SubmitEvent): Contact {
  if (event.type === 'requestUnsent' || event.type === 'requestUnanswered') return 'unreachable'
  return event.type === 'requestRefused' && event.reason === 'keyRefused' ? 'keyRefused' : 'answered'
}
