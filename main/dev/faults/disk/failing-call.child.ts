import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv } from 'node:process'
import { openJournalOrRestore, type OpenedJournal } from '../../../core/journal/open-or-restore.ts'
import { findDifferences, findLosses } from './judge.ts'
import { CALLS, openShimControl, type Fault, type ShimControl } from './shim-control.ts'
import {
  deliverOrphan,
  DISK_OPTIONS,
  FILE_NAME,
  openTrial,
  sell,
  trialClock,
  type Acknowledgement,
} from './trial-sales.ts'

/**
 * Run by the failing-call layer under the shim. Each scenario is acted once for every call to the disk that it makes, with that
 * call failing; then the disk is well again, and the next start has to find everything that was acknowledged.
 */
type Tell = (acknowledged: Acknowledgement) => void

interface Scenario {
  name: string
  prepare(folder: string, tell: Tell): Promise<void> | void
  /** Acts while a call fails. Answers what must not have happened, or null. */
  act(folder: string, tell: Tell, fault: () => void): Promise<string | null>
}

const SCENARIOS: readonly Scenario[] = [
  {
    name: 'a new till sells',
    prepare: () => undefined,
    async act(folder, tell, fault) {
      fault()
      trySelling(open(folder), tell)
      return null
    },
  },
  {
    name: 'a till that was killed starts again and sells',
    prepare(folder, tell) {
      const { journal } = openTrial(`${folder}-living`)
      sell(journal, tell)
      sell(journal, tell)
      cpSync(`${folder}-living`, folder, { recursive: true })
      rmSync(join(folder, `${FILE_NAME}-shm`))
      journal.close()
      rmSync(`${folder}-living`, { recursive: true })
    },
    async act(folder, tell, fault) {
      fault()
      trySelling(open(folder), tell)
      return null
    },
  },
  {
    name: 'a backup is made',
    prepare,
    async act(folder, tell, fault) {
      const { journal, backups } = openTrial(folder)
      sell(journal, tell)
      fault()
      const made = await backups.makeNow()
      const health = backups.health()
      journal.close()
      return made.ok === (health.problem === null) && health.lastBackupAt !== null
        ? null
        : 'its health is not the truth'
    },
  },
  {
    name: 'a damaged journal is restored',
    async prepare(folder, tell) {
      await prepare(folder, tell)
      const file = join(folder, FILE_NAME)
      writeFileSync(file, readFileSync(file).fill(0xaa, 0, 100))
    },
    async act(folder, tell, fault) {
      fault()
      trySelling(open(folder), tell)
      return null
    },
  },
]

async function prepare(folder: string, tell: Tell): Promise<void> {
  const { journal, backups } = openTrial(folder)
  sell(journal, tell)
  const made = await backups.makeNow()
  if (!made.ok) throw new Error(made.error.text)
  sell(journal, tell)
  deliverOrphan(journal, tell)
  journal.close()
}

function open(folder: string): OpenedJournal | null {
  const opened = openJournalOrRestore({ folder, fileName: FILE_NAME, clock: trialClock, ...DISK_OPTIONS })
  return opened.ok ? opened.value : null
}

function trySelling(opened: OpenedJournal | null, tell: Tell): void {
  if (opened === null) return
  const { journal } = opened
  if (sell(journal, tell)) deliverOrphan(journal, tell)
  journal.close()
}

interface Tally {
  faults: number
  problems: string[]
}

async function runScenario(scenario: Scenario, shim: ShimControl, work: string, step: number): Promise<Tally> {
  const tally: Tally = { faults: 0, problems: [] }
  const [prepared, folder] = [join(work, 'prepared'), join(work, 'trial')]
  mkdirSync(prepared)
  const known: Acknowledgement[] = []
  await scenario.prepare(prepared, (acknowledged) => known.push(acknowledged))
  for (const call of CALLS) {
    for (const error of ['EIO', 'ENOSPC'] as const) {
      for (const isLasting of [false, true]) {
        for (let nth = 1; ; nth += step) {
          cpSync(prepared, folder, { recursive: true })
          const fault: Fault = { call, nth, error, isLasting }
          const { hits, problems } = await actOnce(scenario, shim, folder, known, fault)
          rmSync(folder, { recursive: true })
          if (hits === 0) break
          tally.faults += 1
          const where = `${error} at ${call} ${nth}${isLasting ? ' and later' : ''}`
          if (problems.length > 0) tally.problems.push(`${where}: ${problems.slice(0, 3).join('; ')}`)
        }
      }
    }
  }
  rmSync(prepared, { recursive: true })
  return tally
}

async function actOnce(
  scenario: Scenario,
  shim: ShimControl,
  folder: string,
  known: readonly Acknowledgement[],
  fault: Fault,
): Promise<{ hits: number; problems: string[] }> {
  const acknowledged = [...known]
  const problems: string[] = []
  try {
    const wrong = await scenario.act(
      folder,
      (fact) => acknowledged.push(fact),
      () => shim.fail(fault),
    )
    if (wrong !== null) problems.push(wrong)
  } catch (error) {
    problems.push(`it threw: ${String(error)}`)
  }
  const hits = shim.off()
  try {
    const opened = openTrial(folder)
    problems.push(...findLosses(opened, acknowledged))
    opened.journal.close()
    problems.push(...findDifferences(folder))
  } catch (error) {
    problems.push(String(error))
  }
  return { hits, problems }
}

const [, , work = '', step = '1'] = argv
const shim = openShimControl(work)
for (const scenario of SCENARIOS) {
  const { faults, problems } = await runScenario(scenario, shim, work, Number(step))
  process.stdout.write(`${JSON.stringify({ scenario: scenario.name, faults, problems })}\n`)
}
shim.close()
