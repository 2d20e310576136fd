import { useEffect, useEffectEvent, useRef } from 'react'
import {
  EMPTY_ENTRY,
  minorToEntry,
  pressKey,
  refusedEntry,
  toEntryKey,
  type AmountEntry,
  type EntryKey,
} from '../../../../shared/amount-entry.ts'
import { parseAmount } from '../../../../shared/money.ts'
import { endsBurst, noteKey, NO_RHYTHM } from '../../ui/arming.ts'
import { leaveButton } from '../../ui/focus.ts'
import { useKeys } from '../../ui/use-keys.ts'
import { isSlipFixed, useSell, useTipChoice } from './sell-store.ts'

/** On the numeric block, beside the digits: "plus a tip". */
export const TIP_KEY = '+'

interface SellKeys {
  currency: string
  locale: string
  /** Whether the terminal can ask for a tip. */
  mayTip: boolean
  onEnter: () => void
  onScanned: () => void
}

/** One key of the keypad or the keyboard, with what there is to say about it under the amount. */
export function typeKey(key: EntryKey, currency: string): void {
  const sell = useSell.getState()
  if (isSlipFixed(sell)) return
  const next = pressKey(sell.entry, key, currency)
  useSell.setState({
    entry: next,
    note: next.refused === null ? null : { type: 'amount', problem: next.refused.problem },
  })
}

/** Turns the question for a tip on or off, for this sale and the next ones. */
export function toggleTip(): void {
  if (isSlipFixed(useSell.getState())) return
  useTipChoice.setState(({ withTip }) => ({ withTip: !withTip }))
}

/** The keyboard, a scanner and the clipboard on Sell. */
export function useSellKeys({ currency, locale, mayTip, onEnter, onScanned }: SellKeys): void {
  const rhythm = useRef(NO_RHYTHM)
  const beforeBurst = useRef<{ entry: AmountEntry; withTip: boolean }>({ entry: EMPTY_ENTRY, withTip: false })
  useKeys((event) => {
    // The question has the keys: Enter is an answer there.
    if (useSell.getState().question !== null) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (!endsBurst(rhythm.current, event.timeStamp)) return onEnter()
      rhythm.current = NO_RHYTHM
      const { entry, withTip } = beforeBurst.current
      useSell.setState({ entry, note: { type: 'scanned' } })
      useTipChoice.setState({ withTip })
      return onScanned()
    }
    if (event.key.length === 1) {
      rhythm.current = noteKey(rhythm.current, event.timeStamp)
      if (rhythm.current.inARow === 1) {
        beforeBurst.current = { entry: useSell.getState().entry, withTip: useTipChoice.getState().withTip }
      }
    }
    if (mayTip && event.key === TIP_KEY) {
      event.preventDefault()
      return toggleTip()
    }
    const key = toEntryKey(event.key)
    if (key === null) return
    event.preventDefault()
    leaveButton()
    typeKey(key, currency)
  })
  const paste = useEffectEvent((event: ClipboardEvent) => {
    if (event.target instanceof HTMLInputElement) return
    if (isSlipFixed(useSell.getState())) return
    leaveButton()
    const amount = parseAmount(event.clipboardData?.getData('text') ?? '', currency, locale)
    useSell.setState(
      amount.ok
        ? { entry: minorToEntry(amount.value), note: null }
        : { entry: refusedEntry(amount.error), note: { type: 'amount', problem: amount.error } },
    )
  })
  useEffect(() => {
    const listener = (event: ClipboardEvent) => paste(event)
    window.addEventListener('paste', listener)
    return () => window.removeEventListener('paste', listener)
  }, [])
}
