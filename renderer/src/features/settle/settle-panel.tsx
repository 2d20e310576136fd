import { useRef, useState, type ReactElement } from 'react'
import type { Reference } from '../../../../shared/ids.ts'
import { toSettlementSubject } from '../../../../shared/ipc/approval-rules.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import type { AskApproval } from '../../approval.ts'
import { useDesk, usePayment, useRecord } from '../../queries.ts'
import { toShown } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/panel.tsx'
import { toStateWords, toWhat } from '../../ui/state-words.ts'
import { useText } from '../../ui/text.ts'
import { TextField } from '../../ui/text-field.tsx'
import { useNow } from '../../ui/use-now.ts'
import { useCommand } from '../../use-command.ts'
import { ChangedFacts } from './changed-facts.tsx'
import { KnownFacts } from './known-facts.tsx'
import {
  EMPTY_SETTLE_ENTRY,
  readSettlement,
  SETTLE_LENGTHS,
  type SettleEntry,
  type SettleField,
} from './settle-form.ts'
import styles from './settle-panel.module.css'
import { useLook } from './use-look.ts'
import { VerdictChoice } from './verdict-choice.tsx'

interface SettlePanelProps {
  reference: Reference
  onAskApproval: AskApproval
  onSettled: () => void
  onClose: () => void
}

/** Where a manager says, with evidence and a reason, what became of a payment that no rule could decide. */
export function SettlePanel({ reference, ...acts }: SettlePanelProps): ReactElement | null {
  const { value: payment } = usePayment(reference)
  return payment === undefined ? null : <Found payment={payment} {...acts} />
}

interface FoundProps extends Omit<SettlePanelProps, 'reference'> {
  payment: PaymentSnapshot
}

function Found({ payment, onAskApproval, onSettled, onClose }: FoundProps): ReactElement {
  const text = useText()
  const { say } = text
  const desk = useDesk()
  const settle = useCommand('payment:settle')
  const shown = toShown(payment, useNow())
  const [entry, setEntry] = useState<SettleEntry>(EMPTY_SETTLE_ENTRY)
  const [hasTried, setTried] = useState(false)
  const record = useRecord(payment.reference)
  const look = useLook(record.value)
  const verdict = look.shown === null || look.news.length > 0 ? null : entry.verdict
  const fields = useRef<Partial<Record<SettleField, HTMLInputElement | null>>>({})
  const read = readSettlement({ reference: payment.reference, shown: look.shown }, { ...entry, verdict })
  const missing = hasTried && !read.ok ? read.missing : []
  const problemOf = (field: SettleField) => (missing.includes(field) ? say(`settle.missing.${field}`) : null)
  const isNeeded = shown.actions.includes('settle')

  const confirm = async () => {
    setTried(true)
    if (!read.ok) return read.missing[0] === undefined ? undefined : fields.current[read.missing[0]]?.focus()
    const { reason } = read.settlement
    const choice = say(`settle.${shown.moves}.${read.settlement.verdict}`)
    const { amountMinor, currency } = payment
    const approval = await onAskApproval({
      subject: toSettlementSubject(payment, read.settlement),
      what: say('settle.approve', { what: toWhat(payment, text), choice }),
      amount: amountMinor === 0 ? null : text.money(amountMinor, currency),
      // What the form gives at most is more than an approval takes.
      reason: reason.slice(0, 200),
    })
    if (approval === null) return
    const settled = await settle.run({ ...read.settlement, approval })
    // It may have been refused for what this page has not heard of yet.
    if (settled === null) return record.readAgain()
    desk.takePayment(settled)
    onSettled()
  }
  const line = (field: Exclude<SettleField, 'verdict'>) => ({
    label: say(`settle.${field}`),
    value: entry[field],
    maxLength: SETTLE_LENGTHS[field],
    problem: problemOf(field),
    onChange: (value: string) => setEntry({ ...entry, [field]: value }),
    field: (element: HTMLInputElement | null) => {
      fields.current[field] = element
    },
  })

  return (
    <Panel
      title={say('settle.title', { what: toWhat(payment, text) })}
      isRead
      isWide
      onClose={onClose}
      footer={
        isNeeded ? (
          <Button kind="primary" isAsleep={settle.isPending} onPress={() => void confirm()}>
            {settle.isPending
              ? say('settle.recording')
              : verdict === null
                ? say('settle.confirm')
                : say('settle.confirm.choice', { choice: say(`settle.${shown.moves}.${verdict}`) })}
          </Button>
        ) : undefined
      }
    >
      {isNeeded ? (
        <div className={styles['columns']}>
          <div className={styles['column']}>
            <p>{say('settle.lead')}</p>
            <KnownFacts payment={payment} record={record} />
            <p className={styles['effect']}>{say('settle.effect')}</p>
          </div>
          <div className={styles['column']}>
            {look.news.length === 0 ? null : <ChangedFacts payment={payment} news={look.news} />}
            <VerdictChoice
              moves={shown.moves}
              chosen={verdict}
              problem={problemOf('verdict')}
              first={(element) => {
                fields.current.verdict = element
              }}
              onChoose={(chosen) => {
                look.take()
                setEntry({ ...entry, verdict: chosen })
              }}
            />
            <TextField {...line('evidence')} hint={say('settle.evidence.hint')} />
            <TextField {...line('reason')} hint={say('settle.reason.hint')} />
            <TextField {...line('operator')} />
            {settle.failure === null ? null : <FailureNotice failure={settle.failure} moves={shown.moves} />}
          </div>
        </div>
      ) : (
        <Notice tone="note" icon="warning" title={toStateWords(shown, text)}>
          {say('error.settlement.notNeeded')}
        </Notice>
      )}
    </Panel>
  )
}
