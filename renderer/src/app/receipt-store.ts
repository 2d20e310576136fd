import { create } from 'zustand'
import type { Reference } from '../../../shared/ids.ts'
import type { Desk } from '../desk.ts'

interface PrintingState {
  /** The payment whose receipt is in a panel over the page. */
  reference: Reference | null
  areJobsShown: boolean
}

/** Which panels of receipts are open; main knows nothing of it. */
export const usePrinting = create<PrintingState>()(() => ({ reference: null, areJobsShown: false }))

export function openReceipt(reference: Reference): void {
  usePrinting.setState({ reference, areJobsShown: false })
}

export function closeReceipt(): void {
  usePrinting.setState({ reference: null })
}

export function showJobs(areJobsShown: boolean): void {
  usePrinting.setState({ areJobsShown, reference: null })
}

/** Opens the receipt of the newest payment that has one; nothing where there is none yet. */
export async function openLastReceipt(desk: Desk): Promise<void> {
  const last = await desk.bridge.call('receipt:last', {})
  if (last.ok && last.value.reference !== null) openReceipt(last.value.reference)
}
