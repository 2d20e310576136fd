import { z } from 'zod'

/** What became of the tests of one runner. `skipped` names each with its reason. */
export interface Tally {
  passed: number
  failed: number
  skipped: string[]
}

export function sumTallies(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
    skipped: tallies.flatMap(({ skipped }) => skipped),
  }
}

const vitestSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
})

const playwrightTestSchema = z.object({
  status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
  annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
})
const playwrightSpecSchema = z.object({ title: z.string(), file: z.string(), tests: z.array(playwrightTestSchema) })
const playwrightSuiteSchema = z.object({
  specs: z.array(playwrightSpecSchema),
  get suites() {
    return z.array(playwrightSuiteSchema).optional()
  },
})
const playwrightSchema = z.object({
  suites: z.array(playwrightSuiteSchema),
  errors: z.array(z.object({ message: z.string().optional() })),
})

/**
 * Reads vitest's JSON report. A file that could not even be loaded counts as one failure, and so does a runner that ended badly
 * without naming a failed test.
 */
export function readVitestReport(report: unknown, exitCode: number | null): Tally {
  const tally: Tally = { passed: 0, failed: 0, skipped: [] }
  for (const file of vitestSchema.parse(report).testResults) {
    const failedBefore = tally.failed
    for (const { status, fullName } of file.assertionResults) {
      if (status === 'passed') tally.passed += 1
      else if (status === 'failed') tally.failed += 1
      else tally.skipped.push(fullName)
    }
    if (file.status === 'failed' && tally.failed === failedBefore) tally.failed += 1
  }
  return withBadEnd(tally, exitCode)
}

/** Reads Playwright's JSON report. A test that passed only when repeated counts as failed. */
export function readPlaywrightReport(report: unknown, exitCode: number | null): Tally {
  const { suites, errors } = playwrightSchema.parse(report)
  const tally: Tally = { passed: 0, failed: errors.length, skipped: [] }
  for (const { title, tests } of suites.flatMap(specsOf)) {
    for (const { status, annotations } of tests) {
      if (status === 'expected') tally.passed += 1
      else if (status === 'skipped') tally.skipped.push(`${title}: ${reasonIn(annotations)}`)
      else tally.failed += 1
    }
  }
  return withBadEnd(tally, exitCode)
}

function withBadEnd(tally: Tally, exitCode: number | null): Tally {
  const ranNothing = tally.passed + tally.failed === 0
  const hidesFailure = exitCode !== 0 && tally.failed === 0
  return ranNothing || hidesFailure ? { ...tally, failed: tally.failed + 1 } : tally
}

function specsOf(suite: z.infer<typeof playwrightSuiteSchema>): z.infer<typeof playwrightSpecSchema>[] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)]
}

function reasonIn(annotations: readonly { type: string; description?: string | undefined }[]): string {
  return annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description ?? 'no reason given'
}
