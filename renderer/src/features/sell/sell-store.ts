import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { EMPTY_ENTRY, type AmountEntry } from '../../../../shared/amount-entry.ts'
import type { AppError, Twin } from '../../../../shared/errors.ts'
import type { CommandInput } from '../../../../shared/ipc/contract.ts'
import type { AmountProblem } from '../../../../shared/money.ts'

export type SaleRequest = CommandInput<'sale:start'>

/** What stands under the amount. */
export type SellNote =
  | { type: 'amount'; problem: AmountProblem }
  | { type: 'scanned' }
  | { type: 'failure'; failure: AppError }

interface SellState {
  entry: AmountEntry
  customerReference: string
  note: SellNote | null
  /** The sale that is on its way to Paydesk. One at a time. */
  pending: SaleRequest | null
  /** A sale that Paydesk never answered for: nothing else is charged until it is known. */
  doubt: SaleRequest | null
  /** A sale that looks like another one: a person has to say that it is not. */
  question: { request: SaleRequest; twin: Twin } | null
}

const FRESH: SellState = {
  entry: EMPTY_ENTRY,
  customerReference: '',
  note: null,
  pending: null,
  doubt: null,
  question: null,
}

/** What the cashier is about to charge; it outlives a look at another page. */
export const useSell = create<SellState>()(() => FRESH)

/** An empty slip for the next customer. A sale in doubt stays in doubt. */
export function clearSlip(): void {
  useSell.setState({ entry: EMPTY_ENTRY, customerReference: '', note: null })
}

/** Whether the slip can be changed: not while its sale is on its way, in doubt, or in question. */
export function isSlipFixed({ pending, doubt, question }: SellState): boolean {
  return pending !== null || doubt !== null || question !== null
}

interface TerminalChoice {
  serialNumber: string | null
}

/** The terminal this till was last used with, kept between starts. */
export const useTerminalChoice = create<TerminalChoice>()(
  persist((): TerminalChoice => ({ serialNumber: null }), { name: 'paydesk.terminal' }),
)

/**
 * Whether the terminal asks for a tip. It stays as it was set on this till and not only for one sale: a counter that takes
 * away asks nobody, a terrace everybody, and a sale remains digits and one act on both.
 */
export const useTipChoice = create<{ withTip: boolean }>()(
  persist((): { withTip: boolean } => ({ withTip: true }), { name: 'paydesk.tip' }),
)
