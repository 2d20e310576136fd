import type { ReactElement, ReactNode, RefObject } from 'react'
import { Panel } from '../../ui/panel.tsx'
import styles from './refund.module.css'

interface MoneyPanelProps {
  title: string
  /** For the keys of the panel. */
  inside: RefObject<HTMLDivElement | null>
  /** What it is about. */
  about: ReactNode
  /** Where it is begun. */
  children: ReactNode
  onClose: () => void
}

/** A panel in which money is given back, in two columns: what it is about, and the one act. */
export function MoneyPanel({ title, inside, about, children, onClose }: MoneyPanelProps): ReactElement {
  return (
    <Panel title={title} isRead isWide onClose={onClose}>
      <div ref={inside} className={styles['columns']}>
        <div className={styles['column']}>{about}</div>
        <div className={styles['column']}>{children}</div>
      </div>
    </Panel>
  )
}
