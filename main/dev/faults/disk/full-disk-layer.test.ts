import { expect, it } from 'vitest'
import { runFullDiskLayer } from './full-disk-layer.ts'

it('a full disk stops sales and still takes the results of what was sold', { timeout: 120_000 }, async () => {
  const { lines, failures } = await runFullDiskLayer()
  if (lines[0]?.startsWith('skipped')) console.info(lines[0])
  expect(failures, lines.join('\n')).toBe(0)
})
