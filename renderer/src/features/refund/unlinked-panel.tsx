import type { ReactElement } from 'react'
import { useText } from '../../ui/text.ts'
import type { PanelProps } from './panel-props.ts'
import { RefundForm } from './refund-form.tsx'
import { useForgottenFailures } from './use-forgotten-failures.ts'

/** Money for a card of which this till has no sale: a manager says why. */
export function UnlinkedPanel({ app, ...props }: PanelProps): ReactElement {
  const { say } = useText()
  useForgottenFailures()
  return (
    <RefundForm
      {...props}
      title={say('moneyBack.unlinked')}
      what={say('moneyBack.unlinked')}
      operation="refund"
      original={null}
      currency={app.shop.currency}
      mostMinor={null}
      lead={<p>{say('moneyBack.unlinked.lead')}</p>}
    />
  )
}
