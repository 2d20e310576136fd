import type { Operation } from '../../../../shared/transaction/operations.ts'
import type { Lots } from '../../../testing/lots.ts'

/** How one sale goes at the terminal, drawn before it begins. */
export interface Fate {
  story: Story
  /** Until the card has been read and the PIN typed. The longest honest customer takes six minutes (handpoint-api.md §4.1). */
  cardMs: number
  gatewayMs: number
  /** How long the customer or the terminal thinks after the bank's answer: a partial approval, a signature, a pulled chip. */
  thinkMs: number
  /** Until the cloud shows a result that the terminal has delivered; null: never. */
  resultLagMs: number | null
  /** Whether a result that may still change is shown meanwhile (handpoint-api.md §6.45). */
  isEarlyShown: boolean
  /** Until a terminal that lost the gateway's answer learns it. */
  recoveryMs: number
  /** Part of the amount, for a partial approval, and the tip, both as shares. */
  share: number
  tip: number
  wrong: 'amount' | 'currency' | 'terminal' | 'type' | 'reference' | null
}

const STORIES = [
  ['approved', 47],
  ['declined', 10],
  ['customerCancels', 6],
  ['readerFails', 2],
  ['partialAccepted', 3],
  ['partialRefused', 4],
  ['chipPulled', 4],
  ['forcedReversal', 6],
  ['softDecline', 2],
  // The terminal loses the gateway's answer and says UNDEFINED, or FAILED, or nothing; in the end it knows, or has undone it.
  ['undefinedThenApproved', 6],
  ['undefinedThenReversed', 4],
  ['undefinedThenDeclined', 3],
  ['undefinedForEver', 1],
  ['failedThoughCharged', 2],
] as const
export type Story = (typeof STORIES)[number][0]

const WEIGHT = STORIES.reduce((sum, [, weight]) => sum + weight, 0)
const MINUTE_MS = 60_000

/** What cannot happen where no card is shown, or where less than the whole makes no sense. */
const ONLY_SALES: ReadonlySet<Story> = new Set(['partialAccepted', 'partialRefused', 'softDecline'])
const ONLY_CARDS: ReadonlySet<Story> = new Set([
  'customerCancels',
  'readerFails',
  'chipPulled',
  'forcedReversal',
  'undefinedThenReversed',
  'failedThoughCharged',
])

export function drawFate(lots: Lots, operation: Operation): Fate {
  const fate = drawSaleFate(lots)
  if (operation === 'sale') return fate
  const hasCard = operation === 'refund' || operation === 'preAuthorization' || operation === 'moToSale'
  const isImpossible = ONLY_SALES.has(fate.story) || (!hasCard && ONLY_CARDS.has(fate.story))
  return {
    ...fate,
    story: isImpossible ? 'approved' : fate.story,
    cardMs: hasCard ? fate.cardMs : 300 + lots.below(300),
    tip: 0,
    wrong: hasCard && fate.wrong !== 'reference' ? fate.wrong : null,
  }
}

function drawSaleFate(lots: Lots): Fate {
  return {
    story: drawStory(lots),
    cardMs: drawCardMs(lots),
    gatewayMs: lots.chance(0.95) ? 200 + lots.below(1_500) : 3_000 + lots.below(27_000),
    thinkMs: 2_000 + lots.below(lots.chance(0.85) ? 8_000 : 57_000),
    resultLagMs: drawResultLag(lots),
    isEarlyShown: lots.chance(0.5),
    recoveryMs: lots.chance(0.9) ? 2_000 + lots.below(15_000) : lots.below(120 * MINUTE_MS),
    share: 0.1 + 0.8 * lots.unit(),
    tip: lots.chance(0.04) ? 0.1 : 0,
    wrong: lots.chance(0.012) ? lots.pick(['amount', 'currency', 'terminal', 'type', 'reference']) : null,
  }
}

function drawStory(lots: Lots): Story {
  let left = lots.below(WEIGHT)
  for (const [story, weight] of STORIES) {
    left -= weight
    if (left < 0) return story
  }
  return 'approved'
}

function drawCardMs(lots: Lots): number {
  const roll = lots.unit()
  if (roll < 0.9) return 800 + lots.below(3_000)
  if (roll < 0.97) return 4_000 + lots.below(25_000)
  return roll < 0.985 ? 40_000 + lots.below(140_000) : 180_000 + lots.below(175_000)
}

function drawResultLag(lots: Lots): number | null {
  const roll = lots.unit()
  if (roll < 0.97) return lots.below(900)
  if (roll < 0.98) return 10_000 + lots.below(10 * MINUTE_MS)
  return roll < 0.99 ? lots.below(2 * 24 * 60 * MINUTE_MS) : null
}
