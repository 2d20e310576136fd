import type { AppError } from '../../shared/errors.ts'
import { passesFilter } from '../../shared/history-filter.ts'
import { matchesHistory } from '../../shared/history-matches.ts'
import { readMeanings, type HistoryMeaning } from '../../shared/history-meanings.ts'
import type { CommandInput, CommandOutput } from '../../shared/ipc/contract.ts'
import { EVERYTHING, type HistoryFilter, type HistorySearch } from '../../shared/ipc/history.ts'
import type { PaymentSnapshot } from '../../shared/ipc/snapshots.ts'
import { addPage, placePayment, type Belonging, type HistoryRows } from './history-pages.ts'

type Page = CommandOutput<'history:list'>

export interface HistoryState {
  filter: HistoryFilter
  /** Undefined until the first page is there; those of the filter before are kept until then. */
  rows: HistoryRows | undefined
  search: HistorySearch
  failure: AppError | null
  isReading: boolean
  isReadingOlder: boolean
}

type Answer = { ok: true; value: Page } | { ok: false; error: AppError }
export type ReadHistory = (input: CommandInput<'history:list'>) => Promise<Answer>

/** What a window shows and a little more: an answer is read as it is typed. */
const FIRST_PAGE = 40
const LATER_PAGE = 200
/** As much as is read again at once after the connection was lost. */
const MOST_AGAIN = 1000

/** Two filters that ask for the same. */
export function isSameFilter(one: HistoryFilter, other: HistoryFilter): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/**
 * The history as far as it was asked for. Not an infinite query: that joins a page to what was shown when it was asked for,
 * and what is heard meanwhile would be lost.
 */
export class HistoryList {
  readonly #read: ReadHistory
  readonly #listeners = new Set<() => void>()
  #state: HistoryState = {
    filter: EVERYTHING,
    rows: undefined,
    search: { status: 'ready' },
    failure: null,
    isReading: false,
    isReadingOlder: false,
  }
  #meanings: readonly HistoryMeaning[] = []
  /** Counts what was asked from the top: an answer to an earlier question is thrown away. */
  #question = 0
  /** The rows are those of the filter before. */
  #areRowsOfBefore = false
  /** What was heard while the list was read from the top, and the answer may not know yet. */
  #heard: PaymentSnapshot[] = []

  constructor(read: ReadHistory) {
    this.#read = read
  }

  readonly getState = (): HistoryState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Asks for what a filter lets through. Asked for again, the same is simply there, kept up to date by the news. */
  readonly open = async (filter: HistoryFilter, habits: { currency: string; locale: string }): Promise<void> => {
    const { filter: asked, rows, failure, isReading } = this.#state
    if (isSameFilter(filter, asked) && (isReading || (rows !== undefined && failure === null))) return
    this.#meanings = readMeanings(filter.text, habits)
    this.#areRowsOfBefore = true
    this.#set({ filter })
    await this.#readTop(FIRST_PAGE)
  }

  /** Reads what is shown once more, from the top. */
  readonly readAgain = async (): Promise<void> => {
    if (this.#state.rows === undefined && this.#state.failure === null) return
    await this.#readTop(Math.min(MOST_AGAIN, Math.max(FIRST_PAGE, this.#state.rows?.payments.length ?? 0)))
  }

  readonly showOlder = async (): Promise<void> => {
    const { rows, filter, isReading, isReadingOlder } = this.#state
    if (rows === undefined || rows.cursor === null || isReading || isReadingOlder) return
    const question = this.#question
    this.#set({ isReadingOlder: true })
    const answer = await this.#read({ before: rows.cursor, limit: LATER_PAGE, filter })
    if (question !== this.#question) return
    const shown = this.#state.rows
    if (!answer.ok || shown === undefined) {
      return this.#set({ isReadingOlder: false, failure: answer.ok ? null : answer.error })
    }
    const { cursor, search } = answer.value
    const payments = this.#stillPassing(answer.value.payments)
    this.#set({ rows: addPage(shown, { payments, cursor }), search, failure: null, isReadingOlder: false })
  }

  /** Takes news of a payment. */
  readonly take = (payment: PaymentSnapshot): void => {
    const { rows, isReading } = this.#state
    if (isReading) this.#heard.push(payment)
    if (rows === undefined) return
    const placed = placePayment(rows, payment, this.#belongs(payment))
    if (placed !== rows) this.#set({ rows: placed })
  }

  async #readTop(count: number): Promise<void> {
    const question = ++this.#question
    const { filter } = this.#state
    this.#heard = []
    this.#set({ isReading: true, isReadingOlder: false })
    let read: HistoryRows | undefined
    do {
      const left = count - (read?.payments.length ?? 0)
      const answer = await this.#read({ before: read?.cursor ?? null, limit: Math.min(LATER_PAGE, left), filter })
      if (question !== this.#question) return
      if (!answer.ok) {
        // What another filter let through must not stand under this one.
        const kept = this.#areRowsOfBefore ? undefined : this.#state.rows
        return this.#set({ isReading: false, failure: answer.error, rows: kept })
      }
      const { payments, cursor, total, search } = answer.value
      read = read === undefined ? { payments, cursor, total } : addPage(read, { payments, cursor })
      this.#set({ search })
    } while (read.cursor !== null && read.payments.length < count)
    this.#areRowsOfBefore = false
    this.#set({ rows: this.#withHeard(read), failure: null, isReading: false })
  }

  /** Of a payment in the answer that is the newest snapshot already; one that is not in it has to be placed. */
  #withHeard(read: HistoryRows): HistoryRows {
    const known = new Set(read.payments.map(({ reference }) => reference))
    const missing = new Map(this.#heard.map((payment) => [payment.reference, payment]))
    let rows: HistoryRows = { ...read, payments: this.#stillPassing(read.payments) }
    for (const [reference, payment] of missing) {
      if (!known.has(reference)) rows = placePayment(rows, payment, this.#belongs(payment))
    }
    return rows
  }

  #stillPassing(payments: readonly PaymentSnapshot[]): PaymentSnapshot[] {
    return payments.filter((payment) => passesFilter(payment, this.#state.filter))
  }

  #belongs(payment: PaymentSnapshot): Belonging {
    const { filter } = this.#state
    return { shown: passesFilter(payment, filter), found: matchesHistory(payment, filter, this.#meanings) }
  }

  #set(changes: Partial<HistoryState>): void {
    this.#state = { ...this.#state, ...changes }
    for (const listener of this.#listeners) listener()
  }
}
