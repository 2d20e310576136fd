import { parseArgs } from 'node:util'
import { runMutants } from './run-mutants.ts'

const text = { type: 'string' } as const
const { jobs, only } = parseArgs({ options: { jobs: text, only: text } }).values
const { lines, failures } = await runMutants({
  ...(jobs === undefined ? {} : { jobs: Number(jobs) }),
  ...(only === undefined ? {} : { only }),
  tell: (line) => process.stderr.write(`${line}\n`),
})
process.stdout.write(`${lines.join('\n')}\n`)
process.exitCode = failures === 0 ? 0 : 1
