import type { Reference } from '../../../shared/ids.ts'
import type { Clock, Log } from '../ports.ts'

const REFUSALS = [
  /** An Origin or Sec-Fetch header: a page in a browser. */
  'browser',
  'otherHost',
  'unknownPath',
  'notAuthenticated',
  'rateLimited',
  'contentType',
  'tooLarge',
  'unreadable',
  'foreignReference',
  'journalUnavailable',
  /** What the parser refuses: no Host, two lengths, a length and chunks, no HTTP at all. */
  'malformed',
  'headerTooLarge',
  'tooSlow',
  'handshakeFailed',
  /** Connections that gave way to newer ones. */
  'evicted',
] as const
export type Refusal = (typeof REFUSALS)[number]

export interface CallbackCounters {
  stored: number
  refused: Record<Refusal, number>
  /** Authenticated bodies that named another operation (safety L4): of how many operations, and the last. Null where there were none. */
  foreign: { operations: number; lastAt: number; lastReference: Reference } | null
}

/** Counts what came. Of what did not authenticate nothing else is kept (safety R5). */
export interface Tally {
  stored(): void
  refused(because: Refusal): void
  /** An authenticated body that names another operation (safety L4): said at once, the same again at most once a minute. */
  alarm(reference: Reference): void
  /** What the journal threw: said at once, again at most once a minute. */
  failed(problem: string): void
  counters(): CallbackCounters
  close(): void
}

const SUMMARY_MS = 60_000

/** So long after the first of what came it is told, with all that came until then. */
const TELL_AFTER_MS = 1_000

/**
 * Writes one line a minute at most about what was refused, and none where nothing was.
 * @param onChange called once a second at most while something is counted, never in the time of a request
 */
export function createTally(clock: Clock, log: Log, onChange: () => void): Tally {
  const refused = zeros()
  let stored = 0
  let said = zeros()
  let stopTimer: (() => void) | null = null
  let stopTelling: (() => void) | null = null
  // One for each operation whose terminal holds its right token: a terminal that delivers again raises no new alarm.
  const foreignTo = new Set<Reference>()
  let foreign: CallbackCounters['foreign'] = null
  const saidAlready = new Set<string>()

  function summarise(): void {
    stopTimer = null
    saidAlready.clear()
    const since = REFUSALS.map((kind) => [kind, refused[kind] - said[kind]] as const).filter(([, times]) => times > 0)
    said = { ...refused }
    if (since.length > 0) log.warn('callback.refused', Object.fromEntries(since))
  }

  function planSummary(): void {
    stopTimer ??= clock.setTimer(SUMMARY_MS, summarise)
  }

  function planTelling(): void {
    stopTelling ??= clock.setTimer(TELL_AFTER_MS, () => {
      stopTelling = null
      onChange()
    })
  }

  function isNew(line: string): boolean {
    planSummary()
    const wasSaid = saidAlready.has(line)
    saidAlready.add(line)
    return !wasSaid
  }

  return {
    stored() {
      stored += 1
      planTelling()
    },
    refused(because) {
      refused[because] += 1
      planSummary()
      planTelling()
    },
    alarm(reference) {
      foreignTo.add(reference)
      foreign = { operations: foreignTo.size, lastAt: clock.now(), lastReference: reference }
      planTelling()
      if (isNew(reference)) log.error('callback.foreignReference', { reference })
    },
    failed(problem) {
      if (isNew('failed')) log.error('callback.journalFailed', { problem })
    },
    counters: () => ({ stored, refused: { ...refused }, foreign }),
    close() {
      stopTimer?.()
      stopTelling?.()
      summarise()
    },
  }
}

function zeros(): Record<Refusal, number> {
  return {
    browser: 0,
    otherHost: 0,
    unknownPath: 0,
    notAuthenticated: 0,
    rateLimited: 0,
    contentType: 0,
    tooLarge: 0,
    unreadable: 0,
    foreignReference: 0,
    journalUnavailable: 0,
    malformed: 0,
    headerTooLarge: 0,
    tooSlow: 0,
    handshakeFailed: 0,
    evicted: 0,
  }
}
