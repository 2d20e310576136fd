import { create } from 'zustand'
import type { Reference } from '../../../shared/ids.ts'

/** The pages of the frame. A payment remembers where it was opened from. */
export type Page =
  | { name: 'sell' }
  | { name: 'refund' }
  | { name: 'history' }
  | { name: 'unresolved' }
  | { name: 'payment'; reference: Reference; from: Page }

interface PageState {
  page: Page
  /** The payment whose page stands in the window: an open one may be on its way, or may fail to be drawn. */
  drawnPayment: Reference | null
  areKeysShown: boolean
  /** The panel of what people chose for this till. */
  arePreferencesShown: boolean
  /** The panel of how the till itself is doing. */
  isHealthShown: boolean
  /** The payment that a manager is settling in a panel over the page. */
  settling: Reference | null
}

/** Which page is open; main knows nothing of it. */
export const usePage = create<PageState>()(() => ({
  page: { name: 'sell' },
  drawnPayment: null,
  areKeysShown: false,
  arePreferencesShown: false,
  isHealthShown: false,
  settling: null,
}))

export function openPage(name: 'sell' | 'refund' | 'history' | 'unresolved'): void {
  usePage.setState({ page: { name } })
}

export function openPayment(reference: Reference): void {
  const from = usePage.getState().page
  if (from.name === 'payment' && from.reference === reference) return
  usePage.setState({ page: { name: 'payment', reference, from } })
}

/** The page of this payment stands in the window now; null when it no longer does. */
export function noteDrawn(drawnPayment: Reference | null): void {
  usePage.setState({ drawnPayment })
}

/** Back to where the open payment was opened from; from a list back to Sell. */
export function goBack(): void {
  const { page } = usePage.getState()
  usePage.setState({ page: page.name === 'payment' ? page.from : { name: 'sell' } })
}

export function showKeys(areKeysShown: boolean): void {
  usePage.setState({ areKeysShown })
}

export function showPreferences(arePreferencesShown: boolean): void {
  usePage.setState({ arePreferencesShown })
}

export function showHealth(isHealthShown: boolean): void {
  usePage.setState({ isHealthShown })
}

export function openSettlement(reference: Reference): void {
  usePage.setState({ settling: reference })
}

export function closeSettlement(): void {
  usePage.setState({ settling: null })
}
