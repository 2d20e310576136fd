import { useRef, useState, type ReactElement } from 'react'
import { approvalReasonSchema, type Grant } from '../../../../shared/ipc/approval.ts'
import type { ApprovalQuestion } from '../../approval.ts'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../ui/text.ts'
import styles from './approval-panel.module.css'
import { LockedNotice } from './locked-notice.tsx'
import { PinEntry } from './pin-entry.tsx'
import { useApproval } from './use-approval.ts'

interface ApprovalPanelProps {
  question: ApprovalQuestion
  /** Once: with the grant, or null when the panel is closed without one. */
  onAnswer: (grant: Grant | null) => void
}

const LONGEST_REASON = 200

/** A manager sees what is to be done and types the PIN, while the page below stays where it is. */
export function ApprovalPanel({ question, onAnswer }: ApprovalPanelProps): ReactElement {
  const { say } = useText()
  const approval = useApproval(question, onAnswer)
  const [reason, setReason] = useState(question.reason ?? '')
  const reasonField = useRef<HTMLInputElement>(null)
  const [isReasonMissing, setReasonMissing] = useState(false)
  const { state } = approval
  const isAsking = state !== null && state.pin !== 'notSet' && approval.lockedMs === 0

  const approve = (pin: string): boolean => {
    const isGiven = approvalReasonSchema.safeParse(reason).success
    setReasonMissing(!isGiven)
    if (isGiven) approval.give(pin, reason.trim())
    else reasonField.current?.focus()
    return isGiven
  }
  return (
    <Panel title={say('approval.title')} isWide onClose={() => onAnswer(null)}>
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <div className={styles['act']}>
            <p className={styles['what']}>{question.what}</p>
            {question.amount === null ? null : <p className={styles['amount']}>{question.amount}</p>}
          </div>
          {question.because === undefined ? null : <p>{question.because}</p>}
          {question.reason === null ? (
            <TextField
              label={say('approval.reason')}
              hint={say('approval.reason.hint')}
              value={reason}
              maxLength={LONGEST_REASON}
              field={reasonField}
              problem={isReasonMissing ? say('approval.reason.missing') : null}
              onChange={setReason}
            />
          ) : (
            <p className={styles['reason']}>{question.reason}</p>
          )}
          {approval.failure === null ? null : <FailureNotice failure={approval.failure} moves="none" />}
        </div>
        <div className={styles['column']}>
          {state?.pin === 'notSet' ? (
            <Notice tone="bad" icon="warning" title={say('approval.notSet')}>
              {say('approval.notSet.todo')}
            </Notice>
          ) : null}
          {approval.lockedMs > 0 ? <LockedNotice forMs={approval.lockedMs} /> : null}
          {isAsking ? (
            <PinEntry
              practicePin={state.practicePin}
              isWrong={approval.isWrong}
              isChecking={approval.isChecking}
              isFirst={question.reason !== null}
              onApprove={approve}
            />
          ) : null}
        </div>
      </div>
    </Panel>
  )
}
