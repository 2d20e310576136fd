import { expect, it } from 'vitest'
import { runKillLayer } from './kill-layer.ts'

it('a till killed at its fault points and at random instants has lost, doubled and misjudged nothing afterwards', async () => {
  const { lines, failures } = await runKillLayer({ long: false })
  expect(failures, lines.join('\n')).toBe(0)
  expect(lines.join('\n')).toContain('named fault points')
  expect(lines.join('\n')).toMatch(/[1-9]\d* of them between the commit of a callback and its acknowledgement/)
  expect(lines.join('\n')).toMatch(/[1-9]\d* callbacks acknowledged/)
}, 300_000)
