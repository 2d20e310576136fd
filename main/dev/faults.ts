import { parseArgs } from 'node:util'
import { z } from 'zod'
import { LAYERS, toLayerOptions } from './faults/layers.ts'
import { runMutants } from './faults/mutants/run-mutants.ts'
import { runFleet } from './faults/simulation/fleet.ts'
import { replaySchedule } from './faults/simulation/run-schedules.ts'
import { describeSummary } from './faults/simulation/summary.ts'
import { tellStories } from './faults/stories/tell-stories.ts'

const whole = z.coerce.number().int().nonnegative().optional()
const flagsSchema = z.object({
  seeds: whole,
  first: whole,
  seed: whole,
  jobs: whole,
  points: whole,
  story: z.string().min(1).optional(),
  only: z.string().min(1).optional(),
  mutants: z.boolean().default(false),
  liveness: z.boolean().default(false),
  long: z.boolean().default(false),
  layer: z.enum([...Object.keys(LAYERS), 'all']).optional(),
})
const SWITCHES = new Set(['mutants', 'liveness', 'long'])
type Flags = z.infer<typeof flagsSchema>

const LIVENESS_SEEDS = 10_000

const USAGE = `faults                      every layer, long, with a table
faults --seeds N            L1 and L1b, N schedules [--first N] [--jobs N]
faults --liveness           the same, ${LIVENESS_SEEDS.toString()} schedules
faults --seed N             one schedule, told line by line
faults --mutants            plants bugs and sees each found [--only TEXT] [--jobs N]
faults --story NAME|list|all scripted demonstrations
faults --layer NAME         ${Object.keys(LAYERS).join(', ')} or all, short [--first N]
                            [--long] as above, L4 with every call; [--points N] N trials where a layer draws them
`

const print = (text: string): void => void process.stdout.write(`${text}\n`)

function readFlags(): Flags | null {
  try {
    const options = Object.fromEntries(
      Object.keys(flagsSchema.shape).map((name) => [
        name,
        { type: SWITCHES.has(name) ? 'boolean' : 'string' } as const,
      ]),
    )
    const parsed = flagsSchema.safeParse(parseArgs({ options }).values)
    if (parsed.success) return parsed.data
    process.stderr.write(`${z.prettifyError(parsed.error)}\n`)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  }
  return null
}

async function runSeeds(seeds: number, { first = 1, jobs }: Flags): Promise<number> {
  const { summary, wallMs, jobs: threads } = await runFleet({ first, seeds, jobs })
  for (const line of describeSummary(summary, wallMs, threads)) print(line)
  return summary.failures.length
}

async function tellSeed(seed: number): Promise<number> {
  const { violations } = await replaySchedule(seed, print)
  print(violations.length === 0 ? '\nno violation' : `\n${violations.length.toString()} violations:`)
  for (const { rule, reference, text } of violations) print(`  ${rule} ${reference}: ${text}`)
  return violations.length
}

async function plantBugs({ jobs, only }: Flags): Promise<number> {
  const { lines, failures } = await runMutants({
    tell: print,
    ...(jobs === undefined ? {} : { jobs }),
    ...(only === undefined ? {} : { only }),
  })
  for (const line of lines) print(line)
  return failures
}

async function tellStory(name: string): Promise<number> {
  const untrue = await tellStories(name, print)
  if (untrue !== null) return untrue
  process.stderr.write(`there is no story ${name}; --story list names them\n`)
  return 1
}

async function runLayers(names: readonly string[], flags: Flags): Promise<number> {
  const rows: string[] = []
  let failures = 0
  for (const name of names) {
    const runLayer = LAYERS[name]
    if (runLayer === undefined) continue
    const startedAt = performance.now()
    const done = await runLayer(toLayerOptions(flags))
    failures += done.failures
    print(`\n${done.name}`)
    for (const line of done.lines) print(`  ${line}`)
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0)
    rows.push(
      `${name.padEnd(10)} ${seconds.padStart(6)} s  ${done.failures === 0 ? 'ok' : `${done.failures.toString()} failures`}`,
    )
  }
  print(`\n${rows.join('\n')}`)
  return failures
}

function run(flags: Flags): Promise<number> {
  if (flags.mutants) return plantBugs(flags)
  if (flags.story !== undefined) return tellStory(flags.story)
  if (flags.seed !== undefined) return tellSeed(flags.seed)
  if (flags.seeds !== undefined) return runSeeds(flags.seeds, flags)
  // Every schedule ends with its faults and looks at liveness: alone it is run as often as the plan says (safety §2, L1b).
  if (flags.liveness) return runSeeds(LIVENESS_SEEDS, flags)
  const isOne = flags.layer !== undefined && flags.layer !== 'all'
  return runLayers(isOne ? [flags.layer ?? ''] : Object.keys(LAYERS), flags)
}

const flags = readFlags()
if (flags === null) {
  process.stderr.write(USAGE)
  process.exitCode = 2
} else process.exitCode = (await run(flags)) === 0 ? 0 : 1
