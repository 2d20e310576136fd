import type { ReactElement } from 'react'
import type { TerminalSnapshot } from '../../../shared/ipc/snapshots.ts'
import { toName } from './state-words.ts'
import { useText, type Text } from './text.ts'
import { useNow } from './use-now.ts'
import styles from './terminal-state.module.css'

/** How long a contact makes a terminal look ready. Its words say the age whatever it is. */
const FRESH_MS = 15 * 60_000

/** What is younger than this is told as it is, without its age. */
const JUST_NOW_MS = 60_000

/** From here on down a battery may not last until the queue is served. */
const LOW_PERCENT = 20

/** What is known of a terminal, in words, with a dot that only repeats them. */
export function TerminalState({ terminal }: { terminal: TerminalSnapshot }): ReactElement {
  const text = useText()
  const now = useNow(true, 10_000)
  const battery = describeBattery(terminal, now, text)
  return (
    <span className={styles['state']} data-state={toDot(terminal, now)}>
      <span>{describeContact(terminal, now, text)}</span>
      {battery === null ? null : (
        <>
          {' · '}
          <span className={styles['battery']} data-low={(terminal.battery?.percent ?? 100) <= LOW_PERCENT}>
            {battery}
          </span>
        </>
      )}
    </span>
  )
}

function toDot({ openPayment, condition, contact }: TerminalSnapshot, now: number): string {
  if (openPayment !== null) return 'held'
  const isOld = contact === null || now - contact.at > FRESH_MS
  return condition === 'idle' && isOld ? 'unknown' : condition
}

/** All that is known of a terminal, as one sentence. */
export function describeTerminal(terminal: TerminalSnapshot, now: number, text: Text): string {
  const battery = describeBattery(terminal, now, text)
  const contact = describeContact(terminal, now, text)
  return battery === null ? contact : `${contact}. ${battery}`
}

/** What it is doing, else when it was last heard from or missed. */
function describeContact({ work, contact }: TerminalSnapshot, now: number, text: Text): string {
  if (work !== null) {
    const { operation, number, amountMinor, currency, since } = work
    const what = toName({ operation, number }, text)
    const values = { what, amount: text.money(amountMinor, currency), time: text.time(since) }
    return text.say(amountMinor === 0 ? 'terminal.busy' : 'terminal.busyAmount', values)
  }
  if (contact === null) return text.say('terminal.condition.unknown')
  if (contact.isReachable && isJustNow(contact.at, now)) return text.say('terminal.condition.ready')
  const ago = text.ago(contact.at, now)
  return text.say(contact.isReachable ? 'terminal.condition.idle' : 'terminal.condition.offline', { ago })
}

function isJustNow(at: number, now: number): boolean {
  return now - at < JUST_NOW_MS
}

/** Its age is said once where it is the contact's. */
function describeBattery({ work, contact, battery }: TerminalSnapshot, now: number, text: Text): string | null {
  if (battery === null) return null
  const ago = text.ago(battery.at, now)
  const isAgeSaid = work === null && contact?.isReachable === true && text.ago(contact.at, now) === ago
  const isOld = !isJustNow(battery.at, now)
  const percent = text.percent(battery.percent)
  const words = text.say(battery.isCharging === true ? 'terminal.battery.charging' : 'terminal.battery', { percent })
  return isAgeSaid || !isOld ? words : text.say('terminal.battery.ago', { words, ago })
}
