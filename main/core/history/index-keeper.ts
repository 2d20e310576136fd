import { existsSync } from 'node:fs'
import type { HistorySearch } from '../../../shared/ipc/history.ts'
import { isDamage, toText } from '../journal/connection.ts'
import type { Clock, Log } from '../ports.ts'
import { openJournalReader, type JournalReader, type Position } from './journal-reader.ts'
import { INDEX_VERSION, openSearchIndex, removeIndex, type Progress, type SearchIndex } from './search-index.ts'

/** Keeps the index behind its journal by a moment, and never in its way. */
export interface IndexKeeper {
  standing(): HistorySearch
  /** Asks the index, after what was committed by now was taken up; null where it cannot be asked. Never throws. */
  ask<Value>(read: (index: SearchIndex) => Value): Value | null
  /** Something was committed: it is taken up when the till has a moment. */
  noteCommit(): void
  close(): void
}

interface KeeperOptions {
  journalFile: string
  indexFile: string
  clock: Clock
  log: Log
}

interface Parts {
  reader: JournalReader
  index: SearchIndex
}

/** Payments and events in one go: a few milliseconds, in which nothing else of the till can run. */
const ROWS_AT_A_TIME = 100
const EVENTS_AT_A_TIME = 400
/** Between two goes the till has the processor to itself. */
const BREATH_MS = 4
/** A commit is followed by others: accepted, reported, documents. */
const IDLE_MS = 400
const RETRY_MS = 60_000

/**
 * Builds the index and follows the journal with it, a few rows at a time, newest payments first. It trusts neither itself nor
 * the file: one that is missing, older, damaged, or of another journal is made anew, and no failure of it reaches a payment.
 */
export function createIndexKeeper({ journalFile, indexFile, clock, log }: KeeperOptions): IndexKeeper {
  let parts: Parts | null = null
  let stopTimer: (() => void) | null = null
  let isClosed = false
  let allCount = 0

  function schedule(afterMs: number): void {
    if (isClosed || stopTimer !== null) return
    stopTimer = clock.setTimer(afterMs, () => {
      stopTimer = null
      const hasMore = attempt(step)
      if (hasMore === true) schedule(BREATH_MS)
    })
  }

  /** Null after a failure. A damaged file is gone then and is built anew; everything else is tried again in a minute. */
  function attempt<Value>(act: (opened: Parts) => Value): Value | null {
    if (isClosed) return null
    try {
      parts ??= openParts()
      return act(parts)
    } catch (error) {
      const isRuined = isDamage(error)
      log.warn('history.indexFailed', { problem: toText(error), isRuined })
      shut()
      if (isRuined) discard()
      schedule(isRuined ? IDLE_MS : RETRY_MS)
      return null
    }
  }

  function openParts(): Parts {
    if (!existsSync(journalFile)) throw new Error('there is no journal to follow')
    const reader = openJournalReader(journalFile)
    try {
      const index = openFitting(reader)
      allCount = reader.countPayments()
      return { reader, index }
    } catch (error) {
      reader.close()
      throw error
    }
  }

  /** The index of the file where it fits, else an empty one. */
  function openFitting(reader: JournalReader): SearchIndex {
    const found = openOrNull()
    if (found !== null) {
      const progress = readOrNull(found)
      if (progress !== null && fits(progress, reader)) return found
      found.close()
      if (progress !== null) log.info('history.indexRebuilt')
    }
    removeIndex(indexFile)
    const index = openSearchIndex(indexFile)
    const { seq, hash } = reader.head()
    index.put([], { version: INDEX_VERSION, timeZone: zone(), seq, hash, olderThan: null, isComplete: false })
    return index
  }

  function openOrNull(): SearchIndex | null {
    try {
      return openSearchIndex(indexFile)
    } catch (error) {
      if (!isReplaceable(error)) throw error
      log.warn('history.indexFailed', { problem: toText(error), isRuined: true })
      return null
    }
  }

  /** Null as well where what is written there makes no sense. */
  function readOrNull(index: SearchIndex): Progress | null {
    try {
      return index.readProgress()
    } catch (error) {
      log.warn('history.indexFailed', { problem: toText(error), isRuined: true })
      return null
    }
  }

  function discard(): void {
    try {
      removeIndex(indexFile)
    } catch (error) {
      log.warn('history.indexFailed', { problem: toText(error), isRuined: true })
    }
  }

  function shut(): void {
    const opened = parts
    parts = null
    for (const part of [opened?.index, opened?.reader]) {
      try {
        part?.close()
      } catch (error) {
        log.warn('history.indexFailed', { problem: toText(error), isRuined: false })
      }
    }
  }

  schedule(0)
  return {
    standing() {
      const progress = attempt(({ index }) => index.readProgress())
      if (progress === null) return { status: 'failed' }
      if (progress.isComplete) return { status: 'ready' }
      const doneCount = attempt(({ index }) => index.countAll()) ?? 0
      return { status: 'building', doneCount, allCount: Math.max(allCount, doneCount) }
    },
    ask: (read) =>
      attempt((opened) => {
        step(opened)
        return read(opened.index)
      }),
    noteCommit: () => schedule(IDLE_MS),
    close() {
      stopTimer?.()
      stopTimer = null
      shut()
      isClosed = true
    },
  }
}

/** One go: what is new first, then a few older payments. True when there is more to do. */
function step(parts: Parts): boolean {
  if (catchUp(parts)) return true
  const { reader, index } = parts
  const progress = readProgress(index)
  if (progress.isComplete) return false
  const rows = reader.readOlder(progress.olderThan, ROWS_AT_A_TIME)
  const last = rows.at(-1)
  const isComplete = rows.length < ROWS_AT_A_TIME
  const olderThan: Position | null = isComplete || last === undefined ? null : last
  index.put(rows, {
    ...progress,
    isComplete,
    olderThan: olderThan && { createdAt: olderThan.createdAt, reference: olderThan.reference },
  })
  return !isComplete
}

/** Takes up what was written since, as much as fits one go. True when there is more. */
function catchUp({ reader, index }: Parts): boolean {
  const progress = readProgress(index)
  const head = reader.head()
  if (head.seq <= progress.seq) return false
  const seq = Math.min(head.seq, progress.seq + EVENTS_AT_A_TIME)
  const hash = seq === head.seq ? head.hash : (reader.hashOf(seq) ?? '')
  index.put(reader.readChanged(progress.seq, seq), { ...progress, seq, hash })
  return seq < head.seq
}

function readProgress(index: SearchIndex): Progress {
  const progress = index.readProgress()
  if (progress === null) throw new Error('the index has no progress')
  return progress
}

/** Whether an index was made from this journal, for this layout and this clock on the wall. */
function fits({ version, timeZone, seq, hash }: Progress, reader: JournalReader): boolean {
  if (version !== INDEX_VERSION || timeZone !== zone()) return false
  return seq === 0 || reader.hashOf(seq) === hash
}

function zone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** Damage, and a layout that a later Paydesk made: both are overcome by making the file anew. */
function isReplaceable(error: unknown): boolean {
  return isDamage(error) || /SQLITE_ERROR/.test(toText(error))
}
