import { useRef, type RefObject } from 'react'
import { useKeys } from './use-keys.ts'

/** Arrow keys, Home and End move the focus through the `[data-row]` controls of the list that the page is about. */
export function useRowKeys<Element extends HTMLElement>(): RefObject<Element | null> {
  const list = useRef<Element>(null)
  useKeys((event) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    const at = rows.findIndex((row) => row === document.activeElement)
    const next = toNext(event.key, at, rows.length)
    if (next === null) return
    event.preventDefault()
    rows[next]?.focus()
  })
  return list
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
