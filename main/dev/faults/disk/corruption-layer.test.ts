import { expect, it } from 'vitest'
import { runCorruptionLayer } from './corruption-layer.ts'

it(
  'a damaged file is restored, harmless or refused, and nothing acknowledged is lost in silence',
  { timeout: 120_000 },
  async () => {
    const { lines, failures } = await runCorruptionLayer({ long: false })
    expect(failures, lines.join('\n')).toBe(0)
  },
)
