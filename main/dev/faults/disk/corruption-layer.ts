import { cpSync, readFileSync, readdirSync, rmSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { drawLots, type Lots } from '../../../testing/lots.ts'
import { openJournalOrRestore, type OpenedJournal } from '../../../core/journal/open-or-restore.ts'
import { corrupt } from './corruption.ts'
import { findDifferences, findLosses } from './judge.ts'
import { makeTrialFolder } from './trial-folder.ts'
import {
  deliverOrphan,
  DISK_OPTIONS,
  FILE_NAME,
  openTrial,
  sell,
  trialClock,
  type Acknowledgement,
} from './trial-sales.ts'

interface LayerOptions {
  long: boolean
  points?: number
  seed?: number
}

interface Shop {
  folder: string
  targets: readonly (readonly string[])[]
  acknowledged: Acknowledgement[]
}

const OUTCOMES = ['harmless', 'restored', 'restored at the next start', 'refused'] as const
type Outcome = (typeof OUTCOMES)[number]

const [DB, LOG, BOOK] = [FILE_NAME, `${FILE_NAME}-wal`, `${FILE_NAME}.references.log`]
/** What is hit: mostly one file, sometimes the one that would have healed it too. */
const TARGETS: readonly (readonly string[])[] = [
  [DB],
  [DB],
  [LOG],
  [LOG],
  ['backup'],
  [BOOK],
  [DB, 'backup'],
  [DB, LOG],
]

/**
 * L6: a file is damaged. It is found, at the start or with the next backup, and the journal restored; or it was provably
 * harmless; or opening is refused with nothing changed. Nothing that was acknowledged is ever lost in silence.
 */
export async function runCorruptionLayer({ long, points = long ? 200 : 20, seed = 1 }: LayerOptions) {
  const work = makeTrialFolder('corruption')
  const lots = drawLots(seed)
  const outcomes = new Map<Outcome, number>(OUTCOMES.map((outcome) => [outcome, 0]))
  const problems: string[] = []
  try {
    const shops = [
      await makeShop(join(work, 'killed'), 12, false, TARGETS),
      await makeShop(join(work, 'closed'), 12, true, TARGETS),
    ]
    // Larger than what is checked as a whole at each start: some of it is only found by the next backup.
    if (long) shops.push(await makeShop(join(work, 'large'), 6000, true, [[DB]]))
    for (let point = 0; point < points; point += 1) {
      const trial = await damageAndOpen(lots.pick(shops), join(work, 'trial'), lots)
      outcomes.set(trial.outcome, (outcomes.get(trial.outcome) ?? 0) + 1)
      problems.push(...trial.problems.slice(0, 3).map((problem) => `${point}: ${trial.fault}: ${problem}`))
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  const counts = [...outcomes].map(([outcome, count]) => `${count} ${outcome}`)
  return {
    name: 'L6 corruption',
    lines: [
      `${points} faults: ${counts.join(', ')}; ${problems.length} problems`,
      ...problems.slice(0, 20),
      `seed ${seed}`,
    ],
    failures: problems.length,
  }
}

/** A till's folder as it is found: closed, or after the process was killed. */
async function makeShop(folder: string, sales: number, isClosed: boolean, targets: Shop['targets']): Promise<Shop> {
  const living = `${folder}-living`
  const { journal, backups } = openTrial(living)
  const acknowledged: Acknowledgement[] = []
  const tell = (fact: Acknowledgement): void => void acknowledged.push(fact)
  for (let sale = 0; sale < sales; sale += 1) {
    if (!sell(journal, tell)) throw new Error('a sale failed on a sound disk')
    if (sale === Math.floor(sales / 2)) deliverOrphan(journal, tell)
    const isBackupDue = sale === Math.floor(sales / 3) || sale === Math.floor((sales * 2) / 3)
    if (isBackupDue && !(await backups.makeNow()).ok) throw new Error('a backup failed on a sound disk')
  }
  if (isClosed) journal.close()
  cpSync(living, folder, { recursive: true })
  rmSync(join(folder, `${FILE_NAME}-shm`), { force: true })
  journal.close()
  rmSync(living, { recursive: true })
  return { folder, targets, acknowledged }
}

interface Trial {
  outcome: Outcome
  fault: string
  problems: string[]
}

async function damageAndOpen(shop: Shop, folder: string, lots: Lots): Promise<Trial> {
  cpSync(shop.folder, folder, { recursive: true })
  const fault = lots.pick(shop.targets).map((target) => {
    const name = target === 'backup' ? join('backups', newestBackup(folder)) : target
    return `${target}: ${corrupt(join(folder, name), lots)}`
  })
  const before = readAll(folder)
  try {
    const first = open(folder)
    if (typeof first === 'string') {
      const isUntouched = [...before].every(([name, content]) => isSame(join(folder, name), content))
      const problems = isUntouched ? [] : ['it was refused and something was changed']
      return { outcome: 'refused', fault: fault.join(', '), problems: [...problems, ...judgeRefusal(first, fault)] }
    }
    const problems = findLosses(first, shop.acknowledged)
    const backedUp = first.restored === null ? await first.backups.makeNow() : null
    first.journal.close()
    if (first.restored !== null || backedUp === null || backedUp.ok) {
      const outcome = first.restored === null ? 'harmless' : 'restored'
      return { outcome, fault: fault.join(', '), problems: [...problems, ...findDifferences(folder)] }
    }
    // Found by the check of the backup: until then the till has gone on, and the next start puts it right.
    const second = open(folder)
    if (typeof second === 'string') return { outcome: 'refused', fault: fault.join(', '), problems: [second] }
    const left = findLosses(second, shop.acknowledged)
    second.journal.close()
    const differences = findDifferences(folder)
    return { outcome: 'restored at the next start', fault: fault.join(', '), problems: [...left, ...differences] }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function open(folder: string): OpenedJournal | string {
  const opened = openJournalOrRestore({ folder, fileName: FILE_NAME, clock: trialClock, ...DISK_OPTIONS })
  return opened.ok ? opened.value : opened.error.text
}

/** With a sound backup there is nothing to refuse, except where the file claims to be a newer Paydesk's. */
function judgeRefusal(text: string, fault: readonly string[]): string[] {
  const isNewer = text.includes('newer Paydesk')
  return isNewer || fault.some((part) => part.startsWith('backup')) ? [] : [`refused without need: ${text}`]
}

function newestBackup(folder: string): string {
  return readdirSync(join(folder, 'backups')).toSorted().at(-1) ?? ''
}

function readAll(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name)
      return [file.slice(folder.length + 1), readFileSync(file)]
    }),
  )
}

function isSame(file: string, content: Buffer): boolean {
  return existsSync(file) && readFileSync(file).equals(content)
}
