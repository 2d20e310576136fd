import type { ReactElement, ReactNode } from 'react'
import type { AppError } from '../../../shared/errors.ts'
import type { MoneyMove } from '../../../shared/transaction/operations.ts'
import { Icon, type IconName } from './icons.tsx'
import styles from './notice.module.css'
import { toMoneyId } from './state-words.ts'
import { useText } from './text.ts'

interface NoticeProps {
  tone: 'note' | 'bad' | 'doubt'
  icon: IconName
  title?: string
  children: ReactNode
  actions?: ReactNode
  /** Stands alone and is what the page is about. */
  isLarge?: boolean
}

/** Words that stay where they are until what they say is over: never a toast. */
export function Notice({ tone, icon, title, children, actions, isLarge = false }: NoticeProps): ReactElement {
  return (
    <div className={styles['notice']} data-tone={tone} data-large={isLarge} role={tone === 'note' ? 'status' : 'alert'}>
      <span className={styles['icon']}>
        <Icon name={icon} size={26} />
      </span>
      <div className={styles['words']}>
        {title === undefined ? null : <p className={styles['title']}>{title}</p>}
        <div>{children}</div>
        {actions === undefined ? null : <div className={styles['actions']}>{actions}</div>}
      </div>
    </div>
  )
}

interface FailureNoticeProps {
  failure: AppError
  /** What the act that failed would have done with money; `none` for reading. */
  moves: MoneyMove
  actions?: ReactNode
}

/** A failure: first what happened to the money, then what it means and what to do. */
export function FailureNotice({ failure, moves, actions }: FailureNoticeProps): ReactElement {
  const { say } = useText()
  const isUnknown = failure.moneyState === 'unknown'
  const money = toMoneyId(failure.moneyState, moves)
  return (
    <Notice tone={isUnknown ? 'doubt' : 'bad'} icon={isUnknown ? 'question' : 'warning'} actions={actions}>
      {money === null ? null : <strong>{say('money.sentence', { words: say(money) })} </strong>}
      {say(`error.${failure.code}`)}
    </Notice>
  )
}
