import type { Reference } from '../../shared/ids.ts'
import type { AppSnapshot } from '../../shared/ipc/snapshots.ts'
import type { Contact } from './payments/contact.ts'

/** What the till as a whole is in: which shop, which mode, whether it may charge, what its screen shows. */
export interface Till {
  snapshot(version: number): AppSnapshot
  blocked(): AppSnapshot['blocked']
  /** The payment that the screen shows; null after the cashier went on. */
  show(reference: Reference | null): void
  shown(): Reference | null
  noteContact(contact: Contact): void
  /** From now on nothing is sold: what cannot be written down is not done (safety R15). */
  noteJournalFailure(): void
}

interface TillOptions {
  appVersion: string
  shop: AppSnapshot['shop']
  mode: AppSnapshot['mode']
  hasKey: boolean
  countUnresolved: () => number
  onChange: () => void
}

export function createTill({ appVersion, shop, mode, hasKey, countUnresolved, onChange }: TillOptions): Till {
  let shownPayment: Reference | null = null
  let cloud: AppSnapshot['cloud'] = 'unknown'
  let isKeyRefused = false
  let isJournalLost = false

  function blocked(): AppSnapshot['blocked'] {
    if (isJournalLost) return 'journal.unavailable'
    if (!hasKey) return 'key.missing'
    return isKeyRefused ? 'key.refused' : null
  }

  return {
    blocked,
    snapshot: (version) => ({
      version,
      appVersion,
      shop,
      mode,
      blocked: blocked(),
      cloud,
      shownPayment,
      unresolvedCount: countUnresolved(),
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
    noteJournalFailure() {
      if (isJournalLost) return
      isJournalLost = true
      onChange()
    },
  }
}
