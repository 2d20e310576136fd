import { z } from 'zod'
import type { Digest, Reference, RequestKey } from '../../shared/ids.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { TimelineEntry } from '../../shared/ipc/snapshots.ts'
import type { RecordedEvent, TransactionEvent } from '../../shared/transaction/events.ts'
import { pendingDocuments } from '../../shared/transaction/evidence.ts'
import { occupiesTerminal, type Intent } from '../../shared/transaction/intent.ts'
import { toNews } from '../../shared/transaction/news.ts'
import { toUndoEnd } from '../../shared/transaction/linked.ts'
import { movesMoney } from '../../shared/transaction/operations.ts'
import { isOpen } from '../../shared/transaction/state.ts'
import { standingEffects, type Effect, type Transaction } from '../../shared/transaction/transition.ts'
import type { CallbackOwner } from '../core/callback/sink.ts'
import { findRefusal, readStanding } from '../core/journal/begin-operation.ts'
import { canonicalJson } from '../core/journal/canonical-json.ts'
import { begunIntentSchema, recordedEventsSchema } from '../core/journal/journal-input.ts'
import type { Appended, Journal, JournalFailure, Malformed, PaymentRow } from '../core/journal/journal.ts'
import { MOST_UNREADABLE, orphanSchema, toKeptOrphan, type Orphan } from '../core/journal/orphans.ts'
import { MOST_UNSEEN, pageRequestSchema } from '../core/journal/payment-rows.ts'
import { advance, startProgress, type Progress } from '../core/journal/replay.ts'

/** What a disk holds: it outlives every journal that was opened on it. */
export interface MemoryDisk {
  /** In the order of their beginning. */
  operations: Map<Reference, StoredOperation>
  orphans: Orphan[]
  /** Sequence number of the newest event. */
  seq: number
  /** The newest number that was given to an operation. */
  number: number
}

interface StoredOperation {
  progress: Progress
  entries: TimelineEntry[]
  keys: Set<string>
  retriedBy: Reference | null
}

/**
 * What becomes of one commit: `fail` before or after it took effect is an I/O error, which closes the journal (safety R15);
 * what was not acknowledged may be there after a restart.
 */
export type Commit = 'done' | 'failBefore' | 'failAfter'

interface MemoryJournalOptions {
  /** Asked before each commit, for faults. */
  onCommit?: (() => Commit) | undefined
  /** Told of each commit that took effect, acknowledged or not. */
  onCommitted?: ((reference: Reference, isAcknowledged: boolean) => void) | undefined
}

export function createMemoryDisk(): MemoryDisk {
  return { operations: new Map(), orphans: [], seq: 0, number: 0 }
}

const DAMAGE = 'SQLITE_IOERR: disk I/O error'

/**
 * The journal without SQLite, under the same rules and with the same answers (`memory-journal.test.ts` compares them), for
 * simulations that need thousands of them a second.
 */
export function openMemoryJournal(disk: MemoryDisk, options: MemoryJournalOptions = {}): Journal {
  const { operations } = disk
  let closedBecause: string | null = null

  const toRow = ({ progress, retriedBy }: StoredOperation): PaymentRow => ({
    intent: progress.transaction.intent,
    state: progress.transaction.state,
    seq: progress.seq,
    updatedAt: progress.updatedAt,
    retriedBy,
    correctedFrom: progress.correctedFrom,
    news: progress.news,
  })

  function select(isWanted: (stored: StoredOperation) => boolean): StoredOperation[] {
    const found: StoredOperation[] = []
    for (const stored of operations.values()) if (isWanted(stored)) found.push(stored)
    return found.length > 1 ? found.sort(byCreation) : found
  }

  function readRow(reference: Reference): PaymentRow | null {
    const stored = operations.get(reference)
    return stored === undefined ? null : toRow(stored)
  }

  function readByRequestKey(requestKey: RequestKey): PaymentRow | null {
    for (const stored of operations.values()) {
      if (stored.progress.transaction.intent.requestKey === requestKey) return toRow(stored)
    }
    return null
  }

  function readBlocking(serialNumber: string): PaymentRow | null {
    const [first] = select(
      ({ progress: { transaction } }) =>
        isOpen(transaction.state) &&
        transaction.intent.terminal.serialNumber === serialNumber &&
        occupiesTerminal(transaction.intent),
    )
    return first === undefined ? null : toRow(first)
  }

  function listLinked(reference: Reference): PaymentRow[] {
    const linked: PaymentRow[] = []
    for (const stored of operations.values()) {
      if (stored.progress.transaction.intent.original?.reference === reference) linked.push(toRow(stored))
    }
    return linked
  }

  function readCallbackOwner(pathDigest: Digest): CallbackOwner | null {
    for (const { progress } of operations.values()) {
      const { reference, callback } = progress.transaction.intent
      if (callback?.pathDigest === pathDigest) return { reference, tokenDigest: callback.tokenDigest }
    }
    return null
  }

  const readEntries = (reference: Reference): TimelineEntry[] => [...(operations.get(reference)?.entries ?? [])]
  const rows = { read: readRow, readByRequestKey, readBlocking, listLinked, readEntries }

  /** Runs the act as one transaction: all of it, or nothing and the journal is closed. */
  function commit<Value>(reference: Reference | null, act: () => Value): Result<Value, JournalFailure> {
    const fate = options.onCommit?.() ?? 'done'
    if (fate !== 'failBefore') {
      const value = act()
      if (reference !== null) options.onCommitted?.(reference, fate === 'done')
      if (fate === 'done') return ok(value)
    }
    closedBecause = `the journal was closed after a failure: ${DAMAGE}`
    return unavailable(closedBecause)
  }

  function guard<Value, Failure>(act: () => Result<Value, Failure>): Result<Value, Failure | JournalFailure> {
    return closedBecause === null ? act() : unavailable(closedBecause)
  }

  function insert(asked: Intent): PaymentRow {
    if (movesMoney(asked.operation)) disk.number += 1
    const intent = { ...asked, number: movesMoney(asked.operation) ? disk.number : null }
    disk.seq += 1
    const stored = {
      progress: startProgress(intent, disk.seq),
      entries: [],
      keys: new Set<string>(),
      retriedBy: null,
    }
    operations.set(intent.reference, stored)
    const repeated = intent.attemptOf === null ? undefined : operations.get(intent.attemptOf)
    if (repeated !== undefined) repeated.retriedBy = intent.reference
    const begun = toRow(stored)
    const original = intent.original === null ? undefined : operations.get(intent.original.reference)
    if (original !== undefined) {
      const { operation, reference, createdAt: at } = intent
      write(original, { at, source: 'cashier', event: { type: 'linkedBegun', operation, reference } })
    }
    return begun
  }

  function write(stored: StoredOperation, fact: RecordedEvent, key = toKey(fact.event)): Effect[] {
    stored.keys.add(key)
    disk.seq += 1
    const entry = { ...fact, seq: disk.seq }
    stored.entries.push(entry)
    const step = advance(stored.progress, entry)
    stored.progress = step.next
    return step.effects
  }

  function noteNews(stored: StoredOperation, before: Transaction, { at, source }: RecordedEvent): void {
    const event = toNews(before, stored.progress.transaction)
    if (event !== null) write(stored, { at, source, event })
  }

  function noteUndoEnd(transaction: Transaction, at: number): Reference | null {
    const named = transaction.intent.original?.reference
    const original = named === undefined ? undefined : operations.get(named)
    if (original === undefined) return null
    const event = toUndoEnd(transaction, original.progress.transaction.evidence)
    if (event === null) return null
    const before = original.progress.transaction
    const told: RecordedEvent = { at, source: 'cloudAnswer', event }
    write(original, told)
    noteNews(original, before, told)
    return original.progress.transaction.intent.reference
  }

  return {
    begin(intent) {
      const parsed = begunIntentSchema.safeParse(intent)
      if (!parsed.success) return guard(() => malformed(`not an intent: ${z.prettifyError(parsed.error)}`))
      return guard(() => {
        const refusal = findRefusal(rows, parsed.data)
        return refusal === null ? commit(intent.reference, () => insert(parsed.data)) : err(refusal)
      })
    },
    append(reference, recorded) {
      const parsed = recordedEventsSchema.safeParse(recorded)
      if (!parsed.success) return guard(() => malformed(`not events: ${z.prettifyError(parsed.error)}`))
      return guard((): Result<Appended, JournalFailure> => {
        const stored = operations.get(reference)
        if (stored === undefined) return unavailable(`no operation was begun as ${reference}`)
        const news = findNews(stored, parsed.data)
        if (news.size === 0) {
          return ok({
            transaction: stored.progress.transaction,
            row: toRow(stored),
            effects: [],
            isNew: false,
            changedOriginal: null,
          })
        }
        return commit(reference, () => {
          const before = stored.progress.transaction
          const effects: Effect[] = []
          for (const [key, fact] of news) effects.push(...write(stored, fact, key))
          const last = [...news.values()].at(-1)
          if (last !== undefined) noteNews(stored, before, last)
          const { transaction } = stored.progress
          const changedOriginal = noteUndoEnd(transaction, last?.at ?? 0)
          return { transaction, row: toRow(stored), effects: withoutRepeats(effects), isNew: true, changedOriginal }
        })
      })
    },
    readTransaction: (reference) => guard(() => ok(operations.get(reference)?.progress.transaction ?? null)),
    readRow: (reference) => guard(() => ok(readRow(reference))),
    readByRequestKey: (requestKey) => guard(() => ok(readByRequestKey(requestKey))),
    readTimeline: (reference) => guard(() => ok(readEntries(reference))),
    listOpen: () => guard(() => ok(select(({ progress }) => isOpen(progress.transaction.state)).map(toRow))),
    listUnseen: () =>
      guard(() => {
        const unseen = select(({ progress }) => progress.news !== null).map(toRow)
        const byNews = (one: PaymentRow, other: PaymentRow): number =>
          (other.news?.at ?? 0) - (one.news?.at ?? 0) || other.seq - one.seq
        return ok(unseen.sort(byNews).slice(0, MOST_UNSEEN))
      }),
    listToFollowUp: () => guard(() => ok(select(({ progress }) => needsFollowUp(progress)).map(toRow))),
    listLinked: (reference) => guard(() => ok(listLinked(reference))),
    readStanding: (reference) =>
      guard(() => {
        const row = readRow(reference)
        return ok(row === null ? null : readStanding(rows, row))
      }),
    listWithDocuments: () =>
      guard(() => ok(select(({ progress }) => pendingDocuments(progress.transaction.evidence).length > 0).map(toRow))),
    readCallbackOwner: (pathDigest) => guard(() => ok(readCallbackOwner(pathDigest))),
    recordOrphan: (orphan) =>
      guard(() => {
        if (disk.orphans.some(({ digest }) => digest === orphan.digest) || isEnough(disk, orphan)) return ok(false)
        return commit(null, () => disk.orphans.push(orphanSchema.parse(toKeptOrphan(orphan))) > 0)
      }),
    listOrphans: (limit) => guard(() => ok([...disk.orphans].sort(byReceipt).slice(0, limit))),
    countOrphans: (wanted) => guard(() => ok(disk.orphans.filter(({ reason }) => reason === wanted).length)),
    listAlike: ({ amountMinor, currency, changedFrom, changedUntil }) =>
      guard(() => {
        const isAlike = ({ progress: { transaction, updatedAt } }: StoredOperation): boolean =>
          movesMoney(transaction.intent.operation) &&
          transaction.intent.amountMinor === amountMinor &&
          transaction.intent.currency === currency &&
          updatedAt >= changedFrom &&
          updatedAt <= changedUntil
        return ok(select(isAlike).toReversed().map(toRow))
      }),
    listPage(before, limit) {
      const parsed = pageRequestSchema.safeParse({ before, limit })
      if (!parsed.success) return unavailable(`not a page of the journal: ${z.prettifyError(parsed.error)}`)
      return guard(() => {
        const position = parsed.data.before
        const isOlder = ({ progress: { transaction } }: StoredOperation): boolean => {
          const { createdAt, reference, operation } = transaction.intent
          if (!movesMoney(operation)) return false
          if (position === null) return true
          return createdAt === position.createdAt ? reference < position.reference : createdAt < position.createdAt
        }
        const found = select(isOlder).toReversed()
        const page = found.slice(0, limit).map(toRow)
        const last = page.at(-1)
        const hasMore = found.length > limit && last !== undefined
        return ok({ rows: page, cursor: hasMore ? `${last.intent.createdAt}.${last.intent.reference}` : null })
      })
    },
    close() {
      closedBecause ??= 'the journal is closed'
    },
  }
}

function byCreation(one: StoredOperation, other: StoredOperation): number {
  const [first, second] = [one.progress.transaction.intent, other.progress.transaction.intent]
  if (first.createdAt !== second.createdAt) return first.createdAt - second.createdAt
  return first.reference < second.reference ? -1 : 1
}

function byReceipt(one: Orphan, other: Orphan): number {
  if (one.receivedAt !== other.receivedAt) return other.receivedAt - one.receivedAt
  return one.digest < other.digest ? -1 : 1
}

function isEnough(disk: MemoryDisk, { reason, tokenReference: of }: Orphan): boolean {
  const isAlike = (known: Orphan): boolean => known.reason === 'unreadable' && known.tokenReference === of
  return reason === 'unreadable' && disk.orphans.filter(isAlike).length >= MOST_UNREADABLE
}

function needsFollowUp({ transaction }: Progress): boolean {
  return standingEffects(transaction).some((effect) => effect.type === 'followUp')
}

/** What is not known yet, each by its key. */
function findNews({ keys }: StoredOperation, recorded: readonly RecordedEvent[]): Map<string, RecordedEvent> {
  const news = new Map<string, RecordedEvent>()
  for (const fact of recorded) {
    const key = toKey(fact.event)
    if (!keys.has(key) && !news.has(key)) news.set(key, fact)
  }
  return news
}

/** Tells the same facts apart as `toDedupeKey`: parsing has put the properties in one order already. */
function toKey(event: TransactionEvent): string {
  return event.type === 'terminalReported' ? event.digest : JSON.stringify(event)
}

function withoutRepeats(effects: readonly Effect[]): Effect[] {
  if (effects.length < 2) return [...effects]
  return [...new Map(effects.map((effect) => [canonicalJson(effect), effect])).values()]
}

function unavailable(text: string): { ok: false; error: JournalFailure } {
  return err({ code: 'unavailable', text })
}

function malformed(text: string): { ok: false; error: Malformed } {
  return err({ code: 'malformed', text })
}
