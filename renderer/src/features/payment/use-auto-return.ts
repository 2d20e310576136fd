import { useEffect, useEffectEvent, useState } from 'react'

const RETURN_AFTER_S = 8

/** Seconds until the screen goes by itself, or null once a touch or a key has stopped it, or where it never goes. */
export function useAutoReturn(isReturning: boolean, onReturn: () => void): number | null {
  const [secondsLeft, setSecondsLeft] = useState(RETURN_AFTER_S)
  const [isStopped, setStopped] = useState(false)
  const isRunning = isReturning && !isStopped
  const goBack = useEffectEvent(onReturn)
  useEffect(() => {
    if (!isRunning) return
    const startedAt = performance.now()
    const timer = setInterval(() => {
      const left = RETURN_AFTER_S - Math.floor((performance.now() - startedAt) / 1000)
      setSecondsLeft(Math.max(0, left))
      if (left > 0) return
      // Once only: where leaving fails, its failure stands there and nothing counts any more.
      setStopped(true)
      goBack()
    }, 200)
    const stop = () => setStopped(true)
    window.addEventListener('pointerdown', stop)
    window.addEventListener('keydown', stop)
    return () => {
      clearInterval(timer)
      window.removeEventListener('pointerdown', stop)
      window.removeEventListener('keydown', stop)
    }
  }, [isRunning])
  return isRunning ? secondsLeft : null
}
