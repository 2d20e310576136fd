import { useEffect, useState } from 'react'

/** Wall-clock time, anew each second while shown, or as seldom as told. For words and countdowns, never for deciding about money. */
export function useNow(isTicking = true, everyMs = 1000): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!isTicking) return
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [isTicking, everyMs])
  return now
}
