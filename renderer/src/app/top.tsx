import type { ReactElement } from 'react'
import type { AppSnapshot } from '../../../shared/ipc/snapshots.ts'
import { KeyHint } from '../ui/button.tsx'
import { keepFocus } from '../ui/focus.ts'
import { Icon, Mark, type IconName } from '../ui/icons.tsx'
import { useText } from '../ui/text.ts'
import { openPage, showKeys, showPreferences, usePage } from './page-store.ts'
import { JobsCount } from './receipt-panels.tsx'
import styles from './top.module.css'

/** The strip of the frame: whose till it is, where one can go, and what is unresolved. */
export function Top({ app }: { app: AppSnapshot }): ReactElement {
  const { say } = useText()
  const page = usePage((state) => state.page)
  const root = page.name === 'payment' ? page.from.name : page.name
  const count = app.unresolvedCount
  return (
    <header className={styles['top']}>
      <Brand app={app} />
      {app.cloud === 'unreachable' ? <CloudLost /> : null}
      <JobsCount />
      <nav className={styles['nav']} aria-label={say('nav.label')}>
        <Tab icon="till" hint="F2" isCurrent={root === 'sell'} onPress={() => openPage('sell')}>
          {say('nav.sell')}
        </Tab>
        <Tab icon="giveBack" hint="F3" isCurrent={root === 'refund'} onPress={() => openPage('refund')}>
          {say('nav.refund')}
        </Tab>
        <Tab icon="list" hint="F4" isCurrent={root === 'history'} onPress={() => openPage('history')}>
          {say('nav.history')}
        </Tab>
        <Tab
          icon="magnifier"
          hint="F7"
          isCurrent={root === 'unresolved'}
          label={say('nav.unresolvedName', { count })}
          count={count}
          onPress={() => openPage('unresolved')}
        >
          {say('nav.unresolved')}
        </Tab>
        <Tab
          icon="sliders"
          hint="F10"
          label={say('nav.preferences')}
          isCurrent={false}
          onPress={() => showPreferences(true)}
        />
        <Tab icon="keyboard" hint="F1" label={say('nav.keys')} isCurrent={false} onPress={() => showKeys(true)} />
      </nav>
    </header>
  )
}

/** The strip over a payment: as high as the other, with nowhere to go, and the count that is never hidden. */
export function PaymentTop({ app }: { app: AppSnapshot }): ReactElement {
  const { say } = useText()
  const count = app.unresolvedCount
  return (
    <header className={styles['top']} data-over-payment>
      <Brand app={app} />
      {app.cloud === 'unreachable' ? <CloudLost /> : null}
      <JobsCount />
      <p className={styles['counted']}>
        <span className="visually-hidden">{say('nav.unresolvedName', { count })}</span>
        <span aria-hidden="true">{say('nav.unresolved')}</span>
        <Count count={count} />
      </p>
    </header>
  )
}

function Brand({ app }: { app: AppSnapshot }): ReactElement {
  return (
    <p className={styles['brand']}>
      <Mark size={38} />
      <span className={styles['names']}>
        <span className={styles['word']}>Paydesk</span>
        {app.shop.name === 'Paydesk' ? null : <span className={styles['shop']}>{app.shop.name}</span>}
      </span>
    </p>
  )
}

function CloudLost(): ReactElement {
  const { say } = useText()
  return (
    <output className={styles['cloud']}>
      <Icon name="warning" size={20} />
      <span>{say('cloud.unreachable')}</span>
    </output>
  )
}

function Count({ count }: { count: number }): ReactElement {
  return (
    <span className={styles['count']} data-some={count > 0} aria-hidden="true">
      {count}
    </span>
  )
}

interface TabProps {
  icon: IconName
  hint: string
  isCurrent: boolean
  onPress: () => void
  label?: string
  count?: number
  children?: string
}

function Tab({ icon, hint, isCurrent, onPress, label, count, children }: TabProps): ReactElement {
  return (
    <button
      type="button"
      className={styles['tab']}
      aria-current={isCurrent ? 'page' : undefined}
      aria-label={label}
      aria-keyshortcuts={hint}
      onMouseDown={keepFocus}
      onClick={onPress}
    >
      <Icon name={icon} size={22} />
      {children === undefined ? null : <span>{children}</span>}
      {count === undefined ? null : <Count count={count} />}
      <KeyHint name={hint} />
    </button>
  )
}
