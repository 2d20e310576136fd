import { useEffect, useRef, type ReactElement, type ReactNode } from 'react'
import { Button } from './button.tsx'
import styles from './panel.module.css'
import { useText } from './text.ts'

interface PanelProps {
  title: string
  onClose: () => void
  /** Stands left of Close. */
  footer?: ReactNode
  children: ReactNode
}

/** A panel over the page that keeps the focus and closes with Esc, by the browser's own dialog. */
export function Panel({ title, onClose, footer, children }: PanelProps): ReactElement {
  const { say } = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    return () => opened?.close()
  }, [])
  // The close event comes late: by then a panel that React only mounted anew is open again.
  const closed = (): void => {
    if (dialog.current?.open !== true) onClose()
  }
  return (
    <dialog ref={dialog} className={styles['panel']} aria-label={title} onClose={closed}>
      <h2 className={styles['title']}>{title}</h2>
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
