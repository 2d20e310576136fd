import { lazy, type ReactElement } from 'react'
import { answerApproval, useApprovals } from './approvals.ts'
import { Part } from './part.tsx'

const ApprovalPanel = lazy(() =>
  import('../features/approval/approval-panel.tsx').then((module) => ({ default: module.ApprovalPanel })),
)

/** What a manager is asked, over whatever is open. */
export function Approval(): ReactElement | null {
  const asked = useApprovals((state) => state.asked)
  if (asked === null) return null
  return (
    <Part onClose={() => answerApproval(null)}>
      <ApprovalPanel question={asked.question} onAnswer={answerApproval} />
    </Part>
  )
}
