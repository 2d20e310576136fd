import { runSchedules } from '../simulation/run-schedules.ts'

/** Runs schedules until one finds a broken promise, and says which: one line of JSON. */
const seeds = Number(process.argv[2])
const progress: { schedules: number; found: { seed: number; rule: string; text: string } | null } = {
  schedules: 0,
  found: null,
}

function* untilFound(): Generator<number> {
  for (let seed = 1; seed <= seeds && progress.found === null; seed += 1) yield seed
}

await runSchedules(untilFound(), ({ seed, violations }) => {
  progress.schedules += 1
  const [first] = violations
  if (first !== undefined) progress.found ??= { seed, rule: first.rule, text: first.text }
})
process.stdout.write(`${JSON.stringify(progress)}\n`)
