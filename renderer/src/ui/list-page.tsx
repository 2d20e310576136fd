import type { ReactElement, ReactNode } from 'react'
import { focusOnMount } from './focus.ts'
import { Icon, type IconName } from './icons.tsx'
import styles from './list-page.module.css'

/** The ground of a list: its title, a line on what it is, and what it holds. */
export function ListPage({
  title,
  hint,
  children,
}: {
  title: string
  hint?: string
  children: ReactNode
}): ReactElement {
  return (
    <main className={styles['page']}>
      <h1 ref={focusOnMount} className={styles['title']} tabIndex={-1}>
        {title}
      </h1>
      {hint === undefined ? null : <p className={styles['hint']}>{hint}</p>}
      {children}
    </main>
  )
}

/** What a list says when there is nothing in it. */
export function EmptyList({
  icon,
  title,
  children,
}: {
  icon: IconName
  title: string
  children: ReactNode
}): ReactElement {
  return (
    <div className={styles['empty']}>
      <span className={styles['emptyIcon']}>
        <Icon name={icon} size={44} />
      </span>
      <p className={styles['emptyTitle']}>{title}</p>
      <p>{children}</p>
    </div>
  )
}
