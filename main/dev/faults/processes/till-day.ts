import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { drawLots, type Lots } from '../../../testing/lots.ts'
import type { FaultTill } from './fault-till.ts'
import { TERMINALS, type Ending, type SalePlan } from './filed.ts'
import type { ShopBooks } from './shop-books.ts'
import { isSettled, readOne, readPayments, readStarted, type TillPayment } from './verdict.ts'

/** One press of Charge, or of Pre-authorise. */
export interface Press {
  operation?: 'preAuthorization'
  requestKey: string
  terminal: (typeof TERMINALS)[number]
  amountMinor: number
  plan: SalePlan
  /** The cashier cancels while the terminal is at it. */
  isCancelled: boolean
  /** What the customer wants back afterwards. */
  change?: Change
}

/** A press of Refund, Reverse or Capture. */
export interface Change {
  requestKey: string
  operation: 'refund' | 'saleReversal' | 'preAuthorizationCapture'
  /** Without a terminal, for a reversal alone. */
  channel: 'terminal' | 'gateway'
  amountMinor: number
  plan: SalePlan
}

type ChangeKind = Change['operation'] | 'gatewayReversal'
const DAY_CHANGES: readonly ChangeKind[] = ['refund', 'saleReversal', 'gatewayReversal']

const ANSWERS: readonly SalePlan['answer'][] = [
  'accepted',
  'accepted',
  'accepted',
  'accepted',
  'error',
  'reset',
  'silence',
  'offline',
]
const ENDINGS: readonly Ending[] = ['AUTHORISED', 'AUTHORISED', 'AUTHORISED', 'DECLINED', 'CANCELLED', 'FAILED']
export const GOES_WELL: SalePlan = { answer: 'accepted', arrives: true, ending: 'AUTHORISED', takesMs: 2_000 }
const DAY_TERMINALS = TERMINALS.slice(0, 3)

/** A sale as it may go: some answers are lost, some endings are sad. */
export function drawPlan(lots: Lots): SalePlan {
  const answer = lots.pick(ANSWERS)
  const arrives = answer === 'accepted' || (answer !== 'offline' && lots.chance(0.9))
  const ending = lots.chance(0.08) ? 'PARTIAL_APPROVAL' : lots.pick(ENDINGS)
  return { answer, arrives, ending, takesMs: 1_000 + lots.below(6_000) }
}

/** What is taken back of a sale, or of a hold taken as a sale: a part of it or all. */
export function drawChange(lots: Lots, wholeMinor: number, kinds: readonly ChangeKind[]): Change {
  const kind = lots.pick(kinds)
  const operation = kind === 'gatewayReversal' ? 'saleReversal' : kind
  const channel = kind === 'gatewayReversal' ? 'gateway' : 'terminal'
  const isPart = operation !== 'saleReversal' && lots.chance(0.5)
  const amountMinor = isPart ? Math.floor(wholeMinor / 2) : wholeMinor
  const plan = drawPlan(lots)
  const ending = plan.ending === 'PARTIAL_APPROVAL' ? 'AUTHORISED' : plan.ending
  return { requestKey: randomUUID(), operation, channel, amountMinor, plan: { ...plan, ending } }
}

/** Two sales on each of three terminals, and what is taken back of them; the same for the same seed apart from the keys. */
export function drawDay(seed: number): Press[] {
  const lots = drawLots(seed)
  return [0, 1].flatMap((round) =>
    DAY_TERMINALS.map((terminal, index): Press => {
      const amountMinor = 1_000 + round * 100 + index
      // Half of the first sales go well, so that there is something to take back.
      const drawn = round === 0 && lots.chance(0.5) ? GOES_WELL : drawPlan(lots)
      // Of the first ones nobody hears but by a callback and, in the end, from the gateway.
      const plan = { ...drawn, isNameless: round === 0 || lots.chance(0.5) }
      const sale = { requestKey: randomUUID(), terminal, amountMinor, plan }
      return { ...sale, isCancelled: lots.chance(0.2), change: drawChange(lots, amountMinor, DAY_CHANGES) }
    }),
  )
}

/** What the cashier was told: the payment of each press that was answered. */
export type Acknowledged = Map<string, string>

export interface DayOptions {
  till: FaultTill
  books: ShopBooks
  acknowledged: Acknowledged
  /** How many times as fast as really time passes for the till. */
  factor: number
}

/** Presses Charge once; null where the till refused or died. */
export async function press(pressed: Press, { till, books, acknowledged }: DayOptions): Promise<TillPayment | null> {
  const { requestKey, terminal, amountMinor, plan, operation } = pressed
  books.plan(amountMinor, plan, operation)
  const request = { requestKey, terminal, amountMinor, currency: 'EUR', customerReference: null }
  const started = readStarted(
    operation === undefined
      ? await till.call('sale:start', request)
      : await till.call('operation:start', { operation, ...request }),
  )
  if (started !== null) acknowledged.set(requestKey, started.reference)
  return started
}

/** A list that comes torn is asked for again, as a cashier does. */
export async function listTerminals({ till, factor }: DayOptions): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    if (JSON.stringify(await till.call('terminal:refresh', {})).includes('"ready"')) return
    await pause(3_000 / factor)
  }
}

/** Presses Refund, Reverse or Capture once on what the till has approved; null where it did not come to that. */
export async function pressChange(
  pressed: Press,
  { till, books, acknowledged }: DayOptions,
): Promise<TillPayment | null> {
  const { change, terminal, amountMinor: saleMinor } = pressed
  const original = acknowledged.get(pressed.requestKey)
  if (change === undefined || original === undefined) return null
  const { operation, channel, requestKey, amountMinor, plan } = change
  books.plan(saleMinor, plan, operation)
  const refund = { operation: 'refund' as const, terminal, amountMinor, currency: 'EUR', customerReference: null }
  const reversal = { operation: 'saleReversal' as const, channel }
  const capture = { operation: 'preAuthorizationCapture' as const, amountMinor }
  const changing = { refund, saleReversal: reversal, preAuthorizationCapture: capture }[operation]
  const started = readStarted(await till.call('operation:start', { ...changing, requestKey, original }))
  if (started !== null) acknowledged.set(requestKey, started.reference)
  return started
}

/** Sells through the day on all terminals at once, until it is over or the till is dead. */
export async function sellDay(day: readonly Press[], options: DayOptions): Promise<void> {
  const { till } = options
  await till.call('terminal:refresh', {})
  await Promise.all(
    DAY_TERMINALS.map(async (terminal) => {
      for (const pressed of day.filter((each) => each.terminal === terminal)) {
        const started = await press(pressed, options)
        if (till.isDead()) return
        if (started === null) continue
        await waitFor(started.reference, pressed, { ...options, patienceMs: 15_000 })
        const changed = await pressChange(pressed, options)
        if (changed !== null) {
          await waitFor(changed.reference, { isCancelled: false }, { ...options, patienceMs: 15_000 })
        }
      }
    }),
  )
}

/** Stands at the till until the payment is over, or patience ends. */
export async function waitFor(
  reference: string,
  { isCancelled }: Pick<Press, 'isCancelled'>,
  { till, factor, patienceMs }: DayOptions & { patienceMs: number },
): Promise<void> {
  const stepMs = 2_500
  for (let waitedMs = 0; waitedMs < patienceMs && !till.isDead(); waitedMs += stepMs) {
    await pause(stepMs / factor)
    if (isCancelled && waitedMs === stepMs) await till.call('payment:cancel', { reference })
    const payment = readOne(await till.call('payment:read', { reference }))
    if (payment !== null && isSettled(payment)) return
  }
}

/**
 * After a restart: every press is repeated as a page does that got no answer, and all is waited for.
 * @returns what is told differently than before
 */
export async function repeatPresses(pressed: readonly Press[], options: DayOptions): Promise<string[]> {
  const { till, acknowledged } = options
  await till.call('terminal:refresh', {})
  const problems: string[] = []
  const compare = (before: string | undefined, now: TillPayment | null): void => {
    if (before === undefined || now?.reference === before) return
    problems.push(`LOST the press of ${before} is answered with ${now?.reference ?? 'a refusal'} after the restart`)
  }
  for (const each of pressed) {
    compare(acknowledged.get(each.requestKey), await press(each, options))
    const changeKey = each.change?.requestKey ?? ''
    compare(acknowledged.get(changeKey), await pressChange(each, options))
  }
  return problems
}

/** Waits until every payment is over, for so many of the till's milliseconds at most. */
export async function settle({ till, factor }: DayOptions, withinMs: number): Promise<void> {
  const stepMs = 10_000
  for (let waitedMs = 0; waitedMs < withinMs && !till.isDead(); waitedMs += stepMs) {
    if ((await readHistory(till)).every(isSettled)) return
    await pause(stepMs / factor)
  }
}

/** Everything in the till's journal. */
export async function readHistory(till: FaultTill): Promise<TillPayment[]> {
  return readPayments(await till.call('history:list', { before: null, limit: 200 })) ?? []
}
