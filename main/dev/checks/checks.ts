import { runTool, type Tool } from './run-tool.ts'
import type { Tally } from './tally.ts'

interface Check {
  name: string
  tool: Tool
  args: string[]
}

const CHECKS: readonly Check[] = [
  { name: 'format', tool: 'oxfmt', args: ['--check', '.'] },
  { name: 'lint', tool: 'oxlint', args: [] },
  { name: 'types', tool: 'tsc', args: ['-b'] },
  { name: 'dead code', tool: 'knip', args: [] },
]

/** Runs every check, whether an earlier one failed or not, and prints a line for each; what a failed one said comes above it. */
export async function runChecks(): Promise<Tally> {
  let passed = 0
  for (const { name, tool, args } of CHECKS) {
    const startedAt = performance.now()
    const { exitCode, output } = await runTool(tool, args, { output: 'caught' })
    const isPassed = exitCode === 0
    if (isPassed) passed += 1
    else process.stdout.write(`${output.trimEnd()}\n`)
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1)
    process.stdout.write(`${isPassed ? 'passed' : 'FAILED'}  ${name} (${tool}, ${seconds} s)\n`)
  }
  return { passed, failed: CHECKS.length - passed, skipped: [] }
}
