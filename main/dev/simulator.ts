import { parseArgs } from 'node:util'
import { z } from 'zod'
import { createSimulator } from '../simulator/simulator.ts'
import type { ServerOptions } from '../simulator/options.ts'

const whole = (lowest: number, highest: number) => z.coerce.number().int().min(lowest).max(highest).optional()
const port = whole(0, 65_535)

const flagsSchema = z.object({
  port,
  'status-port': port,
  'control-port': port,
  key: z.string().min(1).optional(),
  'rate-limit': z.enum(['on', 'off']).optional(),
  terminals: whole(0, 1_000),
  seed: whole(0, 2 ** 32 - 1),
  customer: z.enum(['auto', 'none']).optional(),
  'customer-delay': whole(0, 3_600_000),
  'state-file': z.string().optional(),
})

const usage =
  'simulator [--port N] [--status-port N] [--control-port N] [--key KEY] [--rate-limit on|off] [--terminals N] ' +
  '[--seed N] [--customer auto|none] [--customer-delay MS] [--state-file FILE]'

function readOptions(): ServerOptions {
  const names = Object.keys(flagsSchema.shape)
  const { values } = parseArgs({
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
  })
  const flags = flagsSchema.parse(values)
  const given = {
    port: flags.port,
    statusPort: flags['status-port'],
    controlPort: flags['control-port'],
    key: flags.key,
    terminals: flags.terminals,
    seed: flags.seed,
    customer: flags.customer,
    customerDelayMs: flags['customer-delay'],
    stateFile: flags['state-file'],
  }
  return { ...definedOnly(given), rateLimit: flags['rate-limit'] !== 'off' }
}

function definedOnly<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const copy: { [K in keyof T]?: Exclude<T[K], undefined> } = {}
  return Object.assign(copy, Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)))
}

async function main(): Promise<void> {
  const simulator = await createSimulator(readOptions())
  const { cloudUrl, statusUrl, controlUrl } = simulator
  process.stdout.write(`${JSON.stringify({ cloudUrl, statusUrl, controlUrl })}\n`)
  const stop = () => void simulator.close().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

main().catch((error: unknown) => {
  const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error)
  process.stderr.write(`${reason}\n${usage}\n`)
  process.exit(2)
})
