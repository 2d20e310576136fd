import { useRef, type KeyboardEvent, type RefObject } from 'react'

/** Arrow keys, Home and End move the focus through the `[data-row]` controls of a list. */
export function useRowKeys<Element extends HTMLElement>(): {
  list: RefObject<Element | null>
  onKeyDown: (event: KeyboardEvent) => void
} {
  const list = useRef<Element>(null)
  return {
    list,
    onKeyDown(event) {
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
      const at = rows.findIndex((row) => row === document.activeElement)
      const next = toNext(event.key, at, rows.length)
      if (next === null) return
      event.preventDefault()
      rows[next]?.focus()
    },
  }
}

function toNext(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, at + 1)
    case 'ArrowUp':
      return Math.max(0, at - 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
