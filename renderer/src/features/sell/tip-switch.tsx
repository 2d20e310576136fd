import type { ReactElement } from 'react'
import { Switch } from '../../ui/switch.tsx'
import { useText } from '../../ui/text.ts'
import { useTipChoice } from './sell-store.ts'
import styles from './slip-rows.module.css'
import { TIP_KEY, toggleTip } from './use-sell-keys.ts'

/** Whether the terminal asks this customer for a tip, where the shop takes tips. */
export function TipSwitch(): ReactElement {
  const { say } = useText()
  const withTip = useTipChoice((choice) => choice.withTip)
  return (
    <div className={styles['row']}>
      <span className={styles['rowName']}>{say('sell.tip')}</span>
      <Switch
        label={say('sell.tip')}
        words={say(withTip ? 'switch.on' : 'switch.off')}
        isOn={withTip}
        hint={TIP_KEY}
        onToggle={toggleTip}
      />
    </div>
  )
}
