import type { Reference } from '../../../shared/ids.ts'
import type { Result } from '../../../shared/result.ts'
import { documentKindSchema, type DocumentKind } from '../../../shared/transaction/events.ts'
import type { Clock, Log } from '../ports.ts'
import { createDocumentQueue } from './document-queue.ts'
import { readDocumentBytes, readDocumentValue, type DocumentContent, type DocumentFlaw } from './document-source.ts'
import type { DocumentStore, StoreFlaw } from './document-store.ts'
import type { FetchFlaw, GuardedFetch } from './guarded-fetch.ts'
import { nextRetryMs } from './retry-schedule.ts'

export type DocumentRefusal = DocumentFlaw | FetchFlaw | StoreFlaw

export interface KeptDocument {
  reference: Reference
  kind: DocumentKind
  digest: string
  origin: 'inline' | 'url'
  /** Where it was fetched; null where the result itself held it. */
  url: string | null
}

export interface RefusedDocument {
  reference: Reference
  kind: DocumentKind
  because: DocumentRefusal
  url: string | null
}

export interface PendingDocument {
  reference: Reference
  kind: DocumentKind
  url: string
  /** When the result named it, in milliseconds since 1970. */
  namedAt: number
}

/** The journal, as far as documents need it. */
export interface DocumentJournal {
  /** Every address that a result named and that was neither kept nor refused. */
  pending(): readonly PendingDocument[]
  /** False: it could not be written down, and is tried again later. */
  noteKept(document: KeptDocument): boolean
  noteRefused(document: RefusedDocument): boolean
}

/** What a result holds of documents, as it came. */
export type NamedValues = Readonly<Partial<Record<DocumentKind, unknown>>>

export interface DocumentKeeper {
  /** Keeps what a result names. To be called once the result is in the journal; returns at once. */
  keep(reference: Reference, values: NamedValues): void
  /** Takes up again what the journal says is pending: at start. */
  resume(): void
  /** Nothing is begun or noted any more. */
  close(): void
}

export interface DocumentKeeperParts {
  journal: DocumentJournal
  store: Pick<DocumentStore, 'put'>
  fetch: GuardedFetch
  clock: Clock
  log: Log
  onKept?: (document: KeptDocument) => void
  onRefused?: (document: RefusedDocument) => void
}

interface Task {
  reference: Reference
  kind: DocumentKind
  url: string | null
  /** The document, or its answer for this attempt: why there is none, and whether to ask again. */
  obtain(): Promise<Result<DocumentContent, { because: DocumentRefusal; mayRetry: boolean }>>
  startedAtMs: number
  attempts: number
}

/**
 * Sees to it that each document that a result names is kept once: what came with the result at once, what lies behind an
 * address as soon as it can be fetched. It runs beside the payments, two documents at a time, and has no way to touch one.
 */
export function createDocumentKeeper(parts: DocumentKeeperParts): DocumentKeeper {
  const { journal, store, clock, log } = parts
  const queue = createDocumentQueue(clock)

  function begin(task: Pick<Task, 'reference' | 'kind' | 'url' | 'obtain'>, ageMs: number): void {
    const key = `${task.reference} ${task.kind} ${task.url ?? ''}`
    const started: Task = { ...task, startedAtMs: clock.monotonicMs() - ageMs, attempts: 0 }
    queue.add(key, () => attempt(started))
  }

  /** When to try again, in milliseconds from now; null when this document is done with. */
  async function attempt(task: Task): Promise<number | null> {
    task.attempts += 1
    const content = await task.obtain()
    if (!content.ok)
      return content.error.mayRetry ? later(task, content.error.because) : refuse(task, content.error.because)
    const stored = await store.put(content.value)
    if (!stored.ok) return stored.error === 'tooManyDigits' ? refuse(task, stored.error) : later(task, stored.error)
    const { reference, kind, url } = task
    const origin = url === null ? 'inline' : 'url'
    if (stored.value.isMasked) log.error('document.cardNumberMasked', { reference, kind })
    const kept: KeptDocument = { reference, kind, digest: stored.value.digest, origin, url }
    if (queue.isClosed()) return null
    if (!journal.noteKept(kept)) return later(task, 'unwritable')
    log.info('document.kept', { reference, kind, origin, attempts: task.attempts })
    parts.onKept?.(kept)
    return null
  }

  function later(task: Task, because: DocumentRefusal): number | null {
    const retryMs = nextRetryMs(task.attempts, clock.monotonicMs() - task.startedAtMs)
    if (retryMs === null) return refuse(task, because)
    const { reference, kind, attempts } = task
    log.info('document.later', { reference, kind, because, attempts, retryMs })
    return retryMs
  }

  function refuse({ reference, kind, url, attempts }: Task, because: DocumentRefusal): number | null {
    const refused: RefusedDocument = { reference, kind, because, url }
    if (queue.isClosed()) return null
    log.warn('document.refused', { reference, kind, because, attempts })
    // Not written down, it is pending again at the next start.
    if (journal.noteRefused(refused)) parts.onRefused?.(refused)
    return null
  }

  function beginUrl({ reference, kind, url }: PendingDocument, ageMs: number): void {
    const obtain: Task['obtain'] = async () => {
      const fetched = await parts.fetch({ url, kind })
      if (!fetched.ok) return fetched
      return toContent(readDocumentBytes(kind, fetched.value.bytes, fetched.value.charset))
    }
    begin({ reference, kind, url, obtain }, ageMs)
  }

  function keepOne(reference: Reference, kind: DocumentKind, value: unknown): void {
    const source = readDocumentValue(kind, value)
    if (source.type === 'none') return
    if (source.type === 'url') return beginUrl({ reference, kind, url: source.url, namedAt: clock.now() }, 0)
    begin({ reference, kind, url: null, obtain: () => Promise.resolve(toContent(source)) }, 0)
  }

  return {
    keep(reference, values) {
      for (const kind of documentKindSchema.options) keepOne(reference, kind, values[kind])
    },
    resume() {
      for (const pending of journal.pending()) beginUrl(pending, Math.max(0, clock.now() - pending.namedAt))
    },
    close: () => queue.close(),
  }
}

type Inline = { type: 'inline'; content: DocumentContent } | { type: 'unusable'; because: DocumentFlaw }

function toContent(source: Inline): Awaited<ReturnType<Task['obtain']>> {
  return source.type === 'inline'
    ? { ok: true, value: source.content }
    : { ok: false, error: { because: source.because, mayRetry: false } }
}
