export interface TokenBuckets {
  /** Takes one of the source's tokens and one of everybody's. False when either has none left. */
  take(source: string): boolean
}

export interface BucketRates {
  perSecondAndSource: number
  perSecond: number
}

interface Bucket {
  tokens: number
  atMs: number
}

/** Sources beyond these share a fate: the longest known are forgotten, and everybody's bucket still holds. */
const MOST_SOURCES = 1024

/** Each bucket holds one second's worth (safety L8). `monotonicMs` is the clock that no wrong date moves. */
export function createTokenBuckets(rates: BucketRates, monotonicMs: () => number): TokenBuckets {
  const everybody: Bucket = { tokens: rates.perSecond, atMs: monotonicMs() }
  const sources = new Map<string, Bucket>()

  function bucketOf(source: string, atMs: number): Bucket {
    const known = sources.get(source)
    if (known !== undefined) return known
    if (sources.size >= MOST_SOURCES) {
      const [oldest] = sources.keys()
      if (oldest !== undefined) sources.delete(oldest)
    }
    const bucket = { tokens: rates.perSecondAndSource, atMs }
    sources.set(source, bucket)
    return bucket
  }

  return {
    take(source) {
      const atMs = monotonicMs()
      const own = bucketOf(source, atMs)
      fill(own, rates.perSecondAndSource, atMs)
      fill(everybody, rates.perSecond, atMs)
      if (own.tokens < 1 || everybody.tokens < 1) return false
      own.tokens -= 1
      everybody.tokens -= 1
      return true
    },
  }
}

function fill(bucket: Bucket, perSecond: number, atMs: number): void {
  bucket.tokens = Math.min(perSecond, bucket.tokens + ((atMs - bucket.atMs) / 1000) * perSecond)
  bucket.atMs = atMs
}
