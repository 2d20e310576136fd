/** Repeatable randomness: the same seed gives the same run. Never for secrets. */
export type Random = {
  /** A number in [0, 1). */
  next(): number
  digits(count: number): string
  hex(count: number): string
  /** A version 4 UUID, as Handpoint puts in place of a reference it does not honour. */
  uuidV4(): string
  /** A version 1 looking UUID: every gateway id in the examples has that form (handpoint-api.md §2.3). */
  uuidV1(): string
  /** Where the sequence stands, for going on with it in another process. */
  position(): number
  resume(position: number): void
}

const repeat = (count: number, one: () => string) => Array.from({ length: count }, one).join('')

/** Returns a generator (mulberry32) that depends on `seed` alone. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const digits = (count: number) => repeat(count, () => String(below(10)))
  const hex = (count: number) => repeat(count, () => below(16).toString(16))
  const variant = () => '89ab'.charAt(below(4))

  return {
    next,
    digits,
    hex,
    position: () => state,
    resume(position) {
      state = position >>> 0
    },
    uuidV4: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${variant()}${hex(3)}-${hex(12)}`,
    uuidV1: () => `${hex(8)}-${hex(4)}-11f${hex(1)}-${variant()}${hex(3)}-${hex(12)}`,
  }
}
