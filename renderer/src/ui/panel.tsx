import { useEffect, useRef, type ReactElement, type ReactNode } from 'react'
import { Button } from './button.tsx'
import styles from './panel.module.css'
import { useText } from './text.ts'

interface PanelProps {
  title: string
  onClose: () => void
  /** Stands left of Close. */
  footer?: ReactNode
  /** To be read before anything is done: the focus starts on its title instead of its first control. */
  isRead?: boolean
  /** For two columns side by side. */
  isWide?: boolean
  children: ReactNode
}

/** A panel over the page that keeps the focus and closes with Esc, by the browser's own dialog. */
export function Panel({ title, onClose, footer, isRead = false, isWide = false, children }: PanelProps): ReactElement {
  const { say } = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    if (isRead) heading.current?.focus()
    return () => opened?.close()
  }, [isRead])
  // The close event comes late: by then a panel that React only mounted anew is open again.
  const closed = (): void => {
    if (dialog.current?.open !== true) onClose()
  }
  return (
    <dialog ref={dialog} className={styles['panel']} data-wide={isWide} aria-label={title} onClose={closed}>
      <h2 ref={heading} className={styles['title']} tabIndex={isRead ? -1 : undefined}>
        {title}
      </h2>
      <div className={styles['body']}>{children}</div>
      <div className={styles['footer']}>
        <div>{footer}</div>
        <Button hint="Esc" onPress={() => dialog.current?.close()}>
          {say('act.close')}
        </Button>
      </div>
    </dialog>
  )
}
