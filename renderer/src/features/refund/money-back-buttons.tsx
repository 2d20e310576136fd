import type { ReactElement } from 'react'
import type { AppSnapshot } from '../../../../shared/ipc/snapshots.ts'
import type { Reference } from '../../../../shared/ids.ts'
import { useRecord } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../ui/text.ts'
import { useNow } from '../../ui/use-now.ts'
import { usePersonKeys } from '../../ui/use-person-keys.ts'
import { toMoneyBackActs, type MoneyBackAct } from '../../money-back-acts.ts'
import styles from './refund.module.css'

type Act = MoneyBackAct['act']

/** The same letters in every language: they stand on the buttons. */
const KEYS: Readonly<Record<Act, string>> = { refund: 'R', reversal: 'C', tip: 'T' }

interface MoneyBackButtonsProps {
  reference: Reference
  app: AppSnapshot
  onAct: (act: Act) => void
}

/** What can be done with the money of a payment, on its page. Nothing where nothing can. */
export function MoneyBackButtons({ reference, app, onAct }: MoneyBackButtonsProps): ReactElement | null {
  const { say } = useText()
  const { value: record } = useRecord(reference)
  const now = useNow(true, 60_000)
  const acts = record === undefined ? [] : toMoneyBackActs(record, app.allows, now)
  usePersonKeys(({ key }) => {
    const found = acts.find(({ act }) => KEYS[act] === key.toUpperCase())
    if (found !== undefined) onAct(found.act)
  })
  if (acts.length === 0) return null
  return (
    <div className={styles['acts']}>
      {acts.map((one) => (
        <Button key={one.act} hint={KEYS[one.act]} onPress={() => onAct(one.act)}>
          {say(one.act === 'reversal' ? `moneyBack.act.${one.operation}` : `moneyBack.act.${one.act}`)}
        </Button>
      ))}
    </div>
  )
}
