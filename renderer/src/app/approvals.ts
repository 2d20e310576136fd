import { create } from 'zustand'
import type { Grant } from '../../../shared/ipc/approval.ts'
import type { ApprovalQuestion, AskApproval } from '../approval.ts'

interface Asked {
  question: ApprovalQuestion
  answer: (grant: Grant | null) => void
}

/** The question that a manager is looking at. One at a time. */
export const useApprovals = create<{ asked: Asked | null }>()(() => ({ asked: null }))

/**
 * Asks a manager to approve one act, over the page and without leaving it. Resolves to the grant that `operation:start` and
 * `payment:settle` take as `approval`, or to null when the panel was closed without one.
 */
export const askApproval: AskApproval = (question) => {
  answerApproval(null)
  return new Promise((answer) => useApprovals.setState({ asked: { question, answer } }))
}

/** Closes the panel with what the manager said. */
export function answerApproval(grant: Grant | null): void {
  const { asked } = useApprovals.getState()
  useApprovals.setState({ asked: null })
  asked?.answer(grant)
}
