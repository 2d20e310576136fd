/** The value that the given share of the sample does not exceed, by nearest rank: always one that was measured. */
export function percentile(sample: readonly number[], share: number): number {
  const sorted = Float64Array.from(sample).sort()
  const rank = Math.max(1, Math.ceil(share * sorted.length))
  const value = sorted[rank - 1]
  if (value === undefined) throw new Error('nothing was measured')
  return value
}

/** What a sample came to. Few samples have no tail: their p95 and p99 are their slowest. */
export interface Spread {
  p50: number
  p95: number
  p99: number
  max: number
}

export function toSpread(sample: readonly number[]): Spread {
  return {
    p50: percentile(sample, 0.5),
    p95: percentile(sample, 0.95),
    p99: percentile(sample, 0.99),
    max: percentile(sample, 1),
  }
}
