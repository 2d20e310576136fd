import { runFleet } from '../faults/simulation/fleet.ts'
import type { Bench } from './benchmark.ts'
import { toFigure, type Figure } from './figures.ts'

/** Away from the seeds that tests run anyway. */
const FIRST_SEED = 5_000_001
const LEAST = 2_000
const PROTOTYPE = 50_000

/** Schedules of the fault simulation on the real core, by processor time: neighbours take none of that. */
export async function benchFaults({ size }: Bench): Promise<readonly Figure[]> {
  const { summary, wallMs, jobs } = await runFleet({ first: FIRST_SEED, seeds: size.schedules })
  const violations = summary.failures.reduce((sum, failure) => sum + failure.violations.length, 0)
  return [
    toFigure({
      quantity: 'fault simulation, schedules a second and core',
      reading: 'rate',
      measured: { value: (1_000 * summary.schedules) / summary.cpuMs, unit: '/s' },
      limit: { what: 'a prototype without the real core, measured elsewhere', value: PROTOTYPE, unit: '/s' },
      target: `≥ ${LEAST.toLocaleString('en')} /s`,
      isMet: (value) => value >= LEAST,
      samples: summary.schedules,
      notes: [
        `${Math.round((1_000 * summary.schedules) / wallMs).toString()} a second on ${jobs.toString()} threads by the clock, which start anew: warming up is part of it`,
        `${violations.toString()} violations`,
      ],
    }),
  ]
}
