import type { ReactElement } from 'react'
import type { PaymentRecord } from '../../desk.ts'
import type { MessageId } from '../../messages/catalogue.ts'
import { Notice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/panel.tsx'
import { toWhat } from '../../ui/state-words.ts'
import { useText } from '../../ui/text.ts'

interface NotPossibleProps {
  record: PaymentRecord
  title: MessageId
  onClose: () => void
}

/** Why nothing can be given back of a payment, where it became so after the act was offered. */
export function NotPossible({ record: { payment, standing }, title, onClose }: NotPossibleProps): ReactElement {
  const text = useText()
  const { say } = text
  return (
    <Panel title={say(title)} isRead onClose={onClose}>
      <Notice tone="bad" icon="warning" title={toWhat(payment, text)}>
        {say(
          standing.isReversed
            ? 'linked.reversed'
            : standing.hasOpenLink
              ? 'linked.unresolved'
              : standing.isDoneElsewhere
                ? 'linked.doneElsewhere'
                : standing.totalMinor > 0 && standing.remainingMinor === 0
                  ? 'linked.nothingLeft'
                  : 'moneyBack.notPossible',
        )}
      </Notice>
    </Panel>
  )
}
