import { create } from 'zustand'
import type { AppError } from '../../../../shared/errors.ts'
import type { OperationRequest } from '../../../../shared/ipc/operation-request.ts'

/** What gives money back, or changes a tip. */
export type MoneyBackRequest = Extract<
  OperationRequest,
  { operation: 'refund' | 'moToRefund' | 'saleReversal' | 'refundReversal' | 'moToReversal' | 'tipAdjustment' }
>

interface MoneyBackState {
  /** One at a time. */
  isPending: boolean
  /** What Paydesk never answered for. It outlives its panel: until it is known nothing else is begun. */
  doubt: MoneyBackRequest | null
  /** The same was done moments ago: begun only if the cashier says that it is another one. */
  twin: MoneyBackRequest | null
  failure: AppError | null
}

export const useMoneyBack = create<MoneyBackState>()(() => ({
  isPending: false,
  doubt: null,
  twin: null,
  failure: null,
}))
