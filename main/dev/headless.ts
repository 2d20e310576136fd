import { parseArgs } from 'node:util'
import { z } from 'zod'
import { createQuickClock, readTimeFactor } from './preview/quick-clock.ts'
import { runPreview } from './preview/run-preview.ts'

const USAGE = 'Usage: npm run headless -- --data DIR [--port N] [--config FILE]'

const argumentsSchema = z.object({
  port: z.coerce.number().int().min(0).max(65_535).default(0),
  data: z.string().min(1),
  config: z.string().min(1).nullable().default(null),
})

function readArguments(): z.infer<typeof argumentsSchema> | null {
  try {
    const { values } = parseArgs({
      options: { port: { type: 'string' }, data: { type: 'string' }, config: { type: 'string' } },
    })
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
  const factor = readTimeFactor(process.env)
  const url = await runPreview({
    port: given.port,
    dataFolder: given.data,
    configFile: given.config,
    ...(factor === null ? {} : { clock: createQuickClock(factor) }),
  })
  if (url !== null) process.stdout.write(`${JSON.stringify({ url })}\n`)
}
