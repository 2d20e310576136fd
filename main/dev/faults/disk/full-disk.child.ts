import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { argv } from 'node:process'
import type { Reference } from '../../../../shared/ids.ts'
import { openWriter } from '../../../core/journal/connection.ts'
import { migrate, MIGRATIONS } from '../../../core/journal/migrate.ts'
import { openJournalOrRestore, type OpenedJournal } from '../../../core/journal/open-or-restore.ts'
import { findDifferences, findLosses } from './judge.ts'
import { openShimControl } from './shim-control.ts'
import {
  beginSale,
  deliverOrphan,
  FILE_NAME,
  recordFact,
  sell,
  trialClock,
  type Acknowledgement,
} from './trial-sales.ts'

/** Run by the full-disk layer: `disk` is a small file system of its own, or a folder that the shim keeps small. */
interface Disk {
  folder: string
  /** Fills it up to so many bytes. */
  fill(leaveBytes: number): void
  empty(): void
  /** Whether the system itself says how much is free. */
  isMeasured: boolean
}

type Tell = (acknowledged: Acknowledgement) => void

const KIB = 1024
const LEFT_BYTES = [0, 4 * KIB, 20 * KIB, 100 * KIB]
const [, , work = '', kind = '', ballast = ''] = argv
const DISK_OPTIONS = { reserveBytes: 256 * KIB, ballastBytes: Number(ballast) }

function open(folder: string): OpenedJournal {
  const opened = openJournalOrRestore({ folder, fileName: FILE_NAME, clock: trialClock, ...DISK_OPTIONS })
  if (!opened.ok) throw new Error(opened.error.text)
  return opened.value
}

/** Each answers what must not have happened. */
const SCENARIOS: Record<string, (disk: Disk, folder: string, left: number, tell: Tell) => Promise<string[]>> = {
  async 'while idle'(disk, folder, left, tell) {
    const { journal, disk: room } = open(folder)
    sell(journal, tell)
    disk.fill(left)
    const isLow = room.state().isLow || !disk.isMeasured
    disk.empty()
    const isSelling = sell(journal, tell)
    journal.close()
    return [isLow ? '' : 'a full disk is not called low', isSelling ? '' : 'no sale once there was room']
  },
  async 'in the middle of a sale'(disk, folder, left, tell) {
    const { journal, disk: room } = open(folder)
    const reference = beginSale(journal, tell)
    disk.fill(left)
    const isRecorded = reference !== null && recordFact(journal, reference, tell)
    const isLow = room.state().isLow || !disk.isMeasured
    disk.empty()
    const isSelling = sell(journal, tell)
    journal.close()
    return [
      isRecorded ? '' : 'the result was not recorded',
      isLow ? '' : 'a full disk is not called low',
      isSelling ? '' : 'no sale once there was room',
    ]
  },
  async 'while terminals deliver'(disk, folder, left, tell) {
    const { journal } = open(folder)
    const sales = Array.from({ length: 8 }, () => beginSale(journal, tell)).filter(
      (sale): sale is Reference => sale !== null,
    )
    disk.fill(left)
    const isRecorded = sales.every((sale) => recordFact(journal, sale, tell)) && deliverOrphan(journal, tell)
    disk.empty()
    journal.close()
    return [isRecorded ? '' : 'a result was not recorded']
  },
  async 'during a migration'(disk, folder, left) {
    mkdirSync(folder)
    const file = join(folder, FILE_NAME)
    const db = openWriter(file)
    migrate({ db, file, clock: trialClock, migrations: MIGRATIONS.slice(0, 1) })
    db.close()
    disk.fill(left)
    const opened = openJournalOrRestore({ folder, fileName: FILE_NAME, clock: trialClock, ...DISK_OPTIONS })
    if (opened.ok) opened.value.journal.close()
    disk.empty()
    const isRestored = open(folder).restored !== null
    return [isRestored ? 'a full disk was taken for damage' : '']
  },
  async 'during a backup'(disk, folder, left, tell) {
    const { journal, backups } = open(folder)
    sell(journal, tell)
    const first = await backups.makeNow()
    sell(journal, tell)
    const running = backups.makeNow()
    disk.fill(left)
    const second = await running
    disk.empty()
    const isSelling = sell(journal, tell)
    const health = backups.health()
    journal.close()
    return [
      first.ok ? '' : 'the first backup failed',
      second.ok === (health.problem === null) && health.lastBackupAt !== null ? '' : 'its health is not the truth',
      isSelling ? '' : 'no sale once there was room',
    ]
  },
}

function createDisk(): Disk {
  if (kind === 'shim') {
    const shim = openShimControl(work)
    return { folder: work, fill: (left) => shim.limit(left), empty: () => void shim.off(), isMeasured: false }
  }
  const filler = join(work, 'filler')
  return {
    folder: work,
    fill: (left) => fillUp(filler, left),
    empty: () => rmSync(filler, { force: true }),
    isMeasured: true,
  }
}

/** Takes all that is left and gives some of it back. */
function fillUp(filler: string, leaveBytes: number): void {
  const [spare, handle] = [`${filler}-spare`, openSync(filler, 'w')]
  const reserved = openSync(spare, 'w')
  if (leaveBytes > 0) writeSync(reserved, Buffer.alloc(leaveBytes, 1))
  closeSync(reserved)
  try {
    for (;;) writeSync(handle, Buffer.alloc(4 * KIB, 1))
  } catch {
    // That was the last of it.
  } finally {
    closeSync(handle)
    rmSync(spare)
  }
}

const disk = createDisk()
for (const [name, act] of Object.entries(SCENARIOS)) {
  const problems: string[] = []
  for (const left of LEFT_BYTES) {
    const folder = join(work, 'till')
    const acknowledged: Acknowledgement[] = []
    try {
      problems.push(...(await act(disk, folder, left, (fact) => acknowledged.push(fact))))
      const opened = open(folder)
      problems.push(...findLosses(opened, acknowledged))
      opened.journal.close()
      problems.push(...findDifferences(folder))
    } catch (error) {
      problems.push(String(error))
    }
    disk.empty()
    rmSync(folder, { recursive: true, force: true })
  }
  const found = problems.filter((problem) => problem !== '')
  process.stdout.write(`${JSON.stringify({ scenario: name, faults: LEFT_BYTES.length, problems: found })}\n`)
}
