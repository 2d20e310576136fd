import { useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { AppError } from '../../shared/errors.ts'
import type { Reference } from '../../shared/ids.ts'
import type { PreferencesSnapshot } from '../../shared/ipc/preferences.ts'
import type { AppSnapshot, PaymentSnapshot, TerminalsSnapshot } from '../../shared/ipc/snapshots.ts'
import {
  CommandFailure,
  KEYS,
  type Desk,
  type LateSnapshot,
  type PaymentRecord,
  type UnresolvedSnapshot,
} from './desk.ts'

export const DeskContext = createContext<Desk | null>(null)

/** The desk of this page. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('no desk above this component')
  return desk
}

/** Something that main knows, or why it could not be read. */
export interface Reading<Value> {
  value: Value | undefined
  failure: AppError | null
  isReading: boolean
  readAgain: () => void
}

const readApp = (desk: Desk) => ({
  queryKey: KEYS.app,
  queryFn: async () => desk.takeApp(await desk.read('app:read', {})),
})
const readTerminals = (desk: Desk) => ({
  queryKey: KEYS.terminals,
  queryFn: async () => desk.takeTerminals(await desk.read('terminal:list', {})),
})

/** Asks for what Sell cannot be shown without, before anything is drawn that would ask for one after the other. */
export function readAhead(desk: Desk): void {
  void desk.client.prefetchQuery(readApp(desk))
  void desk.client.prefetchQuery(readTerminals(desk))
}

export function useApp(): Reading<AppSnapshot> {
  return toReading(useQuery(readApp(useDesk())))
}

/** What the people at this till chose. */
export function usePreferences(): Reading<PreferencesSnapshot> {
  const desk = useDesk()
  return toReading(useQuery({ queryKey: KEYS.preferences, queryFn: () => desk.read('preferences:read', {}) }))
}

export function useTerminals(): Reading<TerminalsSnapshot> {
  return toReading(useQuery(readTerminals(useDesk())))
}

export function useUnresolved(): Reading<UnresolvedSnapshot> {
  const desk = useDesk()
  return toReading(
    useQuery({
      queryKey: KEYS.unresolved,
      queryFn: async () => desk.takeUnresolved(await desk.read('unresolved:list', {})),
    }),
  )
}

/** Outcomes that came while the till's screen showed something else, until a person has seen them; newest first. */
export function useLate(): Reading<LateSnapshot> {
  const desk = useDesk()
  return toReading(
    useQuery({ queryKey: KEYS.late, queryFn: async () => desk.takeLate(await desk.read('late:list', {})) }),
  )
}

/** One payment as it stands, by events where they were heard. */
export function usePayment(reference: Reference): Reading<PaymentSnapshot> {
  const desk = useDesk()
  return toReading(
    useQuery({
      queryKey: KEYS.payment(reference),
      queryFn: async () => desk.takePayment((await desk.read('payment:read', { reference })).payment),
    }),
  )
}

/** A record is long and read anew when it is opened: it is not kept for the whole day. */
const RECORD_KEPT_MS = 60_000

/** The evidence of one payment and what was linked to it, read again whenever one of them changes. */
export function useRecord(reference: Reference): Reading<PaymentRecord> {
  const desk = useDesk()
  return toReading(
    useQuery({
      queryKey: KEYS.record(reference),
      queryFn: () => desk.read('payment:read', { reference }),
      gcTime: RECORD_KEPT_MS,
    }),
  )
}

interface QueryLike<Value> {
  data: Value | undefined
  error: Error | null
  isFetching: boolean
  refetch: () => Promise<unknown>
}

function toReading<Value>({ data, error, isFetching, refetch }: QueryLike<Value>): Reading<Value> {
  return { value: data, failure: toFailure(error), isReading: isFetching, readAgain: () => void refetch() }
}

function toFailure(error: Error | null): AppError | null {
  if (error === null) return null
  if (error instanceof CommandFailure) return error.failure
  return { code: 'internal', message: String(error), moneyState: 'none', correlationId: '' }
}
