import { z } from 'zod'
import { jsonText } from '../../../core/journal/json-text.ts'

/** What a child process says about one scenario, in one line. */
const reportSchema = jsonText(z.object({ scenario: z.string(), faults: z.int(), problems: z.array(z.string()) }))

const MOST_LINES = 20

/** The lines for a person, and how many problems there were. A scenario in which nothing failed proves nothing and is one. */
export function parseReports(stdout: string): { lines: string[]; problems: number } {
  const reports = stdout
    .trim()
    .split('\n')
    .map((line) => reportSchema.parse(line))
  const problems = reports.flatMap(({ scenario, faults, problems: found }) =>
    faults === 0 ? [`${scenario}: NOTHING FAILED`] : found.map((problem) => `${scenario}: ${problem}`),
  )
  const counts = reports.map(
    ({ scenario, faults, problems: found }) => `${scenario}: ${faults} faults, ${found.length} problems`,
  )
  return { lines: [...counts, ...problems.slice(0, MOST_LINES)], problems: problems.length }
}
