import { useState } from 'react'
import type { TimelineEntry } from '../../../../shared/ipc/snapshots.ts'
import { tellsOfMoney } from '../../../../shared/transaction/tells-of-money.ts'
import type { PaymentRecord } from '../../desk.ts'

/** What a manager had before him when he chose a verdict. */
export interface Look {
  /** The number of the last fact; null while nothing was chosen, or nothing could be read. */
  shown: number | null
  /** What tells of the money and came afterwards: the verdict was not chosen with it in view. */
  news: readonly TimelineEntry[]
  /** The verdict is chosen now, with all that is on the screen. */
  take: () => void
}

export function useLook(record: PaymentRecord | undefined): Look {
  const [shown, setShown] = useState<number | null>(null)
  const timeline = record?.timeline ?? []
  return {
    shown,
    news: shown === null ? [] : timeline.filter(({ seq, event }) => seq > shown && tellsOfMoney(event)),
    take: () => setShown(timeline.at(-1)?.seq ?? null),
  }
}
