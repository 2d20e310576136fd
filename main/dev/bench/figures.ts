import type { Spread } from './percentiles.ts'

export type Unit = 'ms' | '/s' | 'kB'

/** One number with its unit. */
export interface Amount {
  value: number
  unit: Unit
}

/** What bounds a quantity on this machine. Measured in the same run, unless it says where else. */
export interface Limit extends Amount {
  what: string
}

/** One quantity of the table that was measured, and how far it is from what bounds it. */
export interface TakenFigure {
  taken: true
  quantity: string
  /** By which reading the figure is held against its limit. */
  reading: string
  measured: Amount
  limit: Limit
  /** Measured to limit. */
  ratio: number
  target: string
  isMet: boolean
  samples: number
  /** In the unit of `measured`; null where there was one reading only. */
  spread: Spread | null
  notes: readonly string[]
}

/** One that was not, and why. */
export interface MissingFigure {
  taken: false
  quantity: string
  because: string
}

export type Figure = TakenFigure | MissingFigure

type Given = Omit<TakenFigure, 'taken' | 'ratio' | 'isMet' | 'notes' | 'spread' | 'samples'> &
  Partial<Pick<TakenFigure, 'notes' | 'spread' | 'samples'>> & {
    /** Whether the target is met, by the measured value and its ratio to the limit. */
    isMet: (value: number, ratio: number) => boolean
  }

export function toFigure({ isMet, notes = [], spread = null, samples = 1, ...given }: Given): TakenFigure {
  const { measured, limit } = given
  const ratio = measured.value / limit.value
  return { taken: true, ...given, ratio, isMet: isMet(measured.value, ratio), samples, spread, notes }
}

export function notTaken(quantity: string, because: string): MissingFigure {
  return { taken: false, quantity, because }
}
