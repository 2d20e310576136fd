import type { Reference } from '../../shared/ids.ts'
import type { OpenedJournal } from './journal/open-or-restore.ts'
import type { Clock, Log } from './ports.ts'
import type { HiddenHealth } from './till.ts'

/** Sees to it that the journal survives: its backups, the room on its disk, and what a restoration leaves to be asked. */
export interface JournalCare {
  health(): Omit<HiddenHealth, 'callback'>
  /** Begins with the backups and asks about everything that a restored journal may be missing (safety R17). */
  start(askOnce: (reference: Reference) => Promise<boolean>): void
  stop(): void
}

interface JournalCareOptions {
  opened: OpenedJournal
  clock: Clock
  log: Log
  onChange: () => void
}

const ASK_AGAIN_AFTER_MS = 5_000
/** The disk and the backups change without telling. */
const LOOK_EVERY_MS = 60_000

export function createJournalCare({ opened, clock, log, onChange }: JournalCareOptions): JournalCare {
  const { restored, backups, disk } = opened
  const unasked = new Set(restored?.referencesSince)
  let isRestoring = restored !== null
  let isStopped = false
  let stopLooking: (() => void) | null = null

  async function askAll(askOnce: (reference: Reference) => Promise<boolean>): Promise<void> {
    for (const reference of unasked) {
      if (isStopped) return
      if (await askOnce(reference)) unasked.delete(reference)
    }
    if (isStopped) return
    if (unasked.size > 0) return void clock.setTimer(ASK_AGAIN_AFTER_MS, () => void askAll(askOnce))
    settle()
  }

  function settle(): void {
    try {
      restored?.settle()
    } catch (error) {
      // The next start asks about all of them again, which harms nobody.
      log.warn('journal.settleFailed', { text: error instanceof Error ? error.message : String(error) })
    }
    isRestoring = false
    log.info('journal.restored', { asked: restored?.referencesSince.length ?? 0 })
    onChange()
  }

  function look(): void {
    onChange()
    stopLooking = clock.setTimer(LOOK_EVERY_MS, look)
  }

  return {
    health() {
      const { lastBackupAt, problem } = backups.health()
      const blocked = isRestoring ? 'journal.restoring' : disk.state().isLow ? 'disk.low' : null
      return { lastBackupAt, backupProblem: problem, restored: restored?.text ?? null, blocked }
    },
    start(askOnce) {
      backups.start()
      stopLooking = clock.setTimer(LOOK_EVERY_MS, look)
      if (isRestoring) void askAll(askOnce)
    },
    stop() {
      isStopped = true
      stopLooking?.()
      backups.stop()
    },
  }
}
