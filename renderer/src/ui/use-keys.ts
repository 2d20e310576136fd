import { useEffect, useEffectEvent } from 'react'

/**
 * Listens to keys on the whole page. Repeats of a held key are not passed on, nor keys with Ctrl, Alt or Meta. What a
 * control in focus does with a key itself (Enter on a button, digits in a field) is left to it.
 */
export function useKeys(onKey: (event: KeyboardEvent) => void): void {
  const listen = useEffectEvent((event: KeyboardEvent) => {
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return
    if (isForControl(event)) return
    onKey(event)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => listen(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}

function isForControl({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false
  // A dialog has the page, even where a press beside its controls took the focus away from it.
  if (document.querySelector('dialog[open]') !== null) return true
  if (target.closest('input, textarea, select') !== null) return !/^F\d+$/.test(key)
  return (key === 'Enter' || key === ' ') && target.closest('button, a, summary') !== null
}
