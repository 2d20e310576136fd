import { useQuery } from '@tanstack/react-query'
import type { AppError } from '../../shared/errors.ts'
import type { Reference } from '../../shared/ids.ts'
import type { DocumentSnapshot } from '../../shared/ipc/snapshots.ts'
import type { DocumentKind } from '../../shared/transaction/events.ts'
import { CommandFailure, KEYS } from './desk.ts'
import { useDesk } from './queries.ts'

export interface DocumentReading {
  /** Null: there is none. Undefined: not read yet. */
  document: DocumentSnapshot | null | undefined
  failure: AppError | null
  readAgain: () => void
}

/**
 * A receipt or signature of a payment, read when it is shown and again whenever the payment has a new fact: a document that was on
 * its way comes by itself. It is not kept once nobody looks at it.
 */
export function useDocument(reference: Reference, kind: DocumentKind): DocumentReading {
  const desk = useDesk()
  const { data, error, refetch } = useQuery({
    queryKey: [...KEYS.record(reference), 'document', kind],
    queryFn: async () => {
      const reply = await desk.bridge.call('document:read', { reference, kind })
      if (reply.ok) return reply.value
      if (reply.error.code === 'document.missing') return null
      throw new CommandFailure(reply.error)
    },
    gcTime: 0,
    staleTime: 0,
  })
  return {
    document: data,
    failure: error instanceof CommandFailure ? error.failure : null,
    readAgain: () => void refetch(),
  }
}
