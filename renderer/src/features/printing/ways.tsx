import { useEffect, useRef, useState, type ReactElement } from 'react'
import { requestKeySchema, type Reference } from '../../../../shared/ids.ts'
import type { Printable, PrintersSnapshot } from '../../../../shared/ipc/printing.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { useDesk, usePayment } from '../../queries.ts'
import { toShown } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { toStateWords } from '../../ui/state-words.ts'
import { useText } from '../../ui/text.ts'
import { useArming } from '../../ui/use-arming.ts'
import { useNow } from '../../ui/use-now.ts'
import { useCommand } from '../../use-command.ts'
import { MailForm } from './mail-form.tsx'
import { offerFile } from './offer-file.ts'
import styles from './ways.module.css'

interface WaysProps {
  payment: PaymentSnapshot
  what: Printable
  printers: PrintersSnapshot | undefined
}

/** The ways in which a receipt reaches somebody; the usual one is large, and Enter does it. */
export function Ways({ payment, what, printers }: WaysProps): ReactElement {
  const { say } = useText()
  const desk = useDesk()
  const print = useCommand('print:start')
  const pdf = useCommand('print:pdf')
  const terminal = useCommand('operation:start')
  const [saved, setSaved] = useState<string | null>(null)
  const [isMailing, setMailing] = useState(false)
  const [atTerminal, setAtTerminal] = useState<Reference | null>(null)
  const { reference } = payment
  const { isArmed } = useArming(`receipt ${reference}`)
  const copy = what === 'customerReceipt' ? 'customer' : what === 'merchantReceipt' ? 'merchant' : null
  const chosen = printers?.printers.find(({ name }) => name === printers.chosen)
  const failure = print.failure ?? pdf.failure ?? terminal.failure

  const save = async (): Promise<void> => {
    const made = await pdf.run({ reference, what, paper: 'a4' })
    if (made === null || made.type === 'cancelled') return
    if (made.type === 'file') offerFile(made)
    setSaved(made.type === 'file' ? made.name : made.place)
  }
  const printAtTerminal = async (): Promise<void> => {
    if (copy === null) return
    const requestKey = requestKeySchema.parse(crypto.randomUUID())
    const { serialNumber, terminalType } = payment.terminal
    const started = await terminal.run({
      operation: 'printReceipt',
      requestKey,
      terminal: { serialNumber, terminalType },
      original: reference,
      copy,
    })
    if (started === null) return
    desk.takePayment(started)
    setAtTerminal(started.reference)
  }

  return (
    <div className={styles['ways']}>
      {printers !== undefined && printers.printers.length === 0 ? (
        <Notice tone="note" icon="printer" title={say('print.noPrinter')}>
          {say('print.noPrinter.todo')}
        </Notice>
      ) : (
        <First>
          <Button
            kind="primary"
            icon="printer"
            // In a field Enter is not this button's.
            hint={isMailing ? undefined : 'Enter'}
            // A scanner's P and Enter open this panel and press its first button.
            isAsleep={!isArmed || print.isPending || chosen === undefined}
            onPress={() => void print.run({ reference, what })}
          >
            {say('print.on', { printer: chosen?.label ?? say('print.printer') })}
          </Button>
        </First>
      )}
      <div className={styles['others']}>
        {copy === null || payment.channel === 'gateway' ? null : (
          <Button icon="terminal" isAsleep={terminal.isPending} onPress={() => void printAtTerminal()}>
            {say('print.terminal', { terminal: payment.terminalName })}
          </Button>
        )}
        <Button icon="document" isAsleep={pdf.isPending} onPress={() => void save()}>
          {say('print.pdf')}
        </Button>
        {copy === null || printers?.canMail !== true ? null : (
          <Button icon="mail" isAsleep={isMailing} onPress={() => setMailing(true)}>
            {say('print.mail')}
          </Button>
        )}
      </div>
      {isMailing && copy !== null ? (
        <MailForm reference={reference} copy={`${copy}Receipt`} onSent={() => setMailing(false)} />
      ) : null}
      {saved === null ? null : <output className={styles['saved']}>{say('print.pdf.saved', { name: saved })}</output>}
      {atTerminal === null ? null : <AtTerminal reference={atTerminal} />}
      {failure === null ? null : <FailureNotice failure={failure} moves="none" />}
    </div>
  )
}

/** Takes the focus as the panel opens, so that Enter prints. */
function First({ children }: { children: ReactElement }): ReactElement {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // After the dialog, which takes the focus itself as it opens.
    const frame = requestAnimationFrame(() => place.current?.querySelector('button')?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <div ref={place} className={styles['first']}>
      {children}
    </div>
  )
}

/** What became of the print on a terminal: an operation of its own. */
function AtTerminal({ reference }: { reference: Reference }): ReactElement | null {
  const text = useText()
  const now = useNow()
  const { value: printed } = usePayment(reference)
  if (printed === undefined) return null
  const state = toStateWords(toShown(printed, now), text)
  return (
    <output className={styles['saved']}>
      {text.say('print.terminal.state', { terminal: printed.terminalName, state })}
    </output>
  )
}
