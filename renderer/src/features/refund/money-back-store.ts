import { create } from 'zustand'
import type { AppError, Twin } from '../../../../shared/errors.ts'
import type { OperationRequest } from '../../../../shared/ipc/operation-request.ts'

/** What gives money back, or changes a tip. */
export type MoneyBackRequest = Extract<
  OperationRequest,
  { operation: 'refund' | 'moToRefund' | 'saleReversal' | 'refundReversal' | 'moToReversal' | 'tipAdjustment' }
>

/** What can look like a repetition of an earlier one. */
export type RefundRequest = Extract<MoneyBackRequest, { operation: 'refund' | 'moToRefund' }>

/** What was not begun because it looks like an earlier one. */
export interface Doubled {
  request: RefundRequest
  twin: Twin
}

interface MoneyBackState {
  /** One at a time. */
  isPending: boolean
  /** What Paydesk never answered for. It outlives its panel: until it is known nothing else is begun. */
  doubt: MoneyBackRequest | null
  /** Begun only if the cashier says that it is another one. */
  doubled: Doubled | null
  failure: AppError | null
}

export const useMoneyBack = create<MoneyBackState>()(() => ({
  isPending: false,
  doubt: null,
  doubled: null,
  failure: null,
}))
