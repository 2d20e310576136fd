import type { AppError } from '../../shared/errors.ts'
import type { Reference } from '../../shared/ids.ts'
import { useDesk } from './queries.ts'
import { useCommand } from './use-command.ts'

export interface CheckNow {
  /** Asks about the payment now instead of at the next turn. */
  checkNow: () => void
  isChecking: boolean
  failure: AppError | null
}

/** "Check now" of one payment in a list or on its page. */
export function useCheckNow(reference: Reference): CheckNow {
  const desk = useDesk()
  const { run, isPending, failure } = useCommand('payment:check')
  const check = async () => {
    const payment = await run({ reference })
    if (payment !== null) desk.takePayment(payment)
  }
  return { checkNow: () => void check(), isChecking: isPending, failure }
}
