import type { TerminalSnapshot } from '../../../shared/ipc/snapshots.ts'
import type { Battery } from '../handpoint/answers.ts'

export type Contact = NonNullable<TerminalSnapshot['contact']>
type HeardBattery = NonNullable<TerminalSnapshot['battery']>

/** What terminals were last heard to be, by serial number: only what was proved, with the time of the proof. */
export interface SignsOfLife {
  /** What was heard just now: the last that came counts, whatever the wall clock says. True where it is news. */
  noteContact(serialNumber: string, contact: Contact): boolean
  /** A result has a time of its own: one that is older than what is known replaces nothing. True where it is news. */
  noteResult(serialNumber: string, at: number): boolean
  noteBattery(serialNumber: string, battery: Battery, at: number): void
  contactOf(serialNumber: string): Contact | null
  batteryOf(serialNumber: string): HeardBattery | null
}

/** Kept for the life of the process: a terminal that was not heard from today is not known to be anything. */
export function createSignsOfLife(): SignsOfLife {
  const contacts = new Map<string, Contact>()
  const batteries = new Map<string, HeardBattery>()

  function noteContact(serialNumber: string, contact: Contact): boolean {
    const before = contacts.get(serialNumber)
    contacts.set(serialNumber, contact)
    return before?.isReachable !== contact.isReachable || before.at !== contact.at
  }

  return {
    noteContact,
    noteResult(serialNumber, at) {
      const before = contacts.get(serialNumber)
      if (before !== undefined && before.at > at) return false
      return noteContact(serialNumber, { isReachable: true, at })
    },
    noteBattery(serialNumber, battery, at) {
      const before = batteries.get(serialNumber)
      if (before === undefined || before.at <= at) batteries.set(serialNumber, { ...battery, at })
    },
    contactOf: (serialNumber) => contacts.get(serialNumber) ?? null,
    batteryOf: (serialNumber) => batteries.get(serialNumber) ?? null,
  }
}
