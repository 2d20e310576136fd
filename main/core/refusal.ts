import type { ErrorCode, MoneyState, Twin } from '../../shared/errors.ts'

/** What a use case answers when it does not do what was asked. The router adds the correlation id. */
export interface Refusal {
  code: ErrorCode
  message: string
  moneyState: MoneyState
  /** With `payment.looksDoubled`. */
  twin?: Twin
}
