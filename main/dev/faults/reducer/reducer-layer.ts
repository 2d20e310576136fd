import { permutations } from '../../../../shared/testing/permutations.ts'
import {
  aLinkedRefund,
  aSale,
  ANOTHER,
  reported,
  settledAs,
  statusAbsent,
  statusInProgress,
  statusSays,
  accepted,
  refusedAs,
  unanswered,
} from '../../../../shared/testing/transactions.ts'
import type { TransactionEvent } from '../../../../shared/transaction/events.ts'
import type { Intent } from '../../../../shared/transaction/intent.ts'
import { fold, transition, type Transaction } from '../../../../shared/transaction/transition.ts'
import { drawLots } from '../../../testing/lots.ts'
import type { Layer, LayerOptions } from '../processes/layer.ts'
import { brokenRules } from './reducer-rules.ts'

/** Twelve facts of a sale that goes wrong at the terminal, and twelve of one about which the gateway has the say. */
const DOZENS: readonly (readonly TransactionEvent[])[] = [
  [
    accepted,
    unanswered,
    { type: 'restarted', episode: 1 },
    reported('AUTHORISED'),
    reported('DECLINED'),
    reported('PARTIAL_APPROVAL'),
    { type: 'partialConfirmed' },
    { type: 'terminalUndecided' },
    statusSays('AUTHORISED'),
    statusAbsent({ askedAfterMs: 420_000 }),
    { type: 'nothingToCancel', attempt: 1, askedAfterMs: 90_000 },
    { type: 'historyReported', query: 2, resultsKnown: 2, verdict: 'reversed', chargedMinor: null },
  ],
  [
    { type: 'requestAccepted', resultId: null },
    refusedAs('terminalBusy'),
    { type: 'contactLost', episode: 1 },
    reported('CANCELLED'),
    reported('AUTHORISED', { currency: 'USD' }),
    statusInProgress(),
    statusSays('DECLINED', { query: 2 }),
    { type: 'statusSettled' },
    { type: 'provisionalAccepted' },
    { type: 'linkedEnded', reference: ANOTHER, hasMoved: true, end: 2 },
    { type: 'rulesExhausted' },
    settledAs('charged', { word: 1 }),
  ],
]
const LONGEST = 5
const PERMUTED = 6
const MOST_TOLD = 10

interface ReducerOptions extends LayerOptions {
  /** Another reducer than the till's, to see that the layer notices. */
  reduce?: typeof transition
  /** How many facts the longest sequence has. */
  longest?: number
}

/**
 * L0 of the fault plan: every sequence of up to five of twelve facts, and every order of sets of six, each fact twice
 * (safety §2). Whatever the order and however often something is said, the same facts have to give the same operation
 * (R7), and no step may break a rule.
 */
export function runReducerLayer(options: ReducerOptions): Promise<Layer> {
  const { long, points = long ? 400 : 40, seed = 1, reduce = transition, longest = LONGEST } = options
  const broken = new Map<string, number>()
  const report = (text: string): void => void broken.set(text, (broken.get(text) ?? 0) + 1)
  const lines: string[] = []
  for (const intent of long ? [aSale, aLinkedRefund] : [aSale]) {
    for (const [nth, facts] of DOZENS.entries()) {
      const sequences = walk(intent, facts, { reduce, report, longest })
      const what = `${sequences.toString()} sequences of up to ${longest.toString()} facts`
      lines.push(`${intent.operation}, dozen ${(nth + 1).toString()}: ${what}`)
    }
  }
  const orders = permute({ points, seed, reduce, report })
  lines.push(`${points.toString()} sets of six facts: ${orders.toString()} orders, each fact twice`)
  for (const [text, times] of [...broken].slice(0, MOST_TOLD))
    lines.push(`VIOLATION ${text} (${times.toString()} times)`)
  const failures = [...broken.values()].reduce((sum, times) => sum + times, 0)
  lines.push(`violations: ${failures.toString()}`)
  return Promise.resolve({ name: 'L0 every sequence', lines, failures })
}

interface Trial {
  reduce: typeof transition
  report: (text: string) => void
}

/** Walks every sequence of the facts. Answers how many there are. */
function walk(
  intent: Intent,
  facts: readonly TransactionEvent[],
  { reduce, report, longest }: Trial & { longest: number },
): number {
  /** What each set of facts came to, whatever their order. */
  const ends = new Map<number, string>()
  let sequences = 0

  function visit(before: Transaction, known: number, left: number): void {
    for (const [nth, fact] of facts.entries()) {
      const { next, effects } = reduce(before, fact)
      sequences += 1
      for (const text of brokenRules({ before, fact, next, effects })) report(text)
      const all = known | (1 << nth)
      const end = JSON.stringify(next)
      const other = ends.get(all)
      if (other === undefined) ends.set(all, end)
      else if (other !== end)
        report(`R7: the order of facts decides, or their repetition: ${next.state.status} after ${fact.type}`)
      if (left > 1) visit(next, all, left - 1)
    }
  }

  visit(fold(intent, []), 0, longest)
  return sequences
}

/** Draws sets of six facts and folds them in all their orders. Answers how many. */
function permute({ points, seed, reduce, report }: Trial & { points: number; seed: number }): number {
  const lots = drawLots(seed)
  let orders = 0
  for (let nth = 0; nth < points; nth += 1) {
    const left = DOZENS.flat()
    const six = Array.from({ length: PERMUTED }, () => left.splice(lots.below(left.length), 1)).flat()
    const ends = new Set<string>()
    for (const order of permutations(six)) {
      orders += 1
      let reached = fold(aSale, [])
      for (const fact of [...order, ...order.toReversed()]) reached = reduce(reached, fact).next
      ends.add(JSON.stringify(reached))
    }
    if (ends.size > 1) report(`R7: ${six.map(({ type }) => type).join(', ')} come to ${ends.size.toString()} ends`)
  }
  return orders
}
