import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AppError } from '../../shared/errors.ts'
import { requestKeySchema, type Reference, type TerminalRef } from '../../shared/ids.ts'
import type { PaymentSnapshot } from '../../shared/ipc/snapshots.ts'
import { isOpen } from '../../shared/transaction/state.ts'
import { KEYS } from './desk.ts'
import { useDesk } from './queries.ts'
import { useCommand } from './use-command.ts'

/** `silent`: nobody answered, which says nothing about the terminal. */
export type CheckVerdict = 'asking' | 'answered' | 'busy' | 'offline' | 'silent'

export interface TerminalCheck {
  /** Asks the terminal whether it is there. It moves nothing and disturbs no payment. */
  check: () => void
  verdict: CheckVerdict | null
  /** When the answer came, or did not. */
  at: number
  failure: AppError | null
}

/** "Check terminal": a ping and its answer. */
export function useTerminalCheck({ serialNumber, terminalType }: TerminalRef): TerminalCheck {
  const desk = useDesk()
  const { run, isPending, failure } = useCommand('operation:start')
  const [asked, setAsked] = useState<Reference | null>(null)
  const { data: ping } = useQuery({
    queryKey: asked === null ? ['ping'] : KEYS.payment(asked),
    enabled: asked !== null,
    queryFn: async () => {
      if (asked === null) throw new Error('nothing was asked')
      return desk.takePayment((await desk.read('payment:read', { reference: asked })).payment)
    },
  })
  const check = async () => {
    setAsked(null)
    const requestKey = requestKeySchema.parse(crypto.randomUUID())
    const terminal = { serialNumber, terminalType }
    const started = await run({ operation: 'pingDevice', requestKey, terminal })
    if (started !== null) setAsked(desk.takePayment(started).reference)
  }
  const isAsking = isPending || (asked !== null && ping === undefined)
  return {
    check: () => void check(),
    verdict: isAsking ? 'asking' : ping === undefined ? null : toVerdict(ping),
    at: ping?.updatedAt ?? 0,
    failure,
  }
}

/** What the end of a ping says: 2xx is reachable, 1002 is not, and everything else is about something else (handpoint-api.md §6.37). */
export function toVerdict({ state }: Pick<PaymentSnapshot, 'state'>): CheckVerdict {
  if (isOpen(state)) return 'asking'
  if (state.status === 'done') return 'answered'
  if (state.status !== 'notStarted') return 'silent'
  if (state.reason === 'terminalBusy') return 'busy'
  return state.reason === 'terminalOffline' ? 'offline' : 'silent'
}
