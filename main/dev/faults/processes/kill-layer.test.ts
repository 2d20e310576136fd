import { expect, it } from 'vitest'
import { runKillLayer } from './kill-layer.ts'

it('a till killed at its fault points and at random instants has lost, doubled and misjudged nothing afterwards', async () => {
  const { lines, failures } = await runKillLayer({ long: false })
  expect(failures, lines.join('\n')).toBe(0)
  expect(lines.join('\n')).toContain('named fault points')
}, 300_000)
