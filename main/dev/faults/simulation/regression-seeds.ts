/**
 * Seeds that once failed, and why. They are replayed for ever. A seed means the same schedule only as long as nothing draws
 * other lots: what a seed was about is told here, so that a test of the core can tell it without the seed.
 */
export const REGRESSION_SEEDS: readonly { seed: number; about: string }[] = [
  { seed: 2063, about: 'a refund that the terminal undoes by itself, while nobody can be asked' },
  { seed: 3309, about: 'a linked refund without a result id, declined by the bank (F11)' },
]
