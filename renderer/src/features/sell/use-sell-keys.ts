import { useEffect, useEffectEvent, useRef } from 'react'
import {
  EMPTY_ENTRY,
  minorToEntry,
  pressKey,
  refusedEntry,
  type AmountEntry,
  type EntryKey,
} from '../../../../shared/amount-entry.ts'
import { parseAmount } from '../../../../shared/money.ts'
import { endsBurst, noteKey, NO_RHYTHM } from '../../ui/arming.ts'
import { leaveButton } from '../../ui/focus.ts'
import { useKeys } from '../../ui/use-keys.ts'
import { useSell } from './sell-store.ts'

interface SellKeys {
  currency: string
  locale: string
  onEnter: () => void
  onScanned: () => void
}

/** One key of the keypad or the keyboard, with what there is to say about it under the amount. */
export function typeKey(key: EntryKey, currency: string): void {
  const { entry, pending, doubt } = useSell.getState()
  if (pending !== null || doubt !== null) return
  const next = pressKey(entry, key, currency)
  useSell.setState({
    entry: next,
    note: next.refused === null ? null : { type: 'amount', problem: next.refused.problem },
  })
}

/** The keyboard, a scanner and the clipboard on Sell. */
export function useSellKeys({ currency, locale, onEnter, onScanned }: SellKeys): void {
  const rhythm = useRef(NO_RHYTHM)
  const beforeBurst = useRef<AmountEntry>(EMPTY_ENTRY)
  useKeys((event) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      if (!endsBurst(rhythm.current, event.timeStamp)) return onEnter()
      rhythm.current = NO_RHYTHM
      useSell.setState({ entry: beforeBurst.current, note: { type: 'scanned' } })
      return onScanned()
    }
    if (event.key.length === 1) {
      rhythm.current = noteKey(rhythm.current, event.timeStamp)
      if (rhythm.current.inARow === 1) beforeBurst.current = useSell.getState().entry
    }
    const key = toEntryKey(event.key)
    if (key === null) return
    event.preventDefault()
    leaveButton()
    typeKey(key, currency)
  })
  const paste = useEffectEvent((event: ClipboardEvent) => {
    if (event.target instanceof HTMLInputElement) return
    const { pending, doubt } = useSell.getState()
    if (pending !== null || doubt !== null) return
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

function toEntryKey(key: string): EntryKey | null {
  switch (key) {
    case '0':
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7':
    case '8':
    case '9':
      return key
    case '.':
    case ',':
      return 'decimal'
    case 'Backspace':
      return 'backspace'
    case 'Delete':
      return 'clear'
    case '-':
      return 'minus'
    default:
      return key.length === 1 && key !== ' ' ? 'other' : null
  }
}
