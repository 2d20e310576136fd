import type { Health } from '../../../shared/ipc/snapshots.ts'
import type { Text } from '../ui/text.ts'

/** Something that is wrong with the till, and what a person can do about it. None of it stops a payment. */
export interface HealthProblem {
  title: string
  todo: string
  /** What the core says of it, in plain English for support. */
  support: string | null
}

const DAY_MS = 24 * 60 * 60 * 1000

/** A backup is made every day; an older one is missing something (safety R17). */
const BACKUP_STALE_AFTER_MS = DAY_MS

/** When to say that the certificate ends (safety L2). */
const CERTIFICATE_ALARM_MS = 21 * DAY_MS

/** What is wrong, the worst first; empty on a till that is well. `now` is wall-clock time. */
export function findProblems(health: Health, now: number, text: Text): HealthProblem[] {
  return [
    ...findRestored(health, text),
    ...findOrphans(health, text),
    ...findUnreadable(health, text),
    ...findBackup(health, now, text),
    ...findListener(health, now, text),
  ]
}

function findRestored({ restored }: Health, { say }: Text): HealthProblem[] {
  if (restored === null) return []
  return [{ title: say('health.restored'), todo: say('health.restored.todo'), support: restored }]
}

function findOrphans({ orphanCount: count }: Health, { say }: Text): HealthProblem[] {
  if (count === 0) return []
  return [{ title: say('health.orphans', { count }), todo: say('health.orphans.todo'), support: null }]
}

function findUnreadable({ unreadableCount: count }: Health, { say }: Text): HealthProblem[] {
  if (count === 0) return []
  return [{ title: say('health.unreadable', { count }), todo: say('health.unreadable.todo'), support: null }]
}

function findBackup({ lastBackupAt, backupProblem: support }: Health, now: number, text: Text): HealthProblem[] {
  // A new till has none yet, and that is no problem until making one failed.
  const isStale = lastBackupAt !== null && now - lastBackupAt > BACKUP_STALE_AFTER_MS
  if (!isStale && support === null) return []
  const title =
    lastBackupAt === null
      ? text.say('health.backup.never')
      : text.say('health.backup', { when: text.moment(lastBackupAt) })
  return [{ title, todo: text.say('health.backup.todo'), support }]
}

function findListener({ callback }: Health, now: number, text: Text): HealthProblem[] {
  switch (callback.status) {
    case 'off':
      return []
    case 'failed':
      return [{ title: text.say('health.listener'), todo: text.say('health.listener.todo'), support: callback.because }]
    case 'listening': {
      const { certificateEndsAt } = callback
      if (certificateEndsAt === null || certificateEndsAt - now > CERTIFICATE_ALARM_MS) return []
      const title = text.say('health.certificate', { date: text.day(certificateEndsAt, now) })
      return [{ title, todo: text.say('health.certificate.todo'), support: null }]
    }
  }
}
