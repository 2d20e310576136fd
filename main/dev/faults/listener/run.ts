import { parseArgs } from 'node:util'
import { z } from 'zod'
import { runListenerLayer } from './layer.ts'

const USAGE = 'Usage: node main/dev/faults/listener/run.ts [--short] [--points N] [--seed N]'
const count = z.coerce.number().int().positive().optional()
const argumentsSchema = z.object({ short: z.boolean().default(false), points: count, seed: count })

function readArguments(): z.infer<typeof argumentsSchema> | null {
  try {
    const options = { short: { type: 'boolean' }, points: { type: 'string' }, seed: { type: 'string' } } as const
    return argumentsSchema.parse({ ...parseArgs({ options }).values })
  } catch {
    return null
  }
}

const given = readArguments()
if (given === null) {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = 2
} else {
  const { short, points, seed } = given
  const sized = { ...(points === undefined ? {} : { points }), ...(seed === undefined ? {} : { seed }) }
  const { lines, failures } = await runListenerLayer({ long: !short, ...sized })
  process.stdout.write(`${lines.join('\n')}\n${failures} failures\n`)
  process.exitCode = failures === 0 ? 0 : 1
}
