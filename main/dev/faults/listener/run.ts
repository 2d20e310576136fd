import { parseArgs } from 'node:util'
import { z } from 'zod'
import { runListenerLayer } from './layer.ts'

const USAGE = 'Usage: node main/dev/faults/listener/run.ts [--bodies N] [--flood-seconds N] [--samples N] [--seed N]'
const count = z.coerce.number().int().positive().optional()
const argumentsSchema = z.object({ bodies: count, 'flood-seconds': count, samples: count, seed: count })

function readArguments(): z.infer<typeof argumentsSchema> | null {
  const text = { type: 'string' } as const
  try {
    const { values } = parseArgs({ options: { bodies: text, 'flood-seconds': text, samples: text, seed: text } })
    return argumentsSchema.parse({ ...values })
  } catch {
    return null
  }
}

const given = readArguments()
if (given === null) {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = 2
} else {
  const { bodies = 100_000, 'flood-seconds': floodSeconds = 10, samples = 100_000, seed = 1 } = given
  const { lines, failures } = await runListenerLayer({ bodies, floodSeconds, samples, seed })
  process.stdout.write(`${lines.join('\n')}\n${failures} failures\n`)
  process.exitCode = failures === 0 ? 0 : 1
}
