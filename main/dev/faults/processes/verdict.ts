import { z } from 'zod'
import { chargedBy, type Filed } from './filed.ts'

/** What the till says of one payment. */
const paymentSchema = z.object({
  reference: z.string(),
  requestKey: z.string(),
  operation: z.string(),
  channel: z.string(),
  /** The operation that it changes. */
  original: z.string().nullable(),
  amountMinor: z.number(),
  state: z.looseObject({ status: z.string(), chargedMinor: z.number().optional() }),
  /** What a person had been told before. */
  correctedFrom: z.string().nullable(),
})
export type TillPayment = z.infer<typeof paymentSchema>

const replySchema = z.object({
  ok: z.literal(true),
  value: z.object({ payments: z.array(paymentSchema) }),
})

/** The payments in an answer of `history:list` or `unresolved:list`; null where it was no such answer. */
export function readPayments(reply: unknown): TillPayment[] | null {
  const read = replySchema.safeParse(reply)
  return read.success ? read.data.value.payments : null
}

const startedSchema = z.object({ ok: z.literal(true), value: paymentSchema })

/** The payment in an answer of `sale:start`; null where none was begun, or nobody was alive to answer. */
export function readStarted(reply: unknown): TillPayment | null {
  const read = startedSchema.safeParse(reply)
  return read.success ? read.data.value : null
}

const oneSchema = z.object({ ok: z.literal(true), value: z.object({ payment: paymentSchema }) })

/** The payment in an answer of `payment:read`. */
export function readOne(reply: unknown): TillPayment | null {
  const read = oneSchema.safeParse(reply)
  return read.success ? read.data.value.payment : null
}

export interface Tally {
  /** References that the service ever received. */
  received: number
  twice: number
  matching: number
  /** Not final, and therefore before a person. */
  unresolved: number
  /** Received, or acknowledged to the cashier, and not in the journal. */
  lost: number
  /** Final and not what the service's books say. */
  wrong: number
}

export interface Verdict {
  tally: Tally
  problems: string[]
}

/** States in which the till says that no money moved. */
export const NOT_CHARGED: ReadonlySet<string> = new Set(['declined', 'cancelled', 'failed', 'notCharged', 'notStarted'])
const CHARGED = new Set(['approved', 'partlyApproved'])

/** What was charged by the till's word; null while it does not say. */
function saidCharged({ state }: TillPayment): number | null {
  if (NOT_CHARGED.has(state.status)) return 0
  return CHARGED.has(state.status) ? (state.chargedMinor ?? null) : null
}

/** Whether the till has said for good what became of the money. */
export function isSettled(payment: TillPayment): boolean {
  return saidCharged(payment) !== null
}

/** What the gateway reverses is known there by the sale alone, and there is one such reversal of a sale at most. */
function isAbout({ reference, operation, channel, original }: TillPayment, entry: Filed): boolean {
  if (entry.channel === 'terminal') return reference === entry.reference
  return channel === 'gateway' && operation === entry.operation && original === entry.original?.reference
}

/** Holds the till's journal against the service's books: the one judge of every layer (safety R2, R11, R14). */
export function judge(
  filed: readonly Filed[],
  payments: readonly TillPayment[],
  acknowledged: ReadonlyMap<string, string>,
): Verdict {
  const problems: string[] = []
  const tally: Tally = { received: filed.length, twice: 0, matching: 0, unresolved: 0, lost: 0, wrong: 0 }
  const byReference = new Map(payments.map((payment) => [payment.reference, payment]))
  const paymentOf = (entry: Filed): TillPayment | undefined => payments.find((payment) => isAbout(payment, entry))
  const entryOf = (payment: TillPayment): Filed | undefined => filed.find((entry) => isAbout(payment, entry))
  const blame = (kind: 'twice' | 'lost' | 'wrong', text: string): void => {
    tally[kind] += 1
    problems.push(`${kind.toUpperCase()} ${text}`)
  }

  for (const entry of filed) {
    if (entry.received > 1) blame('twice', `${entry.reference} was received ${entry.received.toString()} times`)
    const payment = paymentOf(entry)
    if (payment === undefined) blame('lost', `${entry.reference} was received and is not in the journal`)
    else if (payment.amountMinor !== entry.amountMinor) blame('wrong', `${entry.reference} is of another amount`)
  }
  for (const payment of payments) {
    const entry = entryOf(payment)
    const truth = entry === undefined ? 0 : chargedBy(entry)
    const said = saidCharged(payment)
    if (said === null) tally.unresolved += 1
    else if (said === truth) tally.matching += 1
    else
      blame(
        'wrong',
        `${payment.reference} is ${payment.state.status} (${said.toString()}), charged ${truth.toString()}`,
      )
  }
  for (const payment of payments) {
    const { reference, correctedFrom } = payment
    const entry = entryOf(payment)
    // Told that nothing was charged, the cashier has charged again by now, whatever is said later.
    if (entry !== undefined && chargedBy(entry) > 0 && NOT_CHARGED.has(correctedFrom ?? '')) {
      blame('wrong', `${reference} was charged, and was said to be ${correctedFrom ?? ''} before`)
    }
  }
  for (const [requestKey, reference] of acknowledged) {
    const payment = byReference.get(reference)
    if (payment?.requestKey !== requestKey) blame('lost', `${reference} was acknowledged and is not in the journal`)
  }
  const presses = new Set(payments.map((payment) => payment.requestKey))
  if (presses.size < payments.length) blame('twice', 'one press of Charge became two payments')
  return { tally, problems }
}

export function addTallies(one: Tally, other: Tally): Tally {
  return {
    received: one.received + other.received,
    twice: one.twice + other.twice,
    matching: one.matching + other.matching,
    unresolved: one.unresolved + other.unresolved,
    lost: one.lost + other.lost,
    wrong: one.wrong + other.wrong,
  }
}

export const NO_TALLY: Tally = { received: 0, twice: 0, matching: 0, unresolved: 0, lost: 0, wrong: 0 }

/** The table of a layer, as one line. */
export function toLine({ received, twice, matching, unresolved, lost, wrong }: Tally): string {
  const counts = Object.entries({ received, twice, matching, unresolved, lost, wrong })
  return counts.map(([name, count]) => `${name} ${count.toString()}`).join(', ')
}
