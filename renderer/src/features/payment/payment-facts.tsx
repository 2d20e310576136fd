import type { ReactElement } from 'react'
import type { Reference } from '../../../../shared/ids.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import type { PaymentView } from '../../../../shared/transaction/view.ts'
import { Button } from '../../ui/button.tsx'

import { Fact, Facts, ReferenceText } from '../../ui/slip.tsx'
import { toShortReference, useText } from '../../ui/text.ts'
import { OriginalFact } from './original-fact.tsx'

interface PaymentFactsProps {
  payment: PaymentSnapshot
  shown: PaymentView
  onOpen: (reference: Reference) => void
}

/** All that is known of one payment, as on a receipt. */
export function PaymentFacts({ payment, shown, onOpen }: PaymentFactsProps): ReactElement {
  const text = useText()
  const { say } = text
  const { state } = payment
  const money = (amountMinor: number) => text.money(amountMinor, payment.currency)
  const outcome = 'outcome' in state ? state.outcome : null
  const card = [outcome?.card.scheme, outcome?.card.maskedNumber?.replace(/\*+/, '•••• ')].filter(
    (part) => part !== null && part !== undefined,
  )
  return (
    <Facts>
      {shown.chargedMinor === null ? null : (
        <Fact name={say(`fact.moved.${shown.moves}`)}>{money(shown.chargedMinor)}</Fact>
      )}
      {shown.tipMinor === 0 ? null : <Fact name={say('fact.tip')}>{money(shown.tipMinor)}</Fact>}
      {shown.dueMinor === 0 ? null : <Fact name={say('fact.due')}>{money(shown.dueMinor)}</Fact>}
      {card.length === 0 ? null : <Fact name={say('fact.card')}>{card.join(' ')}</Fact>}
      {outcome === null || outcome.card.authorisationCode === null ? null : (
        <Fact name={say('fact.authorisation')}>{outcome.card.authorisationCode}</Fact>
      )}
      {payment.operation === 'sale' ? null : (
        <Fact name={say('fact.operation')}>{say(`operation.${payment.operation}`)}</Fact>
      )}
      {payment.original === null ? null : <OriginalFact reference={payment.original} onOpen={onOpen} />}
      <Fact name={say('fact.terminal')}>
        {payment.channel === 'gateway' ? say('fact.noTerminal') : payment.terminalName}
      </Fact>
      {payment.customerReference === null ? null : (
        <Fact name={say('fact.customerReference')}>{payment.customerReference}</Fact>
      )}
      <Fact name={say('fact.started')}>{text.moment(payment.createdAt)}</Fact>
      <Fact name={say('fact.changed')}>{text.moment(payment.updatedAt)}</Fact>
      {state.status === 'settledByManager' ? (
        <>
          <Fact name={say('fact.operator')}>{state.operator}</Fact>
          <Fact name={say('fact.reason')} isLong>
            {state.reason}
          </Fact>
          <Fact name={say('fact.evidence')} isLong>
            {state.evidence}
          </Fact>
        </>
      ) : null}
      <OtherAttempt name={say('fact.repeats')} of={payment} reference={payment.attemptOf} onOpen={onOpen} />
      <OtherAttempt name={say('fact.repeatedBy')} of={payment} reference={payment.retriedBy} onOpen={onOpen} />
      <Fact name={say('fact.reference')} isLong>
        <ReferenceText reference={payment.reference} />
      </Fact>
    </Facts>
  )
}

interface OtherAttemptProps {
  name: string
  /** The payment beside it: an attempt repeats the same operation. */
  of: PaymentSnapshot
  reference: Reference | null
  onOpen: (reference: Reference) => void
}

function OtherAttempt({ name, of: { operation }, reference, onOpen }: OtherAttemptProps): ReactElement | null {
  const { say } = useText()
  if (reference === null) return null
  return (
    <Fact name={name}>
      <Button kind="quiet" icon="chevron" onPress={() => onOpen(reference)}>
        {say('fact.otherAttempt', {
          operation: say(`operation.${operation}`),
          reference: toShortReference(reference),
        })}
      </Button>
    </Fact>
  )
}
