import { useEffect, useEffectEvent, useRef } from 'react'
import { BURST_GAP_MS, endsBurst, isInBurst, noteKey, NO_RHYTHM } from './arming.ts'
import { useKeys } from './use-keys.ts'

/**
 * Keys on the whole page as a person presses them, for acts that one key begins. What a scanner types is not passed on, and
 * neither is the Enter at its end: a letter or digit counts once nothing has followed it as fast as a scanner types.
 */
export function usePersonKeys(onKey: (event: KeyboardEvent) => void): void {
  const press = useEffectEvent(onKey)
  const rhythm = useRef(NO_RHYTHM)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useKeys((event) => {
    clearTimeout(waiting.current)
    if (event.key.length > 1) {
      if (event.key === 'Enter' && endsBurst(rhythm.current, event.timeStamp)) return
      return press(event)
    }
    rhythm.current = noteKey(rhythm.current, event.timeStamp)
    if (!isInBurst(rhythm.current)) waiting.current = setTimeout(() => press(event), BURST_GAP_MS)
  })
  useEffect(() => () => clearTimeout(waiting.current), [])
}
