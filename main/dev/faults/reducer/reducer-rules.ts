import type { TransactionEvent } from '../../../../shared/transaction/events.ts'
import { toMoneyState } from '../../../../shared/transaction/money-state.ts'
import { isOpen } from '../../../../shared/transaction/state.ts'
import type { Effect, Transaction } from '../../../../shared/transaction/transition.ts'
import { ABSENCE_COUNTS_AFTER_MS, LONGEST_TRANSACTION_MS } from '../../../../shared/transaction/rules.ts'

/** One fact, and what it made of an operation. */
export interface Step {
  before: Transaction
  fact: TransactionEvent
  next: Transaction
  effects: readonly Effect[]
}

const QUESTIONS: ReadonlySet<Effect['type']> = new Set([
  'pollResult',
  'queryStatus',
  'queryHistory',
  'confirmPartial',
  'giveUp',
])
/** Facts that carry no information about money (safety §1, R9). */
const SAYS_NOTHING: ReadonlySet<TransactionEvent['type']> = new Set([
  'requestUnanswered',
  'terminalUndecided',
  'resultForgotten',
  'contactLost',
  'restarted',
])

const moneyOf = ({ intent, state }: Transaction): string => toMoneyState(intent.operation, state)

/** The rules that a step breaks, in words; none, if all is well (safety R2, R8, R9, R11, R12). */
export function brokenRules(step: Step): string[] {
  return [checkSilence(step), checkProof(step), checkApproval(step), checkTelling(step), checkAsking(step)].filter(
    (text) => text !== null,
  )
}

function checkSilence({ before, fact, next }: Step): string | null {
  if (!SAYS_NOTHING.has(fact.type)) return null
  const hasEnded = isOpen(before.state) && !isOpen(next.state)
  const isOverturned = !isOpen(before.state) && moneyOf(before) !== moneyOf(next)
  return hasEnded || isOverturned ? `R9: ${before.state.status} became ${next.state.status} by ${fact.type}` : null
}

function checkProof({ next, fact }: Step): string | null {
  const { results, refusals, unsent, manager, isStatusSettled, absentAfterMs, absentWhileIdleAfterMs } = next.evidence
  if (moneyOf(next) !== 'notCharged' || results.length > 0) return null
  const isSilenceProof = absentAfterMs >= LONGEST_TRANSACTION_MS || absentWhileIdleAfterMs >= ABSENCE_COUNTS_AFTER_MS
  const isProved = refusals.length + unsent.length > 0 || manager !== null || isStatusSettled || isSilenceProof
  return isProved ? null : `R8: ${next.state.status} by ${fact.type}, without proof`
}

function checkApproval({ before, fact, next }: Step): string | null {
  if (before.state.status !== 'approved' || before.state.basis !== 'terminal') return null
  const { status } = next.state
  return status === 'approved' || status === 'conflict' || status === 'cancelled'
    ? null
    : `R11: the terminal's approval became ${status} by ${fact.type}`
}

function checkTelling({ before, fact, next, effects }: Step): string | null {
  const wasTold = !isOpen(before.state) && moneyOf(before) !== moneyOf(next)
  const isSaid = effects.some(({ type }) => type === 'raiseDiscrepancy')
  return wasTold === isSaid
    ? null
    : `R12: ${before.state.status} became ${next.state.status} by ${fact.type}, told: ${String(isSaid)}`
}

/** Nothing stays open that nobody asks about, and no fact sends a charge (safety R2, R24). */
function checkAsking({ fact, next, effects }: Step): string | null {
  if (JSON.stringify(effects).includes('submit')) return `R2: ${fact.type} sends a charge`
  if (!isOpen(next.state) || next.state.status === 'created') return null
  return effects.some(({ type }) => QUESTIONS.has(type))
    ? null
    : `R24: ${next.state.status} after ${fact.type}, and nobody is asked`
}
