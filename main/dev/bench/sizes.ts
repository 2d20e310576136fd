/** How much is measured. */
export interface Size {
  name: 'quick' | 'usual' | 'large'
  /** Of everything that is done again and again, so many come first and are not counted. */
  warmUp: number
  commits: number
  charges: number
  callbacks: number
  /** Payments in the journal that stands for a large one, and in the ones it is compared with. */
  rows: number
  comparedRows: readonly number[]
  reads: number
  /** Sales each way, for the cashier's screen. */
  sales: number
  /** How long customers take to show their card, in milliseconds, at least and at most. */
  customerMs: readonly [number, number]
  pages: number
  listRows: readonly [few: number, many: number]
  starts: number
  schedules: number
}

export const SIZES: Record<Size['name'], Size> = {
  /** Proves that everything still measures; its figures mean nothing. */
  quick: {
    name: 'quick',
    warmUp: 1,
    commits: 24,
    charges: 3,
    callbacks: 20,
    rows: 300,
    comparedRows: [100],
    reads: 10,
    sales: 2,
    customerMs: [20, 60],
    pages: 2,
    listRows: [100, 300],
    starts: 2,
    schedules: 4,
  },
  usual: {
    name: 'usual',
    warmUp: 5,
    commits: 2_000,
    charges: 300,
    callbacks: 1_000,
    rows: 100_000,
    comparedRows: [10_000],
    reads: 500,
    sales: 60,
    customerMs: [200, 2_200],
    pages: 20,
    listRows: [1_000, 100_000],
    starts: 15,
    schedules: 6_000,
  },
  large: {
    name: 'large',
    warmUp: 5,
    commits: 2_000,
    charges: 300,
    callbacks: 1_000,
    rows: 1_000_000,
    comparedRows: [10_000, 100_000],
    reads: 500,
    sales: 60,
    customerMs: [200, 2_200],
    pages: 20,
    listRows: [1_000, 100_000],
    starts: 15,
    schedules: 20_000,
  },
}
