import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { readHead } from '../core/journal/head.ts'
import { takeLock } from '../core/journal/lock.ts'
import { openDatabase } from '../core/journal/open.ts'
import { createSystemClock } from '../core/system/clock.ts'
import { seedJournal } from './seeding/seed-journal.ts'

const USAGE = `Usage: npm run seed -- --data DIR --payments N [--file NAME] [--seed N]
Fills a new journal with N made-up payments. NAME is training.sqlite, the journal of practice, unless given.
`

const argumentsSchema = z.object({
  data: z.string().min(1),
  payments: z.coerce.number().int().min(1).max(10_000_000),
  file: z
    .string()
    .regex(/^[\w.-]+\.sqlite$/)
    .default('training.sqlite'),
  seed: z.coerce.number().int().nonnegative().default(1),
})

/** Answers what went wrong, or null. Refuses a journal in which anything is: made-up payments never mix with others. */
function run(given: z.infer<typeof argumentsSchema>): string | null {
  const folder = resolve(given.data)
  const lock = takeLock(folder)
  if (!lock.ok) return lock.error.text
  const clock = createSystemClock()
  const opened = openDatabase({ folder, fileName: basename(given.file), clock })
  try {
    if (!opened.ok) return opened.error.text
    if (readHead(opened.value).seq > 0) return `${given.file} in ${folder} has payments already. Nothing was changed.`
    const startedMs = clock.monotonicMs()
    seedJournal(opened.value, { payments: given.payments, until: clock.now(), seed: given.seed })
    const seconds = ((clock.monotonicMs() - startedMs) / 1000).toFixed(1)
    process.stdout.write(`${given.payments} payments in ${given.file}, in ${seconds} s\n`)
    return null
  } finally {
    if (opened.ok) opened.value.close()
    lock.value.release()
  }
}

function readArguments(): z.infer<typeof argumentsSchema> | null {
  const text = { type: 'string' } as const
  try {
    const { values } = parseArgs({ options: { data: text, payments: text, file: text, seed: text } })
    return argumentsSchema.parse({ ...values })
  } catch {
    return null
  }
}

const given = readArguments()
const problem = given === null ? USAGE : run(given)
if (problem !== null) {
  process.stderr.write(`${problem.trimEnd()}\n`)
  process.exitCode = given === null ? 2 : 1
}
