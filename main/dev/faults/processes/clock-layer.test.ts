import { expect, it } from 'vitest'
import { runClockLayer } from './clock-layer.ts'

it('wrong dates, sleeping machines and stopped processes make no till say "not charged" too early', async () => {
  const { lines, failures } = await runClockLayer({ long: false })
  for (const line of lines.filter((each) => each.includes('skipped'))) console.log(line)
  expect(failures, lines.join('\n')).toBe(0)
}, 300_000)
