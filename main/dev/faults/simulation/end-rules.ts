import { isDeepStrictEqual } from 'node:util'
import type { Reference } from '../../../../shared/ids.ts'
import { filedUnder } from '../../../../shared/transaction/intent.ts'
import { toMoneyState } from '../../../../shared/transaction/money-state.ts'
import { fold, standingEffects } from '../../../../shared/transaction/transition.ts'
import type { MemoryDisk } from '../../../testing/memory-journal.ts'
import type { Lots } from '../../../testing/lots.ts'
import { isCharge, isTruthShown } from './excuses.ts'
import type { ModelCloud } from './model-cloud.ts'
import { isBorneOut, isTakenBack } from './truth.ts'
import { count, type Tally } from './tally.ts'
import type { Report } from './violations.ts'

interface EndParts {
  disk: MemoryDisk
  cloud: ModelCloud
  lots: Lots
  report: Report
  tally: Tally
  /** The wall clock of the till was moved. */
  hasJumped: boolean
}

/** The state of every operation is the fold of its facts, in any order, however often each is told (safety R7, R13). */
export function checkFolds({ disk, lots, report }: EndParts): void {
  for (const [reference, { progress, entries }] of disk.operations) {
    const { intent, state } = progress.transaction
    const events = entries.map(({ event }) => event)
    if (!isDeepStrictEqual(fold(intent, events).state, state)) report('R13', reference, 'the state is not the fold')
    const mixed = shuffle([...events, ...events.filter(() => lots.chance(0.3))], lots)
    const other = fold(intent, mixed).state
    if (!isDeepStrictEqual(other, state)) {
      report('R7', reference, `in another order the same facts say ${other.status}, not ${state.status}`)
    }
  }
}

function shuffle<Item>(items: Item[], lots: Lots): Item[] {
  for (let index = items.length - 1; index > 0; index -= 1) {
    const other = lots.below(index + 1)
    const [one, two] = [items[index], items[other]]
    if (one === undefined || two === undefined) continue
    items[index] = two
    items[other] = one
  }
  return items
}

/** Whatever the journal had acknowledged is there after every crash (safety R14). */
export function checkNothingLost({ disk, report }: EndParts, acknowledged: ReadonlyMap<Reference, number>): void {
  for (const [reference, seq] of acknowledged) {
    const stored = disk.operations.get(reference)
    if (stored === undefined) report('R14', reference, 'was acknowledged and is gone')
    else if (seq > 0 && !stored.entries.some((entry) => entry.seq === seq)) report('R14', reference, 'a fact is gone')
  }
}

/** Every operation against the bank's books, after everything that could be learnt has been asked for. */
export function checkTruth(
  { disk, cloud, report, tally, hasJumped }: EndParts,
  lastLook: (of: Reference) => number,
): void {
  for (const [reference, { progress }] of disk.operations) {
    const { state } = progress.transaction
    const sale = cloud.find(reference)
    const netMinor = sale?.netMinor ?? 0
    const is = toMoneyState(progress.transaction.intent.operation, state)
    count(tally, `ended ${is === 'unknown' ? `with a person: ${state.status}` : is}`)
    const chargedMinor = is === 'charged' && 'chargedMinor' in state ? state.chargedMinor : 0
    if (is === 'unknown') continue
    // A manager says whether, and not how much.
    const saidMinor = state.status === 'settledByManager' ? netMinor : chargedMinor
    const isDone = isBorneOut(cloud, progress.transaction.intent, saidMinor)
    if (is === 'charged' ? isDone : netMinor === 0) continue
    // The schedule ended, for somebody else's sake, while this one was still followed up.
    if (standingEffects(progress.transaction).some(({ type }) => type === 'followUp')) continue
    if (is === 'charged' && netMinor === 0 && isTakenBack(disk, reference)) {
      count(tally, 'ended taken back by the till and by the terminal')
      continue
    }
    const said = `ends as ${state.status} ${chargedMinor.toString()}, the bank has ${netMinor.toString()}`
    if (sale === undefined) {
      report('R8', reference, said)
      continue
    }
    // What happened, or came to be seen, after the last look cannot be known.
    const look = lastLook(reference)
    const changedAt = Math.max(sale.movedAt ?? 0, sale.undoneAt ?? 0)
    const isByResult = state.status === 'approved' && state.basis === 'terminal'
    const isShown = changedAt <= look && isTruthShown(cloud, sale, look, isByResult)
    const isBrought = sale.fate.wrong === null && sale.delivered.some((word) => isCharge(word) === netMinor > 0)
    const { intent, evidence } = progress.transaction
    // Nobody can be asked about it: neither by a result id nor by a reference.
    const isUnaskable = filedUnder(intent) === null && evidence.resultIds.length === 0
    // Which of the files' entries is its own only their times say, and the till's clock is wrong; the cloud broke a promise too.
    const isUntold = hasJumped && intent.original !== null && sale.broken.size > 0
    const isUnseen = (!isShown && !isBrought) || (isUnaskable && !isBrought) || isUntold
    const excuse = isUnseen ? 'it was not to be seen while the payment was followed up' : null
    if (excuse === null) report('R8', reference, said)
    else count(tally, `excused at the end: ${excuse}`)
  }
}
