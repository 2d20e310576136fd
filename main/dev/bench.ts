import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { BENCHMARKS } from './bench/benchmarks.ts'
import { describeOutcome } from './bench/describe-outcome.ts'
import { describeMachine } from './bench/machine.ts'
import { runBenchmarks } from './bench/run-benchmarks.ts'
import { SIZES } from './bench/sizes.ts'

const NAMES = [...BENCHMARKS.keys()]
const USAGE = `npm run bench                   every figure, with its limit of the same run and their ratio (docs/bench.md)
npm run bench -- --only NAME    one subject, or several: ${NAMES.join(' ')}
npm run bench -- --json FILE    writes the same to a file
npm run bench -- --large        with a journal of ${SIZES.large.rows.toLocaleString('en')} payments instead of ${SIZES.usual.rows.toLocaleString('en')}
npm run bench -- --quick        whether everything still measures; its figures mean nothing
`

const flagsSchema = z.object({
  only: z.array(z.enum(NAMES)).default([]),
  json: z.string().min(1).optional(),
  large: z.boolean().default(false),
  quick: z.boolean().default(false),
})
type Flags = z.infer<typeof flagsSchema>

const print = (text: string): void => void process.stdout.write(`${text}\n`)

function readFlags(): Flags | null {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string', multiple: true },
        json: { type: 'string' },
        large: { type: 'boolean' },
        quick: { type: 'boolean' },
      },
    })
    return flagsSchema.parse({ ...values })
  } catch {
    return null
  }
}

/** Figures never fail it: only a benchmark that breaks does. */
async function run({ only, json, large, quick }: Flags): Promise<number> {
  const { system, processor, cores, memoryGb, node } = describeMachine()
  print(`${system}, ${processor}, ${cores.toString()} cores, ${memoryGb.toString()} GB, Node ${node}\n`)
  const report = await runBenchmarks({
    size: quick ? 'quick' : large ? 'large' : 'usual',
    only,
    onOutcome: (outcome, machine) => print(`${describeOutcome(outcome, machine).join('\n')}\n`),
  })
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`)
  const figures = report.outcomes.flatMap((outcome) => outcome.figures)
  const taken = figures.filter((figure) => figure.taken)
  const broken = report.outcomes.filter((outcome) => outcome.broken !== null)
  const met = taken.filter(({ isMet }) => isMet)
  print(
    `${taken.length.toString()} figures: ${met.length.toString()} targets met; ${(figures.length - taken.length).toString()} not taken; ${broken.length.toString()} benchmarks broken`,
  )
  return broken.length === 0 ? 0 : 1
}

const flags = readFlags()
if (flags === null) {
  process.stderr.write(USAGE)
  process.exitCode = 2
} else process.exitCode = await run(flags)
