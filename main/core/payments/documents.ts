import { digestSchema, type Reference } from '../../../shared/ids.ts'
import type { DocumentSnapshot } from '../../../shared/ipc/snapshots.ts'
import { pendingDocuments } from '../../../shared/transaction/evidence.ts'
import type { DocumentKind, EventOf } from '../../../shared/transaction/events.ts'
import { isOpen } from '../../../shared/transaction/state.ts'
import type { Transaction } from '../../../shared/transaction/transition.ts'
import { view } from '../../../shared/transaction/view.ts'
import type { WireDocuments } from '../handpoint/answers.ts'
import type { Journal } from '../journal/journal.ts'
import type { Clock, Log } from '../ports.ts'
import { toReceiptHtml } from '../receipts/built-receipt-html.ts'
import { buildReceipt } from '../receipts/built-receipt.ts'
import { createDocumentKeeper, type PendingDocument } from '../receipts/document-keeper.ts'
import type { DocumentStore } from '../receipts/document-store.ts'
import type { GuardedFetch } from '../receipts/guarded-fetch.ts'
import { firstKeptInstant } from '../receipts/purge-documents.ts'

/** The receipts and signatures of operations: kept beside the journal, noted in it, built where a terminal gave none. */
export interface Documents {
  /** Keeps what a result holds. Returns at once; no payment waits for it. */
  keep(reference: Reference, documents: WireDocuments): void
  /** Takes up what an earlier run did not fetch. */
  resume(): void
  /** Null where there is no such document: no signature, no operation. */
  read(reference: Reference, kind: DocumentKind): Promise<DocumentSnapshot | null>
  close(): void
}

interface DocumentsOptions {
  journal: Journal
  store: DocumentStore
  fetch: GuardedFetch
  clock: Clock
  log: Log
  shop: { name: string; locale: string; timeZone: string }
  /** Writes down what became of a document. False where it could not be written. */
  note: (reference: Reference, event: EventOf<'documentKept' | 'documentRefused'>) => boolean
}

export function createDocuments(options: DocumentsOptions): Documents {
  const { journal, store, clock } = options

  const readTransaction = (reference: Reference): Transaction | null => {
    const read = journal.readTransaction(reference)
    return read.ok ? read.value : null
  }

  function pending(): PendingDocument[] {
    const rows = journal.listWithDocuments()
    if (!rows.ok) return []
    return rows.value.flatMap(({ intent }) => {
      const transaction = readTransaction(intent.reference)
      const left = transaction === null ? [] : pendingDocuments(transaction.evidence)
      return left.map(({ kind, url }) => ({ reference: intent.reference, kind, url, namedAt: intent.createdAt }))
    })
  }

  const keeper = createDocumentKeeper({
    store,
    fetch: options.fetch,
    clock,
    log: options.log,
    journal: {
      pending,
      noteKept: ({ reference, kind, digest, url }) =>
        options.note(reference, { type: 'documentKept', kind, url, digest: digestSchema.parse(digest) }),
      noteRefused: ({ reference, kind, because, url }) =>
        options.note(reference, { type: 'documentRefused', kind, url, because }),
    },
  })

  async function readKept(transaction: Transaction, kind: DocumentKind): Promise<DocumentSnapshot | null> {
    for (const digest of listKept(transaction, kind).toReversed()) {
      const read = await store.read(digest)
      if (read.type !== 'document') continue
      if (kind !== 'signature')
        return { type: 'html', origin: 'terminal', html: read.bytes.toString('utf8'), isExpired: false }
      const mediaType = read.bytes[0] === 0x89 ? 'image/png' : 'image/jpeg'
      return { type: 'image', mediaType, base64: read.bytes.toString('base64') }
    }
    return null
  }

  /** Whether what the terminal gave was kept, and its time is over. */
  function isExpired(transaction: Transaction, kind: DocumentKind): boolean {
    return listKept(transaction, kind).length > 0 && transaction.intent.createdAt < firstKeptInstant(clock.now())
  }

  function build({ intent, state }: Transaction, copy: 'customer' | 'merchant'): string {
    const outcome = 'outcome' in state ? state.outcome : null
    const { name: shopName, locale, timeZone } = options.shop
    const known = outcome === null ? null : { ...outcome, ...outcome.emv, ...toMerchantFields(outcome.merchant) }
    const shown = view({ intent, state, elapsedMs: 0 })
    const lines = buildReceipt({ intent, shown, outcome: known, shopName, locale, timeZone, copy })
    return toReceiptHtml(lines)
  }

  return {
    keep: (reference, { customerReceipt, merchantReceipt, signature }) =>
      keeper.keep(reference, { customerReceipt, merchantReceipt, signature }),
    resume: () => keeper.resume(),
    async read(reference, kind) {
      const before = readTransaction(reference)
      if (before === null) return null
      const kept = countsPaper(before, kind) ? await readKept(before, kind) : null
      // Other evidence may have come while the file was read.
      const transaction = readTransaction(reference)
      if (transaction === null) return null
      const isPaper = countsPaper(transaction, kind)
      if (kept !== null && isPaper) return kept
      // What is not over has no receipt: paper would outlive the doubt.
      if (isOpen(transaction.state) && kind !== 'signature') return null
      const isPending = pendingDocuments(transaction.evidence).some((document) => document.kind === kind)
      if (isPending && isPaper) return { type: 'pending' }
      if (isOpen(transaction.state)) return null
      const isOver = isExpired(transaction, kind)
      if (kind === 'signature') return isOver ? { type: 'expired' } : null
      const html = build(transaction, kind === 'customerReceipt' ? 'customer' : 'merchant')
      return { type: 'html', origin: 'built', html, isExpired: isOver }
    },
    close: () => keeper.close(),
  }
}

/**
 * A receipt from the result says what that result said, so it counts only where the results decided and all say the same. A
 * signature is one whatever became of the payment.
 */
function countsPaper({ intent, state, evidence }: Transaction, kind: DocumentKind): boolean {
  if (kind === 'signature') return true
  const words = new Set(evidence.results.map(({ outcome }) => outcome.finStatus))
  return 'basis' in state && state.basis === intent.channel && words.size <= 1
}

function listKept({ evidence }: Transaction, kind: DocumentKind): string[] {
  return evidence.documentsDone.flatMap((done) =>
    done.type === 'documentKept' && done.kind === kind ? [done.digest] : [],
  )
}

function toMerchantFields({
  name,
  address,
  mid,
  tid,
}: {
  name: string | null
  address: string | null
  mid: string | null
  tid: string | null
}) {
  return { merchantName: name, merchantAddress: address, mid, tid }
}
