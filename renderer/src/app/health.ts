import type { CallbackTraffic, Health } from '../../../shared/ipc/snapshots.ts'
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

/** What is wrong, the worst first; empty on a till that is well. `now` is wall-clock time. */
export function findProblems(health: Health, now: number, text: Text): HealthProblem[] {
  return [
    ...findRestored(health, text),
    ...findOrphans(health, text),
    ...findUnreadable(health, text),
    ...findForeign(health, text),
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

/** A body with the right token that named another payment: somebody has to find out why (safety L4). */
function findForeign({ callback }: Health, { say, moment }: Text): HealthProblem[] {
  if (callback.status === 'off' || callback.traffic.foreign === null) return []
  const { payments: count, lastAt, lastReference: support } = callback.traffic.foreign
  const todo = say('health.foreign.todo', { when: moment(lastAt) })
  return [{ title: say('health.foreign', { count }), todo, support }]
}

function findListener({ callback }: Health, now: number, text: Text): HealthProblem[] {
  switch (callback.status) {
    case 'off':
      return []
    case 'failed':
      return [{ title: text.say('health.listener'), todo: text.say('health.listener.todo'), support: callback.because }]
    case 'listening':
      return [
        ...(callback.warnings.includes('certificateEndsSoon') ? findCertificate(callback, now, text) : []),
        ...(callback.warnings.includes('plainHttp') ? [toPlain(text)] : []),
      ]
  }
}

function findCertificate(
  { certificateEndsAt }: { certificateEndsAt: number | null },
  now: number,
  { say, day }: Text,
): HealthProblem[] {
  if (certificateEndsAt === null) return []
  const title = say('health.certificate', { date: day(certificateEndsAt, now) })
  return [{ title, todo: say('health.certificate.todo'), support: null }]
}

function toPlain({ say }: Text): HealthProblem {
  return { title: say('health.plain'), todo: say('health.plain.todo'), support: null }
}

const REFUSED = [
  'otherName',
  'unusable',
  'notSaved',
  'strangers',
  'connections',
] as const satisfies readonly (keyof CallbackTraffic['refused'])[]

/** What the listener turned away, in words, the kinds that a terminal may be behind first; what never happened is left out. */
export function listRefused({ refused }: CallbackTraffic, { say }: Text): string[] {
  return REFUSED.filter((kind) => refused[kind] > 0).map((kind) =>
    say(`listener.refused.${kind}`, { count: refused[kind] }),
  )
}
