import type { Reference } from '../../../../shared/ids.ts'
import { createMemoryDisk, type Commit } from '../../../testing/memory-journal.ts'
import { drawLots } from '../../../testing/lots.ts'
import { createCashier } from './cashier.ts'
import { createCourier, type Courier } from './courier.ts'
import { checkFolds, checkNothingLost, checkTruth } from './end-rules.ts'
import { createModelCloud } from './model-cloud.ts'
import { createNetwork } from './network.ts'
import { drawPlan, type Act } from './plan.ts'
import { createSettling } from './settling.ts'
import { createStatementRules } from './statement-rules.ts'
import { count, type Tally } from './tally.ts'
import { startTill, type TillLife } from './till.ts'
import type { Violation } from './violations.ts'
import { createVirtualTime } from './virtual-time.ts'
import { CALM } from './weather.ts'
import { createWireRules } from './wire-rules.ts'

/** One seed's day: people, faults and the real core, in virtual time. */
export interface Schedule {
  /** Runs the next thing that happens, up to its first wait. Answers false at the end; promises settle in between. */
  step(): boolean
  /** To be asked once `step` has answered false. */
  verdict(): Verdict
}

export interface Verdict {
  seed: number
  violations: Violation[]
  tally: Tally
  virtualMs: number
  /** The longest that a payment took to be final or a person's, once nothing was in its way. */
  settledAfterMs: number
}

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const MOST_CRASHES = 6

/** @param tell hears the story, line by line, with virtual times; costs time */
export function createSchedule(seed: number, tell: ((line: string) => void) | null = null): Schedule {
  const lots = drawLots(seed)
  const time = createVirtualTime()
  const disk = createMemoryDisk()
  const tally: Tally = new Map()
  const violations: Violation[] = []
  const plan = drawPlan(lots)
  let weather = plan.weather
  const isWholeDesk = lots.chance(0.05)
  let crashes = 0
  let lives = 0
  let hasJumped = false
  let isDiskFull = false
  let till: TillLife | null = null
  let tillSince = 0
  let awakeSince = 0
  let endsAt = Number.POSITIVE_INFINITY

  const note = (line: string): void => tell?.(`${clockText(time.now())}  ${line}`)
  const report = (rule: string, reference: string, text: string): void => {
    violations.push({ rule, reference, text, atMs: time.now() })
    note(`VIOLATION ${rule} ${reference.slice(0, 8)}: ${text}`)
  }

  const courier: Courier = createCourier({
    time,
    lots,
    tally,
    disk,
    report,
    note,
    weather: () => weather,
    till: () => till,
  })
  const cloud = createModelCloud({
    time,
    lots,
    note,
    onMoved: (work) => statements.onMoved(work),
    onResult: courier.begin,
  })
  const wire = createWireRules({ time, disk, cloud, report })
  const statements = createStatementRules({ time, disk, cloud, report, tally, note })
  const connect = createNetwork({
    time,
    lots,
    cloud,
    tally,
    note,
    weather: () => weather,
    onAsk: (request) => wire.onAsk(request),
    onSend(request) {
      if (request.method === 'POST') note(`the till sends ${request.body ?? ''}`)
      count(tally, 'messages')
      return wire.onSend(request)
    },
  })
  const cashier = createCashier({ time, lots, tally, note, report, till: () => till })

  const settling = createSettling({
    time,
    disk,
    cloud,
    tally,
    report,
    note,
    till: () => till,
    quietSince: () => Math.max(plan.calmAtMs, tillSince, awakeSince),
    isMoreToCome: () => plan.acts.some(({ atMs }) => atMs > time.now()),
    onSettled: planEnd,
  })

  function diesAt(point: string): boolean {
    if (weather.crash === 0 || crashes >= MOST_CRASHES || !lots.chance(weather.crash)) return false
    crashes += 1
    count(tally, `crash ${point}`)
    note(`the till dies ${point}`)
    return true
  }

  function drawCommit(): Commit {
    if (isDiskFull) {
      count(tally, 'disk full')
      return 'failBefore'
    }
    if (weather.ioError === 0 || !lots.chance(weather.ioError)) return 'done'
    count(tally, 'I/O error of the journal')
    return lots.chance(0.5) ? 'failBefore' : 'failAfter'
  }

  function onJournalClosed(): void {
    note('the journal fails and is closed')
    wire.onJournalClosed()
    // Somebody reads "start Paydesk again" and does.
    const life = lives
    time.at(5_000 + lots.below(60_000), () => {
      if (life === lives) till?.kill()
    })
  }

  function start(): void {
    if (till !== null) return
    const wakesInMs = time.machine.wakesInMs()
    if (wakesInMs > 0) return void time.at(wakesInMs + 500, start)
    note('the till starts')
    tillSince = time.now()
    lives += 1
    statements.onStart()
    let life: TillLife | null = null
    wire.onStart(() => life?.isAlive() ?? true)
    life = startTill({
      time,
      lots,
      disk,
      isWholeDesk,
      takesCallbacks: plan.takesCallbacks,
      connect,
      diesAt,
      drawCommit,
      onCommitted: noteCommit,
      onJournalClosed,
      onDeath() {
        till = null
        time.at(1_000 + lots.below(lots.chance(0.8) ? 20_000 : 10 * MINUTE_MS), start)
      },
      listen: cashier.listen,
    })
    if (life.isAlive()) till = life
  }

  function perform(act: Act): void {
    // What was delayed by a sleep must not come after the calm.
    if (isTrouble(act) && time.now() >= plan.calmAtMs) return
    // Nobody can press anything on a machine that sleeps.
    if (time.machine.wakesInMs() > 0) return void time.at(time.machine.wakesInMs() + 1, () => perform(act))
    if (isTrouble(act)) count(tally, act.type)
    switch (act.type) {
      case 'charge':
      case 'change':
      case 'cancel':
      case 'check':
      case 'leave':
      case 'tryAgain':
        return cashier.act(act)
      case 'jumpWall':
        note(`the wall clock jumps by ${Math.round(act.byMs / 1_000).toString()} s`)
        hasJumped = true
        return time.machine.jumpWall(act.byMs)
      case 'suspend':
        note(`the machine sleeps for ${Math.round(act.forMs / 1_000).toString()} s`)
        time.machine.suspend(act.forMs)
        awakeSince = time.now() + time.machine.wakesInMs()
        return
      case 'terminalOffline':
        note(`terminal ${act.nth.toString()} loses its network`)
        cloud.terminals[act.nth]?.setNetwork(false)
        return time.atUnseen(act.forMs, () => cloud.terminals[act.nth]?.setNetwork(true))
      case 'terminalReboot':
        note(`terminal ${act.nth.toString()} restarts`)
        return cloud.terminals[act.nth]?.reboot()
      case 'internetDown':
        note('the internet of the shop is down')
        weather = { ...weather, unsent: 1 }
        return time.atUnseen(act.forMs, () => (weather = { ...weather, unsent: 0 }))
      case 'diskFull':
        isDiskFull = true
        return
      case 'kill':
        note('the till is killed')
        return till?.kill()
    }
  }

  /** From now on nothing goes wrong any more that has not gone wrong already (safety R24). */
  function becalm(): void {
    note('-- the faults stop --')
    weather = CALM
    isDiskFull = false
    for (const terminal of cloud.terminals) terminal.setNetwork(true)
    settling.watch()
  }

  const bornAt = new Map<Reference, number>()
  /** The newest fact of each operation that the journal said was safe. */
  const acknowledged = new Map<Reference, number>()

  function noteCommit(reference: Reference, isAcknowledged: boolean): void {
    const stored = disk.operations.get(reference)
    if (stored === undefined) return
    if (isAcknowledged) acknowledged.set(reference, stored.entries.at(-1)?.seq ?? 0)
    if (!bornAt.has(reference)) bornAt.set(reference, time.now())
    count(tally, 'commits')
    const event = stored.entries.at(-1)?.event
    if (tell !== null && event !== undefined) note(`journal ${reference.slice(0, 8)}: ${describe(event)}`)
    statements.onCommitted(reference)
    if (time.now() >= plan.calmAtMs) settling.onCommitted(reference, event?.type === 'terminalReported')
  }

  /** A day of following up, or as long as a result may still be on its way; a while where a person still has to decide. */
  function planEnd(isOver: boolean): void {
    const wholeMs = (courier.outstanding() > 0 ? 50 : 26) * 60 * MINUTE_MS
    endsAt = time.now() + (isOver ? wholeMs : 15 * MINUTE_MS)
  }

  /** Until when the truth could be learnt: an approval by the terminal is looked at once more, everything else for a day. */
  function lastLookAt(reference: Reference): number {
    const state = disk.operations.get(reference)?.progress.transaction.state
    const saidAt = statements.saidAt(reference) ?? 0
    if (state?.status === 'approved' && state.basis === 'terminal') return saidAt + MINUTE_MS
    return Math.max(saidAt + MINUTE_MS, (bornAt.get(reference) ?? 0) + DAY_MS - 10 * MINUTE_MS)
  }

  time.at(0, start)
  for (const { atMs, act } of plan.acts) time.at(atMs, () => perform(act))
  time.atUnseen(plan.calmAtMs, becalm)

  return {
    step: () => time.step(() => Math.min(endsAt, 4 * DAY_MS)),
    verdict() {
      const parts = { disk, cloud, lots, report, tally, hasJumped }
      checkTruth(parts, lastLookAt)
      checkNothingLost(parts, acknowledged)
      if (seed % 8 === 0) checkFolds(parts)
      count(tally, 'operations', disk.operations.size)
      const minutes = Math.ceil(settling.longestMs() / MINUTE_MS)
      count(
        tally,
        `settled, once nothing was in the way, within ${minutes > 9 ? '10 and more' : minutes.toString()} min`,
      )
      return { seed, violations, tally, virtualMs: time.now(), settledAfterMs: settling.longestMs() }
    },
  }
}

const BUTTONS: ReadonlySet<Act['type']> = new Set(['charge', 'change', 'cancel', 'check', 'leave', 'tryAgain'])

function isTrouble({ type }: Act): boolean {
  return !BUTTONS.has(type)
}

function describe(event: { type: string }): string {
  return JSON.stringify(event).slice(0, 160)
}

function pad(value: number, length: number): string {
  return Math.floor(value).toString().padStart(length, '0')
}

function clockText(ms: number): string {
  const time = `${pad(ms / 3_600_000, 2)}:${pad((ms / MINUTE_MS) % 60, 2)}:${pad((ms / 1_000) % 60, 2)}`
  return `${time}.${pad(ms % 1_000, 3)}`
}
