import { lazy, Suspense, type ReactElement } from 'react'
import { answerApproval, useApprovals } from './approvals.ts'

const ApprovalPanel = lazy(() =>
  import('../features/approval/approval-panel.tsx').then((module) => ({ default: module.ApprovalPanel })),
)

/** What a manager is asked, over whatever is open. */
export function Approval(): ReactElement | null {
  const asked = useApprovals((state) => state.asked)
  if (asked === null) return null
  return (
    <Suspense fallback={null}>
      <ApprovalPanel question={asked.question} onAnswer={answerApproval} />
    </Suspense>
  )
}
