import type { Reference } from '../../../../shared/ids.ts'
import type { MoneyState } from '../../../../shared/errors.ts'
import type { TransactionEvent } from '../../../../shared/transaction/events.ts'
import { toMoneyState } from '../../../../shared/transaction/money-state.ts'
import { isOpen, type TransactionState } from '../../../../shared/transaction/state.ts'
import type { MemoryDisk } from '../../../testing/memory-journal.ts'
import { createExcuses } from './excuses.ts'
import type { ModelCloud } from './model-cloud.ts'
import type { ModelOperation } from './model-operation.ts'
import { count, type Tally } from './tally.ts'
import { isBorneOut, isTakenBack } from './truth.ts'
import type { VirtualTime } from './virtual-time.ts'
import type { Report } from './violations.ts'

/** What must be true of everything the till concludes, at the moment it does, and when the truth moves after it. */
export interface StatementRules {
  onCommitted(reference: Reference): void
  /** Money has moved, or has come back. */
  onMoved(sale: ModelOperation): void
  onStart(): void
  /** When the till first said of the money what it says now. */
  saidAt(reference: Reference): number | null
}

interface StatementParts {
  time: VirtualTime
  disk: MemoryDisk
  cloud: ModelCloud
  report: Report
  tally: Tally
  note: (line: string) => void
}

interface Known {
  state: TransactionState
  /** Monotonic time since when a status answer stands, in this life. */
  provisionalSinceMs: number | null
  refusedSinceMs: number | null
  saidAt: number
}

/** The longest that an answer takes, which is counted from its question. */
const moneyOf = (state: TransactionState): MoneyState => toMoneyState('sale', state)
const ANSWER_MS = 10_500
const PROVISIONAL_MS = 5 * 60_000
const SETTLES_MS = 60_000

export function createStatementRules(parts: StatementParts): StatementRules {
  const { time, disk, cloud, report, tally } = parts
  const excuses = createExcuses(cloud, time.now)
  const known = new Map<Reference, Known>()

  function checkTransition(reference: Reference, before: TransactionState, event: TransactionEvent): void {
    const stored = disk.operations.get(reference)
    if (stored === undefined) return
    const { state } = stored.progress.transaction
    const [was, is] = [moneyOf(before), moneyOf(state)]
    if (isOpen(before)) return
    const isNoInformation =
      event.type === 'terminalUndecided' ||
      event.type === 'resultForgotten' ||
      event.type === 'contactLost' ||
      (event.type === 'statusReported' && event.answer.known === 'absent') ||
      // That the gateway has it in hand contradicts the rule of silence, and nothing else (safety R12).
      (event.type === 'statusReported' && event.answer.known === 'inProgress' && before.status !== 'notCharged')
    if (isNoInformation && (was !== is || isOpen(state))) {
      report('R9', reference, `${before.status} became ${state.status} by ${event.type}, which says nothing`)
    }
    if (was !== is && stored.progress.correctedFrom === null) {
      report('R12', reference, `${before.status} became ${state.status} and nobody is told`)
    }
  }

  function checkTime(reference: Reference, before: Known, event: TransactionEvent): void {
    const now = time.machine.monotonicMs()
    const isEarly = (sinceMs: number | null, longMs: number): boolean =>
      sinceMs === null || now - sinceMs < longMs - ANSWER_MS
    if (event.type === 'provisionalAccepted' && isEarly(before.provisionalSinceMs, PROVISIONAL_MS)) {
      report('R10', reference, 'an approval by status was believed too early')
    }
    if (event.type === 'statusSettled' && isEarly(before.refusedSinceMs, SETTLES_MS)) {
      report('R10', reference, 'a refusal by status was believed too early')
    }
  }

  /** Contradicting words of the terminal decide nothing between them; a result that does not fit decides nothing (R11, R22). */
  function checkTerminalsWord(reference: Reference, state: TransactionState, sale: ModelOperation | undefined): void {
    if (!('basis' in state) || state.basis !== 'terminal') return
    if (sale === undefined) return report('R22', reference, `${state.status} by a terminal that never had it`)
    if (sale.fate.wrong !== null)
      report('R22', reference, `${state.status} by a result with another ${sale.fate.wrong}`)
    const events = disk.operations.get(reference)?.entries ?? []
    const words = new Set(
      events.flatMap(({ event }) => (event.type === 'terminalReported' ? [event.outcome.finStatus] : [])),
    )
    const hasRefusal = words.has('DECLINED') || words.has('CANCELLED') || words.has('FAILED')
    if (words.has('AUTHORISED') && hasRefusal) {
      report('R11', reference, `${state.status} although the terminal said both: ${[...words].join(', ')}`)
    }
  }

  function checkStatement(reference: Reference, state: TransactionState, was: MoneyState): void {
    const is = moneyOf(state)
    const sale = cloud.find(reference)
    if (is === 'unknown') return
    if (is !== was) parts.note(`the till says: ${is} (${state.status})`)
    if (is === 'notCharged' && sale !== undefined && sale.netMinor > 0 && is !== was) {
      const excuse = excuses.forNotCharged(sale, state)
      if (excuse === null) report('R8', reference, `says ${state.status}, the bank has ${sale.netMinor.toString()}`)
      else count(tally, `excused for the moment: ${excuse}`)
    }
    if (is !== 'charged') return
    // A person's word is the person's.
    if (state.status === 'settledByManager') return
    const chargedMinor = 'chargedMinor' in state ? state.chargedMinor : -1
    const intent = disk.operations.get(reference)?.progress.transaction.intent
    if (intent !== undefined && isBorneOut(cloud, intent, chargedMinor)) return
    if (isTakenBack(disk, reference)) return
    const excuse = excuses.forCharged(sale, state)
    const said = `says ${state.status} ${chargedMinor.toString()}, the bank has ${(sale?.netMinor ?? 0).toString()}`
    if (excuse === null) report('R8', reference, said)
    else if (is !== was) count(tally, `excused for the moment: ${excuse}`)
  }

  function remember(reference: Reference, before: Known | undefined, state: TransactionState): void {
    const now = time.machine.monotonicMs()
    const isRefused = state.status === 'checking' && state.because === 'awaitingTerminal'
    const isSame = before !== undefined && moneyOf(before.state) === moneyOf(state)
    known.set(reference, {
      state,
      saidAt: isSame ? before.saidAt : time.now(),
      provisionalSinceMs: state.status === 'provisional' ? (before?.provisionalSinceMs ?? now) : null,
      refusedSinceMs: isRefused ? (before?.refusedSinceMs ?? now) : null,
    })
  }

  return {
    onCommitted(reference) {
      const stored = disk.operations.get(reference)
      if (stored === undefined) return
      const { state } = stored.progress.transaction
      const before = known.get(reference)
      const event = stored.entries.at(-1)?.event
      remember(reference, before, state)
      if (before === undefined || event === undefined) return
      checkTransition(reference, before.state, event)
      checkTime(reference, before, event)
      // Said before: whether it still stands is asked at the end.
      if (isSameStatement(before.state, state)) return
      checkTerminalsWord(reference, state, cloud.find(reference))
      checkStatement(reference, state, moneyOf(before.state))
    },
    onMoved(sale) {
      if (sale.netMinor === 0) return
      for (const [reference, { progress }] of disk.operations) {
        if (reference !== sale.reference) continue
        const { state } = progress.transaction
        if (moneyOf(state) !== 'notCharged' || state.status === 'settledByManager') return
        const excuse = excuses.forNotCharged(sale, state)
        if (excuse === null) report('R8', reference, `had said ${state.status}, and then the card was charged`)
        else count(tally, `excused for the moment: ${excuse}`)
      }
    },
    saidAt: (reference) => known.get(reference)?.saidAt ?? null,
    onStart() {
      for (const one of known.values()) {
        one.provisionalSinceMs = null
        one.refusedSinceMs = null
      }
    },
  }
}

function isSameStatement(one: TransactionState, other: TransactionState): boolean {
  if (one.status !== other.status) return false
  const [oneMinor, otherMinor] = [one, other].map((state) => ('chargedMinor' in state ? state.chargedMinor : null))
  const [oneBasis, otherBasis] = [one, other].map((state) => ('basis' in state ? state.basis : null))
  return oneMinor === otherMinor && oneBasis === otherBasis
}
