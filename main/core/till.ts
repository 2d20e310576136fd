import type { Reference } from '../../shared/ids.ts'
import type { AppSnapshot, Health } from '../../shared/ipc/snapshots.ts'
import type { Contact } from './payments/contact.ts'

/** What the till as a whole is in: which shop, which mode, whether it may charge, what its screen shows. */
export interface Till {
  snapshot(version: number): AppSnapshot
  blocked(): AppSnapshot['blocked']
  /** The payment that the screen shows; null after the cashier went on. */
  show(reference: Reference | null): void
  shown(): Reference | null
  noteContact(contact: Contact): void
  /** Something of the hidden health is different. */
  noteHealth(): void
  /** From now on nothing is sold: what cannot be written down is not done (safety R15). */
  noteJournalFailure(): void
}

/** What the snapshot's health is made of, and what of it forbids selling. */
export interface HiddenHealth extends Omit<Health, 'orphanCount' | 'unreadableCount'> {
  blocked: 'journal.restoring' | 'disk.low' | null
}

interface TillOptions {
  appVersion: string
  allows: AppSnapshot['allows']
  readHealth: () => HiddenHealth & Health
  /** Its locale is another one when the till speaks another language. */
  shop: AppSnapshot['shop']
  mode: AppSnapshot['mode']
  hasKey: boolean
  countUnresolved: () => number
  onChange: () => void
}

export function createTill(options: TillOptions): Till {
  const { appVersion, allows, readHealth, shop, mode, hasKey, countUnresolved, onChange } = options
  let shownPayment: Reference | null = null
  let cloud: AppSnapshot['cloud'] = 'unknown'
  let isKeyRefused = false
  let isJournalLost = false

  function blocked(): AppSnapshot['blocked'] {
    if (isJournalLost) return 'journal.unavailable'
    if (!hasKey) return 'key.missing'
    if (isKeyRefused) return 'key.refused'
    return readHealth().blocked
  }

  return {
    blocked,
    snapshot: (version) => ({
      version,
      appVersion,
      shop: { name: shop.name, currency: shop.currency, locale: shop.locale },
      mode,
      blocked: blocked(),
      cloud,
      shownPayment,
      unresolvedCount: countUnresolved(),
      health: toHealth(readHealth()),
      allows,
    }),
    show(reference) {
      if (shownPayment === reference) return
      shownPayment = reference
      onChange()
    },
    shown: () => shownPayment,
    noteContact(contact) {
      const [cloudBefore, keyBefore] = [cloud, isKeyRefused]
      cloud = contact === 'unreachable' ? 'unreachable' : 'reachable'
      if (contact === 'answered' || contact === 'keyRefused') isKeyRefused = contact === 'keyRefused'
      if (cloudBefore !== cloud || keyBefore !== isKeyRefused) onChange()
    },
    noteHealth: onChange,
    noteJournalFailure() {
      if (isJournalLost) return
      isJournalLost = true
      onChange()
    },
  }
}

function toHealth({ callback, lastBackupAt, backupProblem, orphanCount, unreadableCount, restored }: Health): Health {
  return { callback, lastBackupAt, backupProblem, orphanCount, unreadableCount, restored }
}
