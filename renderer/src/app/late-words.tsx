import type { ReactElement } from 'react'
import type { PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import { toShown } from '../ui/badge.tsx'
import { toFormerWords, toStateWords, toWhat } from '../ui/state-words.ts'
import { useText } from '../ui/text.ts'

/** What became of a payment and when, and what was shown of it before, where that was something else. */
export function LateWords({ payment }: { payment: PaymentSnapshot }): ReactElement {
  const text = useText()
  const { say } = text
  const shown = toShown(payment, payment.updatedAt)
  const at = payment.news?.at ?? payment.updatedAt
  const isAsked = payment.news !== null && shown.actions.includes('signatureMatches')
  return (
    <>
      <p>
        <strong>
          {say('late.title', { what: toWhat(payment, text), state: toStateWords(shown, text), time: text.time(at) })}
        </strong>
      </p>
      {isAsked ? <p>{say('late.signature')}</p> : null}
      {payment.correctedFrom === null ? null : (
        <p>{say('late.corrected', { before: toFormerWords(payment.correctedFrom, shown.moves, text) })}</p>
      )}
    </>
  )
}
