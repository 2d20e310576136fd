import { Component, Suspense, type ReactElement, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { useText } from '../ui/text.ts'
import styles from './part.module.css'

interface PartProps {
  children: ReactNode
  /** Stands there while it is loaded. */
  wait?: ReactNode
  /** Of a panel: what closing it does. */
  onClose?: () => void
  /** Within a page, which stands without it. */
  isSection?: boolean
}

/**
 * A part of the page by itself. Where it cannot be loaded or drawn (the disk fails, an update took its file away), words stand
 * in its place and all around it stays as it is: React would empty the window, payment and all.
 */
export class Part extends Component<PartProps, { hasFailed: boolean }> {
  override readonly state = { hasFailed: false }

  static getDerivedStateFromError(this: void): { hasFailed: boolean } {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    const { children, onClose, isSection = false } = this.props
    // While a panel is on its way it has the keys already, as it will have them once it is there.
    const { wait = onClose === undefined ? null : <dialog open className={styles['coming']} /> } = this.props
    if (!this.state.hasFailed) return <Suspense fallback={wait}>{children}</Suspense>
    if (onClose !== undefined) return <FailedPanel onClose={onClose} />
    return isSection ? <FailedSection /> : <Failed />
  }
}

function Failed(): ReactElement {
  const { say } = useText()
  return (
    <main className={styles['failed']}>
      <FailedNotice title={say('part.failed')} />
    </main>
  )
}

function FailedSection(): ReactElement {
  const { say } = useText()
  return (
    <section>
      <FailedNotice title={say('part.failed')} />
    </section>
  )
}

function FailedPanel({ onClose }: { onClose: () => void }): ReactElement {
  const { say } = useText()
  return (
    <Panel title={say('part.failed')} onClose={onClose} isRead>
      <FailedNotice />
    </Panel>
  )
}

/** Says nothing of what happened to money, which nobody knows here: where to look, and what to do. */
function FailedNotice({ title }: { title?: string }): ReactElement {
  const { say } = useText()
  return (
    <Notice
      tone="doubt"
      icon="warning"
      isLarge
      {...(title === undefined ? {} : { title })}
      actions={
        <Button kind="primary" onPress={() => location.reload()}>
          {say('part.again')}
        </Button>
      }
    >
      <p>
        <strong>{say('part.failed.terminal')}</strong>
      </p>
      <p>{say('part.failed.todo')}</p>
    </Notice>
  )
}
