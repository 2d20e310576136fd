import { useEffect, useRef } from 'react'
import { toEntryKey } from '../../../shared/amount-entry.ts'
import { endsBurst, noteKey, NO_RHYTHM } from './arming.ts'

/** Longer than a screen takes that is certain to go. */
const PATIENCE_MS = 1_000

/**
 * What a person types while this screen gives way to the next one is meant for that: an amount loses no digit, and a key of
 * the frame is not lost. It is typed there once that is drawn, and forgotten where this screen stays.
 * @param hasFailed it does not give way after all
 */
export function useHeldKeys(isGivingWay: boolean, hasFailed: boolean): void {
  const holding = useRef<Holding | null>(null)
  useEffect(() => {
    if (!isGivingWay) return
    const begun = (holding.current ??= holdKeys())
    // Main's answer may come before its news, upon which this screen goes.
    return () => void setTimeout(forget, PATIENCE_MS)
    function forget(): void {
      begun.forget()
      if (holding.current === begun) holding.current = null
    }
  }, [isGivingWay])
  useEffect(() => {
    if (!hasFailed) return
    holding.current?.forget()
    holding.current = null
  }, [hasFailed])
  useEffect(() => () => holding.current?.typeAfterNextFrame(), [])
}

interface Holding {
  forget: () => void
  typeAfterNextFrame: () => void
}

/** Takes every key before anybody else does, until it is ended. */
function holdKeys(): Holding {
  let held: string[] = []
  let rhythm = NO_RHYTHM
  let beforeBurst = 0
  const hold = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (event.repeat) return
    const { key, timeStamp } = event
    if (key.length === 1) {
      rhythm = noteKey(rhythm, timeStamp)
      if (rhythm.inARow === 1) beforeBurst = held.length
    }
    // A scanner's code is no amount. An Enter is not kept either: on another screen it would act.
    if (key === 'Enter' && endsBurst(rhythm, timeStamp)) held = held.slice(0, beforeBurst)
    if (isKept(key, held.at(-1))) held.push(key)
  }
  const forget = (): void => {
    held = []
    window.removeEventListener('keydown', hold, true)
  }
  window.addEventListener('keydown', hold, true)
  return {
    forget,
    typeAfterNextFrame: () =>
      afterNextFrame(() => {
        const typed = held
        forget()
        for (const key of typed) type(key)
      }),
  }
}

/** What follows a key of the frame is for a page that is not there yet. */
function isKept(key: string, before: string | undefined): boolean {
  return isFrameKey(key) || (toEntryKey(key) !== null && (before === undefined || !isFrameKey(before)))
}

function isFrameKey(key: string): boolean {
  return /^F\d+$/.test(key)
}

/** A window that nobody sees draws no frame, and does not wait for one. */
function afterNextFrame(act: () => void): void {
  if (document.hidden) return void setTimeout(act, 0)
  requestAnimationFrame(() => setTimeout(act, 0))
}

function type(key: string): void {
  const target = document.activeElement ?? document.body
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
}
