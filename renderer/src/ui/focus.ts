/** A ref that puts the focus on a heading as it appears, so that a screen reader and the keyboard start there. */
export function focusOnMount(element: HTMLElement | null): void {
  element?.focus()
}
