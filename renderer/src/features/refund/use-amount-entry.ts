import { useRef, useState, type RefObject } from 'react'
import {
  EMPTY_ENTRY,
  entryToMinor,
  pressKey,
  toEntryKey,
  type AmountEntry,
  type EntryKey,
} from '../../../../shared/amount-entry.ts'
import type { AmountProblem } from '../../../../shared/money.ts'
import { endsBurst, noteKey, NO_RHYTHM } from '../../ui/arming.ts'
import { leaveButton } from '../../ui/focus.ts'
import { usePanelKeys } from '../../ui/use-panel-keys.ts'

/** An amount that is typed, or stands there from the beginning. */
export interface AmountUse {
  amountMinor: number
  /** Nobody has typed anything: the whole amount stands there. */
  isPreset: boolean
  problem: AmountProblem | null
  press: (key: EntryKey) => void
  /** Back to what stood there. */
  reset: () => void
}

interface AmountOptions {
  currency: string
  /** Stands there until a digit is typed; null where nothing does. */
  presetMinor: number | null
  inside: RefObject<HTMLElement | null>
  onEnter: () => void
  /** Something is asked about the amount: until that is answered no key changes it. */
  isFixed?: () => boolean
}

/** The amount of a panel, by pad and keyboard. What a scanner types does nothing, and neither does its Enter. */
export function useAmountEntry({
  currency,
  presetMinor,
  inside,
  onEnter,
  isFixed = () => false,
}: AmountOptions): AmountUse {
  const [entry, setEntry] = useState<AmountEntry | null>(presetMinor === null ? EMPTY_ENTRY : null)
  const rhythm = useRef(NO_RHYTHM)
  const beforeBurst = useRef<AmountEntry | null>(null)
  const press = (key: EntryKey) => setEntry(pressKey(entry ?? EMPTY_ENTRY, key, currency))
  const reset = () => setEntry(presetMinor === null ? EMPTY_ENTRY : null)
  usePanelKeys(inside, (event) => {
    if (isFixed()) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (!endsBurst(rhythm.current, event.timeStamp)) return onEnter()
      rhythm.current = NO_RHYTHM
      return setEntry(beforeBurst.current)
    }
    if (event.key.length === 1) {
      rhythm.current = noteKey(rhythm.current, event.timeStamp)
      if (rhythm.current.inARow === 1) beforeBurst.current = entry
    }
    const key = toEntryKey(event.key)
    if (key === null) return
    event.preventDefault()
    leaveButton()
    press(key)
  })
  return {
    amountMinor: entry === null ? (presetMinor ?? 0) : entryToMinor(entry, currency),
    isPreset: entry === null,
    problem: entry?.refused?.problem ?? null,
    press,
    reset,
  }
}
