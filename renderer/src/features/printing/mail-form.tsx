import { useEffect, useRef, useState, type ReactElement } from 'react'
import type { Reference } from '../../../../shared/ids.ts'
import { printingContract } from '../../../../shared/ipc/printing.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { useText } from '../../ui/text.ts'
import { TextField } from '../../ui/text-field.tsx'
import { useCommand } from '../../use-command.ts'
import styles from './ways.module.css'

interface MailFormProps {
  reference: Reference
  copy: 'customerReceipt' | 'merchantReceipt'
  onSent: () => void
}

const LONGEST_ADDRESS = 254

/** Where the customer says the address, and the cashier types it. */
export function MailForm({ reference, copy, onSent }: MailFormProps): ReactElement {
  const { say } = useText()
  const mail = useCommand('receipt:mail')
  const [to, setTo] = useState('')
  const [hasTried, setTried] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const isAddress = printingContract['receipt:mail'].input.shape.to.safeParse(to.trim()).success
  useEffect(() => field.current?.focus(), [])

  const send = async (): Promise<void> => {
    setTried(true)
    if (!isAddress) return field.current?.focus()
    if ((await mail.run({ reference, copy, to: to.trim() })) !== null) onSent()
  }
  return (
    <div className={styles['mail']}>
      <TextField
        label={say('print.mail.to')}
        value={to}
        maxLength={LONGEST_ADDRESS}
        problem={hasTried && !isAddress ? say('print.mail.invalid') : null}
        field={field}
        onChange={setTo}
      />
      <Button kind="primary" icon="mail" isAsleep={mail.isPending} onPress={() => void send()}>
        {say('print.mail.send')}
      </Button>
      {mail.failure === null ? null : <FailureNotice failure={mail.failure} moves="none" />}
    </div>
  )
}
