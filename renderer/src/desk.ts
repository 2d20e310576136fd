import { QueryClient } from '@tanstack/react-query'
import type { AppError } from '../../shared/errors.ts'
import type { Reference } from '../../shared/ids.ts'
import type { Command } from '../../shared/ipc/channels.ts'
import type { CommandInput, CommandOutput } from '../../shared/ipc/contract.ts'
import type { AppSnapshot, PaymentSnapshot, TerminalsSnapshot } from '../../shared/ipc/snapshots.ts'
import type { JobsSnapshot } from '../../shared/ipc/printing.ts'
import type { Link, PageBridge } from './bridge.ts'
import type { HistoryList, ReadHistory } from './history-list.ts'
import { createNewer, type Newer, type Versioned } from './newer.ts'

export type UnresolvedSnapshot = CommandOutput<'unresolved:list'>
export type LateSnapshot = CommandOutput<'late:list'>
/** One payment with its evidence and everything that was linked to it. */
export type PaymentRecord = CommandOutput<'payment:read'>
export type HistoryPage = CommandOutput<'history:list'>

export const KEYS = {
  app: ['app'],
  preferences: ['preferences'],
  terminals: ['terminals'],
  unresolved: ['unresolved'],
  late: ['late'],
  jobs: ['jobs'],
  payment: (reference: Reference) => ['payment', reference],
  record: (reference: Reference) => ['record', reference],
} as const

/** A command's failure on its way through TanStack Query, which knows failures only as exceptions. */
export class CommandFailure extends Error {
  readonly failure: AppError
  constructor(failure: AppError) {
    super(failure.message)
    this.failure = failure
  }
}

/** What main knows, as far as this page has heard: the cache, and the one way into it. */
export class Desk {
  readonly bridge: PageBridge
  readonly client: QueryClient
  readonly #newer: Newer = createNewer()
  #history: HistoryList | null = null

  constructor(bridge: PageBridge) {
    this.bridge = bridge
    this.client = new QueryClient({
      defaultOptions: {
        queries: {
          staleTime: Infinity,
          gcTime: Infinity,
          retry: false,
          networkMode: 'always',
          refetchOnWindowFocus: false,
        },
      },
    })
  }

  /** Subscribes to every event; only then may anything be read. The answer undoes it. */
  listen(onLink: (link: Link) => void): () => void {
    const undo = [
      this.bridge.on('app:changed', (app) => this.takeApp(app)),
      this.bridge.on('terminals:changed', (terminals) => this.takeTerminals(terminals)),
      this.bridge.on('unresolved:changed', (unresolved) => this.takeUnresolved(unresolved)),
      this.bridge.on('late:changed', (late) => this.takeLate(late)),
      this.bridge.on('jobs:changed', (jobs) => this.takeJobs(jobs)),
      this.bridge.on('payment:changed', (payment) => this.takePayment(payment)),
      this.bridge.onLink((link) => {
        onLink(link)
        if (link === 'lost') return
        this.#newer.startOver()
        void this.client.invalidateQueries()
        void this.#history?.readAgain()
      }),
    ]
    return () => undo.forEach((stop) => stop())
  }

  /**
   * The list of what this till has taken, as far as it was looked through. Who opens it first brings the way to make it: what
   * sorts and searches it is not loaded with the first screen.
   */
  openHistory(make: (read: ReadHistory) => HistoryList): HistoryList {
    this.#history ??= make(async (input) => {
      const reply = await this.bridge.call('history:list', input)
      return reply.ok ? { ok: true, value: this.takeHistoryPage(reply.value) } : reply
    })
    return this.#history
  }

  /** Runs a reading command; its failure is thrown for TanStack Query to hold. */
  async read<Name extends Command>(name: Name, input: CommandInput<Name>): Promise<CommandOutput<Name>> {
    const reply = await this.bridge.call(name, input)
    if (!reply.ok) throw new CommandFailure(reply.error)
    return reply.value
  }

  takeApp(app: AppSnapshot): AppSnapshot {
    return this.#take(KEYS.app, app)
  }

  takeTerminals(terminals: TerminalsSnapshot): TerminalsSnapshot {
    return this.#take(KEYS.terminals, terminals)
  }

  takeUnresolved(unresolved: UnresolvedSnapshot): UnresolvedSnapshot {
    for (const payment of unresolved.payments) this.#takePayment(payment)
    return this.#take(KEYS.unresolved, unresolved)
  }

  takeLate(late: LateSnapshot): LateSnapshot {
    for (const payment of late.payments) this.#takePayment(payment)
    return this.#take(KEYS.late, late)
  }

  takeJobs(jobs: JobsSnapshot): JobsSnapshot {
    return this.#take(KEYS.jobs, jobs)
  }

  /** Takes a payment wherever it is shown. */
  takePayment(payment: PaymentSnapshot): PaymentSnapshot {
    const kept = this.#takePayment(payment)
    this.#history?.take(kept)
    return kept
  }

  /**
   * Takes a page of the history; each payment in it gives way to a newer one heard meanwhile. What nobody has heard of or
   * opened is kept by the list alone: there are thousands of them.
   */
  takeHistoryPage(page: HistoryPage): HistoryPage {
    const payments = page.payments.map((payment) => {
      const isHeld = this.client.getQueryData(KEYS.payment(payment.reference)) !== undefined
      return isHeld ? this.#takePayment(payment) : payment
    })
    return { ...page, payments }
  }

  /**
   * Its record, where one is open, is read again when there is a new fact: not for every turn of its countdown. So is the
   * record of the payment that it changes.
   */
  #takePayment(payment: PaymentSnapshot): PaymentSnapshot {
    const key = KEYS.payment(payment.reference)
    const held = this.client.getQueryData<PaymentSnapshot>(key)
    const kept = this.#take(key, payment)
    const isSame = held?.updatedAt === kept.updatedAt && held.state === kept.state && held.news === kept.news
    if (!isSame) {
      for (const reference of [payment.reference, payment.original]) {
        if (reference !== null) void this.client.invalidateQueries({ queryKey: KEYS.record(reference) })
      }
    }
    return kept
  }

  #take<Snapshot extends Versioned>(key: readonly string[], arrived: Snapshot): Snapshot {
    const kept = this.#newer.choose(key.join('/'), this.client.getQueryData<Snapshot>(key), arrived)
    // The cache keeps the very parts that did not change, so that `===` tells whether something did.
    return this.client.setQueryData<Snapshot>(key, kept) ?? kept
  }
}
