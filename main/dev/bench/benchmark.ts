import type { Figure } from './figures.ts'
import type { Size } from './sizes.ts'

/** What a benchmark is given. */
export interface Bench {
  size: Size
  /** A new folder, gone after the run, on the disk of the temporary folder. */
  makeFolder(): string
  /** The data folder of a till with so many made-up payments in `journal.sqlite`; made once a run. */
  seededFolder(payments: number): Promise<string>
}

/** Measures one subject: one figure or more, each with its limit. Throws only when it breaks itself. */
export type Benchmark = (bench: Bench) => Promise<readonly Figure[]>
