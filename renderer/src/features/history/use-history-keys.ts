import { useEffect, useEffectEvent } from 'react'

interface HistoryKeys {
  /** F4, `/`, or simply what is to be searched for. */
  onSearch: () => void
  /** Clears, and with nothing to clear goes back. */
  onEscape: () => void
  /** Up, down, a screenful, first or last. */
  onMove: (move: Move) => void
}

export type Move = 'next' | 'previous' | 'nextPage' | 'previousPage' | 'first' | 'last'

const MOVES: Readonly<Record<string, Move>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  PageDown: 'nextPage',
  PageUp: 'previousPage',
  Home: 'first',
  End: 'last',
}

/** The keys of the list. They are looked at before those of the frame, which F4 and Esc belong to elsewhere. */
export function useHistoryKeys({ onSearch, onEscape, onMove }: HistoryKeys): void {
  const listen = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || document.querySelector('dialog[open]') !== null) return
    const isInField = event.target instanceof Element && event.target.closest('input, select, textarea') !== null
    const move = MOVES[event.key]
    // Held down, the arrow keys go on; in a field all but two of them are the field's.
    if (move !== undefined && (!isInField || (isSearch(event.target) && /^Arrow(?:Down|Up)$/.test(event.key)))) {
      event.preventDefault()
      return onMove(move)
    }
    if (event.repeat) return
    if (event.key === 'F4' || (event.key === '/' && !isInField)) {
      event.preventDefault()
      event.stopPropagation()
      return onSearch()
    }
    // In a list of choices or a calendar it closes that.
    if (event.key === 'Escape' && (!isInField || isSearch(event.target))) {
      event.preventDefault()
      event.stopPropagation()
      return onEscape()
    }
    // The field takes the focus now and, with it, this very key.
    if (!isInField && /^[\p{L}\p{N}#]$/u.test(event.key)) onSearch()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => listen(event)
    window.addEventListener('keydown', listener, true)
    return () => window.removeEventListener('keydown', listener, true)
  }, [])
}

function isSearch(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'search'
}
