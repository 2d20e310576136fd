import { useCallback, useEffect, useRef, useState } from 'react'
import { ARMING_MS } from './arming.ts'

/** Whether presses count by now, and a way to stop them counting for a moment. */
export interface Arming {
  isArmed: boolean
  disarm: () => void
}

/** Presses count from 400 ms after `screen` last changed, so that a press meant for the screen before does nothing here. */
export function useArming(screen: string): Arming {
  const [armedFor, setArmedFor] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const arm = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setArmedFor(screen), ARMING_MS)
  }, [screen])
  useEffect(() => {
    arm()
    return () => clearTimeout(timer.current)
  }, [arm])
  return {
    isArmed: armedFor === screen,
    disarm() {
      setArmedFor(null)
      arm()
    },
  }
}
