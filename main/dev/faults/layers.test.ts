import { expect, it } from 'vitest'
import { toLayerOptions } from './layers.ts'

it('a layer alone, or all by name, is long when it is said so, and the whole plan always', () => {
  expect(toLayerOptions({ layer: 'L4', long: false })).toEqual({ long: false })
  expect(toLayerOptions({ layer: 'all', long: true })).toEqual({ long: true })
  expect(toLayerOptions({ layer: 'L2', long: true, points: 50, first: 7 })).toEqual({ long: true, points: 50, seed: 7 })
  expect(toLayerOptions({ long: false })).toEqual({ long: true })
})
