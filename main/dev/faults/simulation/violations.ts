/** One broken promise of the till, with what it was caught by. */
export interface Violation {
  rule: string
  reference: string
  text: string
  /** Virtual time, in milliseconds since the schedule began. */
  atMs: number
}

export type Report = (rule: string, reference: string, text: string) => void
