import { useEffect, useEffectEvent, type RefObject } from 'react'

/**
 * Listens to keys while a panel is the one on top, wherever the focus is. What a control in focus does with a key itself
 * (Enter on a button, digits in a field) is left to it, as are repeats of a held key.
 * @param inside anything in the panel
 */
export function usePanelKeys(inside: RefObject<HTMLElement | null>, onKey: (event: KeyboardEvent) => void): void {
  const listen = useEffectEvent((event: KeyboardEvent) => {
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return
    // A panel over a panel comes later in the page.
    const top = [...document.querySelectorAll('dialog[open]')].at(-1)
    if (top === undefined || inside.current?.closest('dialog') !== top) return
    const { target, key } = event
    const control = target instanceof Element ? target : null
    if ((control?.closest('input, textarea, select') ?? null) !== null) return
    const isForButton = key === 'Enter' || key === ' '
    if (isForButton && (control?.closest('button, a, summary') ?? null) !== null) return
    onKey(event)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => listen(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
