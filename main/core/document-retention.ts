import { ok, type Result } from '../../shared/result.ts'
import type { DocumentUses } from './journal/document-uses.ts'
import type { Journal, JournalFailure } from './journal/journal.ts'
import type { Clock, Log } from './ports.ts'
import type { DocumentStore } from './receipts/document-store.ts'

/** Sees to it that no receipt and no signature is kept longer than it has to be (safety P5). */
export interface DocumentRetention {
  start(): void
  stop(): void
}

interface DocumentRetentionOptions {
  journal: Pick<Journal, 'listOpen' | 'readTransaction'>
  readUses: (after: number) => Result<DocumentUses, JournalFailure>
  store: Pick<DocumentStore, 'purge'>
  clock: Clock
  log: Log
}

/** A till that has just started has payments to ask about. */
const FIRST_AFTER_MS = 5 * 60_000
const EVERY_MS = 24 * 60 * 60_000
/** Between two reads of the journal, so that payments come first. */
const PAUSE_MS = 20

/** Deletes documents whose time is over: soon after the start, then every day. What fails is logged and tried the next day. */
export function createDocumentRetention(options: DocumentRetentionOptions): DocumentRetention {
  const { journal, readUses, store, clock, log } = options
  let cancel: (() => void) | null = null
  let isStopped = false

  async function readAllUses(): Promise<Result<Omit<DocumentUses, 'next'>, JournalFailure>> {
    const uses: DocumentUses['uses'] = []
    let after = 0
    for (;;) {
      const read = readUses(after)
      if (!read.ok) return read
      for (const use of read.value.uses) uses.push(use)
      if (read.value.next === null || isStopped) return ok({ uses, lastBegunAt: read.value.lastBegunAt })
      after = read.value.next
      await new Promise<void>((resolve) => clock.setTimer(PAUSE_MS, resolve))
    }
  }

  /** What may still be asked for: the documents of an operation that is not over, and of the one that it changes. */
  function readWanted(): Result<Set<string>, JournalFailure> {
    const open = journal.listOpen()
    if (!open.ok) return open
    const wanted = new Set<string>()
    for (const { intent } of open.value) {
      for (const reference of [intent.reference, intent.original?.reference ?? intent.reference]) {
        const read = journal.readTransaction(reference)
        if (!read.ok) return read
        for (const done of read.value?.evidence.documentsDone ?? [])
          if (done.type === 'documentKept') wanted.add(done.digest)
      }
    }
    return ok(wanted)
  }

  async function purge(): Promise<void> {
    const read = await readAllUses()
    if (isStopped) return
    const keep = readWanted()
    if (!read.ok) return log.warn('documents.purgeFailed', { text: read.error.text })
    if (!keep.ok) return log.warn('documents.purgeFailed', { text: keep.error.text })
    const { deleted, failed, isClockDoubted } = await store.purge({ ...read.value, keep: keep.value, now: clock.now() })
    const report = { deleted: deleted.length, failed, isClockDoubted }
    if (failed > 0 || isClockDoubted) log.warn('documents.purged', report)
    else log.info('documents.purged', report)
  }

  async function takeTurn(): Promise<void> {
    await purge()
    if (!isStopped) wait(EVERY_MS)
  }

  function wait(afterMs: number): void {
    cancel = clock.setTimer(afterMs, () => void takeTurn())
  }

  return {
    start: () => wait(FIRST_AFTER_MS),
    stop() {
      isStopped = true
      cancel?.()
    },
  }
}
