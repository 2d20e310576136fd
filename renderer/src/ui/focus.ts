import type { MouseEvent } from 'react'

/** A ref that puts the focus on a heading as it appears, so that a screen reader and the keyboard start there. */
export function focusOnMount(element: HTMLElement | null): void {
  element?.focus()
}

/** Puts the focus on the headline of the page, after what was in focus has gone. */
export function focusHeadline(): void {
  document.querySelector<HTMLElement>('main h1')?.focus()
}

/**
 * For `onMouseDown`: a button that is pressed with a mouse or a finger takes no focus, so that Enter still means what it
 * says on the page (Charge, or the first act of a result) and not this button once more. A field is left, but only with
 * the click: where it grows smaller, the button may move away under the finger.
 */
export function keepFocus(event: MouseEvent): void {
  event.preventDefault()
  if (isFocusIn(FIELDS)) event.currentTarget.addEventListener('click', () => leave(FIELDS), { once: true })
}

/** The focus leaves a button, so that the next Enter is the page's. The Tab key goes on from where the button stands. */
export function leaveButton(): void {
  leave('button, a, summary')
}

const FIELDS = 'input, textarea, select'

function leave(controls: string): void {
  const { activeElement } = document
  if (isFocusIn(controls) && activeElement instanceof HTMLElement) activeElement.blur()
}

function isFocusIn(controls: string): boolean {
  return (document.activeElement?.closest(controls) ?? null) !== null
}
