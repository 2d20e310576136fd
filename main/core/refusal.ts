import type { ErrorCode, MoneyState } from '../../shared/errors.ts'

/** What a use case answers when it does not do what was asked. The router adds the correlation id. */
export interface Refusal {
  code: ErrorCode
  message: string
  moneyState: MoneyState
}
