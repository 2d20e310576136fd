import { expect, it } from 'vitest'
import { runPowerCutLayer } from './power-cut-layer.ts'
import { findObstacleToShim } from './shim.ts'

const obstacle = findObstacleToShim()
if (obstacle !== null) console.info(`skipped: power cuts at any call to the disk (${obstacle})`)

it.skipIf(obstacle !== null)(
  'a power cut at any call to the disk loses no sale and nothing that was acknowledged, and the trial can tell',
  { timeout: 120_000 },
  async () => {
    const { lines, failures } = await runPowerCutLayer({ long: false })
    expect(failures, lines.join('\n')).toBe(0)
  },
)
