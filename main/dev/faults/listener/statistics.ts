/** The value below which the given share of the sample lies. */
export function quantile(sample: readonly number[], share: number): number {
  const sorted = Float64Array.from(sample).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/**
 * Welch's t-test of two large samples, two-sided. The slowest twentieth of both together is left out, as what the machine did
 * meanwhile is in there and not what the till did.
 */
export function compareTimes(one: readonly number[], other: readonly number[]): { t: number; p: number } {
  const limit = quantile([...one, ...other], 0.95)
  const [a, b] = [momentsOf(one, limit), momentsOf(other, limit)]
  const t = (a.mean - b.mean) / Math.sqrt(a.variance / a.count + b.variance / b.count)
  return { t, p: twoSided(t) }
}

function momentsOf(sample: readonly number[], limit: number): { count: number; mean: number; variance: number } {
  const kept = sample.filter((value) => value <= limit)
  const mean = kept.reduce((sum, value) => sum + value, 0) / kept.length
  const squares = kept.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { count: kept.length, mean, variance: squares / (kept.length - 1) }
}

/** Of the normal distribution, as samples of thousands follow it. Abramowitz and Stegun 7.1.26. */
function twoSided(t: number): number {
  const x = Math.abs(t) / Math.SQRT2
  const k = 1 / (1 + 0.3275911 * x)
  const series = k * (0.254829592 + k * (-0.284496736 + k * (1.421413741 + k * (-1.453152027 + k * 1.061405429))))
  return series * Math.exp(-x * x)
}
