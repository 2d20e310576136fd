import type { Operation } from '../../../../shared/transaction/operations.ts'
import type { Fate } from './fate.ts'
import type { Entry } from './wire.ts'

/** One operation as it really was: what the till is measured by. */
export interface ModelOperation {
  /** The till's own, whether it was sent or not: only the checker knows it by this. */
  reference: string
  operation: Operation
  amountMinor: number
  currency: string
  serial: string
  resultId: string
  /** What results and files show as its reference; empty for what is linked (handpoint-api.md §4.4). */
  wireReference: string
  /** The operation that it changes. */
  original: ModelOperation | null
  callback: { url: string; token: string } | null
  fate: Fate
  acceptedAt: number
  /** When the terminal was done with it. */
  endedAt: number | null
  /** The gateway's id of it, once it is filed. */
  entryId: string | null
  /** Every state of the gateway's file, which holds what is linked as well; empty for what is filed under its original. */
  versions: Version[]
  results: { body: string; finStatus: string; visibleAt: number }[]
  /** What its callbacks have brought to the till and had acknowledged. */
  delivered: string[]
  /** Money that has moved as this operation moves it, and stays moved. */
  netMinor: number
  movedAt: number | null
  undoneAt: number | null
  /** Promises of the documents that this cloud broke: they excuse a till that believed them. */
  broken: Set<BrokenPromise>
}

export interface Version {
  at: number
  /** What the status service says of it, made when it is first asked. */
  said?: { first: string; all: string }
  entries: readonly Entry[]
}

export type BrokenPromise =
  /** Called refused, and carried out. */
  | 'refusedYetDone'
  /** The request reached the terminal long after its sender had given it up. */
  | 'lateArrival'
  /** The status service did not know for minutes what the gateway knew. */
  | 'statusLag'

/** The operation in whose file this one is kept. */
export function rootOf(work: ModelOperation): ModelOperation {
  return work.original === null ? work : rootOf(work.original)
}

/** What is filed in all, newest state. */
export function fileOf(work: ModelOperation): readonly Entry[] {
  return rootOf(work).versions.at(-1)?.entries ?? []
}

/** What was filed at a time, as a service knows it that lags behind. */
export function fileBefore(work: ModelOperation, at: number): readonly Entry[] {
  return versionBefore(work, at)?.entries ?? []
}

export function versionBefore(work: ModelOperation, at: number): Version | null {
  const { versions } = rootOf(work)
  for (let index = versions.length - 1; index >= 0; index -= 1) {
    const version = versions[index]
    if (version !== undefined && version.at <= at) return version
  }
  return null
}

/** This operation's own entry among what is filed. */
export function entryIn(work: ModelOperation, entries: readonly Entry[]): Entry | null {
  return entries.find(({ id }) => id === work.entryId) ?? null
}

/** What the cloud shows now under its result id. */
export function visibleResult({ results }: ModelOperation, now: number): ModelOperation['results'][number] | null {
  for (let index = results.length - 1; index >= 0; index -= 1) {
    const one = results[index]
    if (one !== undefined && one.visibleAt <= now) return one
  }
  return null
}
