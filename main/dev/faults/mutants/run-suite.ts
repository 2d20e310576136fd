import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Suite } from './suites.ts'
import { ROOT, type Bench } from './workshop.ts'

/**
 * What a suite says about the code on a bench. `skipped`: this machine cannot run it; `broken`: it did not come to its end.
 * Neither says anything.
 */
export type SuiteVerdict =
  | { type: 'passed' }
  | { type: 'failed'; by: string }
  | { type: 'skipped' }
  | { type: 'broken'; text: string }

/** Far more than any suite needs on a busy machine. */
const MOST_MS = 10 * 60_000

/** Runs one suite in a process of its own. Never throws. */
export function runSuite(suite: Suite, bench: Bench, stop: AbortSignal): Promise<SuiteVerdict> {
  return suite.type === 'simulation' ? simulate(suite.seeds, bench, stop) : runTests(suite, bench, stop)
}

const simulatedSchema = z.object({
  schedules: z.int(),
  found: z.object({ seed: z.int(), rule: z.string(), text: z.string() }).nullable(),
})

async function simulate(seeds: number, bench: Bench, stop: AbortSignal): Promise<SuiteVerdict> {
  const script = relative(ROOT, fileURLToPath(new URL('./simulate.child.ts', import.meta.url)))
  const output = await run([join(bench.folder, script), seeds.toString()], bench, stop)
  const read = simulatedSchema.safeParse(parseJson(output.split('\n').find((line) => line.startsWith('{')) ?? ''))
  if (!read.success) return { type: 'broken', text: lastLines(output) }
  const { found, schedules } = read.data
  if (found !== null) return { type: 'failed', by: `seed ${found.seed.toString()}: ${found.rule} ${found.text}` }
  return schedules === seeds ? { type: 'passed' } : { type: 'broken', text: `only ${schedules.toString()} schedules` }
}

const testsSchema = z.object({
  success: z.boolean(),
  numPassedTests: z.int(),
  testResults: z.array(
    z.object({
      message: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
})

async function runTests(
  { files, env }: Extract<Suite, { type: 'tests' }>,
  bench: Bench,
  stop: AbortSignal,
): Promise<SuiteVerdict> {
  const report = join(bench.folder, 'report.json')
  rmSync(report, { force: true })
  // Threads, because they end with their process; patience, because a slow machine is no kill.
  const how = ['--bail', '1', '--pool', 'threads', '--maxWorkers', '1', '--testTimeout', '120000']
  const vitest = join(bench.folder, 'node_modules/vitest/vitest.mjs')
  const output = await run(
    [vitest, 'run', ...files, ...how, '--reporter', 'json', '--outputFile', report],
    bench,
    stop,
    env,
  )
  const read = testsSchema.safeParse(parseJson(readText(report)))
  if (!read.success) return { type: 'broken', text: lastLines(output) }
  const { success, numPassedTests, testResults } = read.data
  const failed = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status, failureMessages }) => status === 'failed' && !isTimeout(failureMessages ?? [])),
  )
  const [first] = failed
  if (first !== undefined) {
    const [message = ''] = first.failureMessages ?? []
    return { type: 'failed', by: `${first.fullName.trim()} (${message.split('\n')[0] ?? ''})` }
  }
  if (success) return { type: numPassedTests > 0 ? 'passed' : 'skipped' }
  const message = testResults.map((result) => result.message).find((text) => text !== '')
  return { type: 'broken', text: message ?? lastLines(output) }
}

/** A test that was only too slow has found nothing: on another day it passes. */
function isTimeout(messages: readonly string[]): boolean {
  return messages.some((message) => /timed out in \d+ms/.test(message))
}

/** All that the process wrote. */
function run(
  args: readonly string[],
  { folder, temporary }: Bench,
  stop: AbortSignal,
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(?:VITEST|PAYDESK_)/.test(name))
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: folder,
      env: { ...Object.fromEntries(inherited), TMPDIR: temporary, TEMP: temporary, TMP: temporary, ...env },
      signal: AbortSignal.any([stop, AbortSignal.timeout(MOST_MS)]),
      killSignal: 'SIGKILL',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const keep = (chunk: Buffer): void => {
      output += chunk.toString()
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('error', (error) => {
      output += `\n${error.message}`
    })
    child.once('close', () => resolve(output))
  })
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function lastLines(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  return lines.slice(-6).join(' | ') || 'it said nothing'
}
