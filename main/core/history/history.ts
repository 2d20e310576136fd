import { join } from 'node:path'
import type { z } from 'zod'
import { passesFilter } from '../../../shared/history-filter.ts'
import { readMeanings } from '../../../shared/history-meanings.ts'
import { referenceSchema } from '../../../shared/ids.ts'
import type { HistoryFilter, historyListContract, HistorySearch, HistoryTotal } from '../../../shared/ipc/history.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { Journal, JournalFailure, PaymentRow } from '../journal/journal.ts'
import type { Clock, Log } from '../ports.ts'
import { createIndexKeeper } from './index-keeper.ts'
import { toExpression } from './search-terms.ts'

type HistoryRequest = z.output<(typeof historyListContract)['input']>

export interface HistoryPage {
  rows: PaymentRow[]
  /** Where the next, older page begins; null at the end. */
  cursor: string | null
  /** How many there are in all, with a first page; null where it is not known. */
  total: HistoryTotal | null
  search: HistorySearch
}

/** What this till has taken, to be looked through. */
export interface History {
  list(request: HistoryRequest): Result<HistoryPage, JournalFailure>
  /** Something was committed. */
  noteCommit(): void
  /** To be called before the journal is closed. */
  close(): void
}

interface HistoryOptions {
  folder: string
  /** Of the journal; the index lies beside it. */
  fileName: string
  journal: Journal
  clock: Clock
  log: Log
  shop: { currency: string; locale: string }
}

const FAR_FUTURE = 8_640_000_000_000_000
const NONE: HistoryTotal = { count: 0, isMore: false }

/**
 * The list of everything comes from the journal alone. A filter or a text asks the index for references, and what is shown
 * under them is read from the journal and looked at again: the index can leave something out, never add or change anything.
 */
export function createHistory({ folder, fileName, journal, clock, log, shop }: HistoryOptions): History {
  const indexFile = join(folder, toIndexName(fileName))
  const keeper = createIndexKeeper({ journalFile: join(folder, fileName), indexFile, clock, log })

  function listAll({ before, limit, isCounted }: HistoryRequest): Result<HistoryPage, JournalFailure> {
    const page = journal.listPage(before, limit)
    if (!page.ok) return page
    const search = keeper.standing()
    const isKnown = isCounted && before === null && search.status === 'ready'
    const count = isKnown ? keeper.ask((index) => index.countAll()) : null
    return ok({ ...page.value, total: count === null ? null : { count, isMore: false }, search })
  }

  function listFound({ before, limit, filter, isCounted }: HistoryRequest): Result<HistoryPage, JournalFailure> {
    const meanings = filter.text === '' ? [] : readMeanings(filter.text, shop)
    if (filter.text !== '' && meanings.length === 0)
      return ok({ rows: [], cursor: null, total: NONE, search: keeper.standing() })
    const expression = toExpression(filter, meanings)
    const { from, until } = filter.day ?? { from: 0, until: FAR_FUTURE }
    const days = { expression, from, until }
    const found = keeper.ask((index) => ({
      references: index.find({ ...days, before: toPosition(before), limit: limit + 1 }),
      total: isCounted && before === null ? index.count(days) : null,
    }))
    const search = keeper.standing()
    if (found === null) return ok({ rows: [], cursor: null, total: null, search })
    const rows: PaymentRow[] = []
    for (const reference of found.references.slice(0, limit)) {
      const row = journal.readRow(reference)
      if (!row.ok) return row
      if (row.value !== null) rows.push(row.value)
    }
    const last = rows.at(-1)
    const hasMore = found.references.length > limit && last !== undefined
    return ok({
      rows: rows.filter((row) => passes(row, filter)),
      cursor: hasMore ? `${last.intent.createdAt}.${last.intent.reference}` : null,
      total: search.status === 'ready' ? found.total : null,
      search,
    })
  }

  return {
    list: (request) => (isEverything(request.filter) ? listAll(request) : listFound(request)),
    noteCommit: keeper.noteCommit,
    close: keeper.close,
  }
}

function isEverything({ day, serialNumber, group, kind, text }: HistoryFilter): boolean {
  return day === null && serialNumber === null && group === null && kind === null && text === ''
}

function passes({ intent, state }: PaymentRow, filter: HistoryFilter): boolean {
  const { createdAt, operation, terminal } = intent
  return passesFilter({ createdAt, operation, terminal, state }, filter)
}

function toPosition(cursor: string | null): { createdAt: number; reference: string } | null {
  const [createdAt, reference] = cursor?.split('.') ?? []
  const parsed = referenceSchema.safeParse(reference)
  return parsed.success && Number.isSafeInteger(Number(createdAt))
    ? { createdAt: Number(createdAt), reference: parsed.data }
    : null
}

/** `journal.sqlite` has `journal.search.sqlite` beside it. */
function toIndexName(fileName: string): string {
  return fileName.replace(/(\.[^.]+)?$/, '.search$1')
}
