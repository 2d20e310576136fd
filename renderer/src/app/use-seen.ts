import type { AppError } from '../../../shared/errors.ts'
import type { PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import { useDesk } from '../queries.ts'
import { useCommand } from '../use-command.ts'

interface Seen {
  isPending: boolean
  failure: AppError | null
  /** Says of each that a person has seen what is new about it. Where one fails the rest stay unseen, and are shown. */
  see: (payments: readonly PaymentSnapshot[]) => Promise<void>
}

/** A person's word that late results were seen. */
export function useSeen(): Seen {
  const desk = useDesk()
  const { isPending, failure, run } = useCommand('payment:acknowledge')
  return {
    isPending,
    failure,
    async see(payments) {
      for (const { reference, news } of payments) {
        if (news === null) continue
        // oxlint-disable-next-line no-await-in-loop -- one act at a time, and none after one that failed
        const changed = await run({ reference, news: news.number })
        if (changed === null) return
        desk.takePayment(changed)
      }
    },
  }
}
