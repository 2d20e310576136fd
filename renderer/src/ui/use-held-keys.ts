import { useEffect, useLayoutEffect, useRef } from 'react'
import { toEntryKey } from '../../../shared/amount-entry.ts'

/**
 * What is typed while this screen gives way to the next one is meant for that: an amount loses no digit, and a key of the
 * frame is not lost. It is typed there once that is drawn, and forgotten where this screen stays. An Enter is not kept: on
 * another screen it would act.
 */
export function useHeldKeys(isGivingWay: boolean): void {
  const isGone = useRef(false)
  useLayoutEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
    }
  }, [])
  useEffect(() => {
    if (!isGivingWay) return
    const stop = holdKeys()
    return () => {
      if (isGone.current) afterNextFrame(() => typeAll(stop()))
      else stop()
    }
  }, [isGivingWay])
}

/** Takes every key before anybody else does, until the answer is called, which says what was typed. */
function holdKeys(): () => readonly string[] {
  const held: string[] = []
  const hold = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (!event.repeat && isKept(event.key)) held.push(event.key)
  }
  window.addEventListener('keydown', hold, true)
  return () => {
    window.removeEventListener('keydown', hold, true)
    return held
  }
}

function isKept(key: string): boolean {
  return toEntryKey(key) !== null || /^F\d+$/.test(key)
}

/** A window that nobody sees draws no frame, and does not wait for one. */
function afterNextFrame(act: () => void): void {
  if (document.hidden) return void setTimeout(act, 0)
  requestAnimationFrame(() => setTimeout(act, 0))
}

function typeAll(keys: readonly string[]): void {
  for (const key of keys) {
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  }
}
