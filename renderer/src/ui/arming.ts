/** After a screen change or a scanner, presses are ignored for this long (cashier-ux.md, "Keyboard"). */
export const ARMING_MS = 400

const BURST_KEYS = 6
/** Keys that follow each other within this are a scanner’s, not a person’s. */
export const BURST_GAP_MS = 50

/** The rhythm of the keys so far: how many came faster than a person types. */
export interface KeyRhythm {
  lastAt: number
  inARow: number
}

export const NO_RHYTHM: KeyRhythm = { lastAt: Number.NEGATIVE_INFINITY, inARow: 0 }

/** The rhythm after one more key, at a monotonic time in milliseconds. */
export function noteKey(rhythm: KeyRhythm, at: number): KeyRhythm {
  return { lastAt: at, inARow: at - rhythm.lastAt <= BURST_GAP_MS ? rhythm.inARow + 1 : 1 }
}

/** Whether the last key came faster after another than a person types. */
export function isInBurst(rhythm: KeyRhythm): boolean {
  return rhythm.inARow > 1
}

/** Whether an Enter at this time ends what a scanner typed: six keys or more, each within 50 ms of the one before. */
export function endsBurst(rhythm: KeyRhythm, at: number): boolean {
  return rhythm.inARow >= BURST_KEYS && at - rhythm.lastAt <= BURST_GAP_MS
}
