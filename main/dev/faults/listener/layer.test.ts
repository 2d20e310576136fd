import { expect, it } from 'vitest'
import { duplicates } from './duplicates.ts'
import { fuzz } from './fuzz.ts'
import { runListenerTrials } from './layer.ts'

it('a whole till books a result once of a hundred copies, and survives bodies that are none', async () => {
  const options = { bodies: 300, samples: 0, floodSeconds: 0, seed: 1 }
  const reports = await runListenerTrials([duplicates, fuzz], options)
  for (const { name, lines, failures } of reports) expect(failures, [name, ...lines].join('\n')).toBe(0)
}, 120_000)
