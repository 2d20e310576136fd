import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AppError } from '../../../../shared/errors.ts'
import type { ApprovalState, Grant } from '../../../../shared/ipc/approval.ts'
import type { ApprovalQuestion } from '../../approval.ts'
import { CommandFailure } from '../../desk.ts'
import { useDesk } from '../../queries.ts'
import { useNow } from '../../ui/use-now.ts'
import { useCommand } from '../../use-command.ts'

/** The question to the manager as it stands. */
export interface ApprovalUse {
  /** Null until it is known whether this till has a PIN. */
  state: ApprovalState | null
  /** How long no PIN is taken; 0 where one is. */
  lockedMs: number
  isWrong: boolean
  failure: AppError | null
  isChecking: boolean
  give: (pin: string, reason: string) => void
}

/** Asks main about one PIN at a time. The PIN is handed over and kept nowhere. */
export function useApproval({ subject }: ApprovalQuestion, onAnswer: (grant: Grant | null) => void): ApprovalUse {
  const desk = useDesk()
  const read = useQuery({
    queryKey: ['approval'],
    queryFn: () => desk.read('approval:read', {}),
    staleTime: 0,
    gcTime: 0,
  })
  const command = useCommand('approval:give')
  const now = useNow(true, 250)
  const [isWrong, setWrong] = useState(false)
  const [lockedUntil, setLockedUntil] = useState(0)
  const waitMs = read.data?.waitMs ?? 0
  const readUntil = waitMs === 0 ? 0 : read.dataUpdatedAt + waitMs

  const give = async (pin: string, reason: string) => {
    setWrong(false)
    const answer = await command.run({ pin, reason, subject })
    if (answer === null) return
    switch (answer.result) {
      case 'given':
        return onAnswer(answer.grant)
      case 'wrong':
        return setWrong(true)
      case 'locked':
        return setLockedUntil(Date.now() + answer.waitMs)
      case 'notSet':
        return void read.refetch()
    }
  }
  return {
    state: read.data ?? null,
    lockedMs: Math.max(0, lockedUntil - now, readUntil - now),
    isWrong,
    failure: command.failure ?? (read.error instanceof CommandFailure ? read.error.failure : null),
    isChecking: command.isPending,
    give: (pin, reason) => void give(pin, reason),
  }
}
