import type { ReactElement } from 'react'
import { Button } from '../ui/button.tsx'
import { toShown } from '../ui/badge.tsx'
import { Notice } from '../ui/notice.tsx'
import { toLook } from '../ui/state-look.ts'
import { toStateWords, toWhat } from '../ui/state-words.ts'
import { useText } from '../ui/text.ts'
import styles from './late-results.module.css'
import { markSeen, useLate } from './late-store.ts'
import { openPayment } from './page-store.ts'

/** Outcomes that came late, or changed: they stay until somebody has seen them, but not over a reload of the page. */
export function LateResults(): ReactElement | null {
  const text = useText()
  const { say } = text
  const payments = useLate((state) => state.payments)
  if (payments.length === 0) return null
  return (
    <aside className={styles['late']}>
      {payments.map((payment) => {
        const shown = toShown(payment, payment.updatedAt)
        return (
          <Notice
            key={payment.reference}
            tone="doubt"
            isBar
            icon={toLook(shown).icon}
            title={say('late.title', {
              what: toWhat(payment, text),
              time: text.time(payment.createdAt),
              state: toStateWords(shown, text),
            })}
            actions={
              <>
                <Button
                  onPress={() => {
                    markSeen(payment)
                    openPayment(payment.reference)
                  }}
                >
                  {say('act.open')}
                </Button>
                <Button onPress={() => markSeen(payment)}>{say('act.seen')}</Button>
              </>
            }
          >
            {payment.correctedFrom === null ? null : say('late.corrected')}
          </Notice>
        )
      })}
    </aside>
  )
}
