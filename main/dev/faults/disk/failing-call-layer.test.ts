import { expect, it } from 'vitest'
import { runFailingCallLayer } from './failing-call-layer.ts'
import { findObstacleToShim } from './shim.ts'

const obstacle = findObstacleToShim()
if (obstacle !== null) console.info(`skipped: calls to the disk that fail (${obstacle})`)

it.skipIf(obstacle !== null)(
  'a disk that fails at any call costs nothing that was acknowledged',
  { timeout: 120_000 },
  async () => {
    const { lines, failures } = await runFailingCallLayer({ long: false })
    expect(failures, lines.join('\n')).toBe(0)
  },
)
