import { create } from 'zustand'
import type { Reference } from '../../../../shared/ids.ts'
import type { HistoryKind, HistoryStateGroup } from '../../../../shared/ipc/history.ts'

/** What was chosen on the page. A day is `today`, which goes on with the calendar, or a date such as `2026-11-21`. */
export interface HistoryChoice {
  day: string | null
  serialNumber: string | null
  group: HistoryStateGroup | null
  kind: HistoryKind | null
  text: string
}

export const NO_CHOICE: HistoryChoice = { day: null, serialNumber: null, group: null, kind: null, text: '' }

interface HistoryPageState {
  choice: HistoryChoice
  /** The row that the arrow keys are at. */
  selected: Reference | null
  /** Where the page was scrolled to when a payment was opened from it; null on a visit that starts anew. */
  scrolledTo: number | null
}

const ANEW: HistoryPageState = { choice: NO_CHOICE, selected: null, scrolledTo: null }

/** The page as it was left for one of its payments, to be found again on the way back. */
export const useHistoryPage = create<HistoryPageState>()(() => ANEW)

export function choose(changes: Partial<HistoryChoice>): void {
  useHistoryPage.setState(({ choice }) => ({ choice: { ...choice, ...changes }, selected: null }))
  if (window.scrollY > 0) window.scrollTo({ top: 0 })
}

export function select(selected: Reference): void {
  useHistoryPage.setState({ selected })
}

/** The page is left for one of its payments. */
export function keepPlace(opened: Reference): void {
  useHistoryPage.setState({ selected: opened, scrolledTo: window.scrollY })
}

/** The way back is over: after another way out the page begins anew. */
export function forgetPlace(): void {
  useHistoryPage.setState({ scrolledTo: null })
}

export function startAnew(): void {
  useHistoryPage.setState(ANEW)
}

export function hasChoice(choice: HistoryChoice): boolean {
  return Object.values(choice).some((chosen) => chosen !== null && chosen !== '')
}
