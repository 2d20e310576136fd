import { create } from 'zustand'
import type { Reference } from '../../../shared/ids.ts'

/** A panel over the page in which money is given back, or a tip is changed. */
export type MoneyBackAsked = { act: 'refund' | 'reversal' | 'tip'; reference: Reference } | { act: 'unlinkedRefund' }

/** What is open; main knows nothing of it. */
export const useMoneyBackPanel = create<{ asked: MoneyBackAsked | null }>()(() => ({ asked: null }))

export function openMoneyBack(asked: MoneyBackAsked): void {
  useMoneyBackPanel.setState({ asked })
}

export function closeMoneyBack(): void {
  useMoneyBackPanel.setState({ asked: null })
}
