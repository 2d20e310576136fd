import { createRandom } from '../simulator/random.ts'

/** Draws lots that come out the same for the same seed. */
export interface Lots {
  /** At least 0, less than 1. */
  unit(): number
  /** A whole number of at least 0 and less than the limit. */
  below(limit: number): number
  chance(probability: number): boolean
  pick<Item>(items: readonly Item[]): Item
}

export function drawLots(seed: number): Lots {
  const { next: unit } = createRandom(seed)
  const below = (limit: number): number => Math.floor(unit() * limit)
  return {
    unit,
    below,
    chance: (probability) => unit() < probability,
    pick(items) {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
  }
}
