import type { TerminalRef } from '../../../../shared/ids.ts'
import type { Lots } from '../../../testing/lots.ts'
import { TERMINALS } from './model-cloud.ts'
import { drawWeather, type Weather } from './weather.ts'

/** What people and machines will do in one schedule, drawn before it begins. */
export interface Plan {
  takesCallbacks: boolean
  weather: Weather
  /** When the faults stop. */
  calmAtMs: number
  acts: PlannedAct[]
}

export interface PlannedAct {
  atMs: number
  act: Act
}

type Started = 'sale' | 'preAuthorization' | 'refund' | 'moToSale'
type Change =
  | 'refund'
  | 'saleReversal'
  | 'refundReversal'
  | 'tipAdjustment'
  | 'preAuthorizationIncrease'
  | 'preAuthorizationCapture'
  | 'preAuthorizationReversal'

export type Act =
  | { type: 'charge'; operation: Started; terminal: TerminalRef; amountMinor: number; presses: number }
  /** Changes what was begun as the nth, by a share of its amount. */
  | { type: 'change'; operation: Change; nth: number; share: number; isAtTerminal: boolean }
  | { type: 'cancel' | 'check' | 'leave' | 'tryAgain'; nth: number }
  | { type: 'jumpWall'; byMs: number }
  | { type: 'suspend'; forMs: number }
  | { type: 'terminalOffline'; nth: number; forMs: number }
  | { type: 'terminalReboot'; nth: number }
  | { type: 'internetDown'; forMs: number }
  | { type: 'diskFull' }
  | { type: 'kill' }

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const YEAR_MS = 365 * 24 * 60 * MINUTE_MS

export function drawPlan(lots: Lots): Plan {
  const acts: PlannedAct[] = []
  const calmAtMs =
    (lots.chance(0.7) ? 10 : 60) * SECOND_MS + lots.below(lots.chance(0.8) ? 2 * MINUTE_MS : 9 * MINUTE_MS)
  const sales = 1 + Math.floor(3 * lots.unit() * lots.unit())
  let atMs = 200
  for (let nth = 0; nth < sales; nth += 1) {
    acts.push(...drawSale(lots, atMs, nth))
    atMs += lots.chance(0.5) ? lots.below(5 * SECOND_MS) : lots.below(90 * SECOND_MS)
  }
  acts.push(...drawTroubles(lots, calmAtMs))
  return { takesCallbacks: lots.chance(0.3), weather: drawWeather(lots), calmAtMs, acts }
}

function drawSale(lots: Lots, atMs: number, nth: number): PlannedAct[] {
  const terminal = lots.pick(TERMINALS)
  const amountMinor = lots.chance(0.9) ? 100 + lots.below(20_000) : 1 + lots.below(99_999_999)
  const operation = drawStarted(lots)
  const acts: PlannedAct[] = [
    { atMs, act: { type: 'charge', operation, terminal, amountMinor, presses: lots.chance(0.1) ? 2 : 1 } },
  ]
  const later = (type: 'cancel' | 'check' | 'leave' | 'tryAgain', probability: number, mostMs: number): void => {
    if (lots.chance(probability)) acts.push({ atMs: atMs + SECOND_MS + lots.below(mostMs), act: { type, nth } })
  }
  later('cancel', 0.2, 30 * SECOND_MS)
  later('cancel', 0.08, 5 * MINUTE_MS)
  later('check', 0.15, 3 * MINUTE_MS)
  later('leave', 0.15, MINUTE_MS)
  later('tryAgain', 0.3, 3 * MINUTE_MS)
  const changes = lots.chance(operation === 'sale' ? 0.3 : 0.7) ? 1 + lots.below(3) : 0
  for (let change = 0; change < changes; change += 1) {
    const atLater = atMs + 10 * SECOND_MS + lots.below(3 * MINUTE_MS)
    acts.push({ atMs: atLater, act: drawChange(lots, operation, nth + (change > 0 && lots.chance(0.3) ? 1 : 0)) })
  }
  return acts
}

function drawStarted(lots: Lots): Started {
  const roll = lots.unit()
  if (roll < 0.85) return 'sale'
  if (roll < 0.95) return 'preAuthorization'
  return roll < 0.98 ? 'refund' : 'moToSale'
}

function drawChange(lots: Lots, of: Started, nth: number): Act {
  const operation = lots.pick<Change>(
    of === 'preAuthorization'
      ? ['preAuthorizationIncrease', 'preAuthorizationCapture', 'preAuthorizationReversal']
      : ['refund', 'refund', 'refund', 'saleReversal', 'saleReversal', 'refundReversal', 'tipAdjustment'],
  )
  const share = lots.chance(0.4) ? 1 : 0.05 + 0.95 * lots.unit()
  return { type: 'change', operation, nth, share, isAtTerminal: lots.chance(0.5) }
}

function drawTroubles(lots: Lots, calmAtMs: number): PlannedAct[] {
  const acts: PlannedAct[] = []
  const maybe = (probability: number, act: () => Act): void => {
    if (lots.chance(probability)) acts.push({ atMs: lots.below(calmAtMs), act: act() })
  }
  const nth = lots.below(TERMINALS.length)
  maybe(0.12, () => ({ type: 'terminalOffline', nth, forMs: lots.below(5 * MINUTE_MS) }))
  maybe(0.08, () => ({ type: 'terminalReboot', nth }))
  maybe(0.06, () => ({ type: 'internetDown', forMs: lots.below(4 * MINUTE_MS) }))
  maybe(0.08, () => ({ type: 'jumpWall', byMs: drawJump(lots) }))
  maybe(0.05, () => ({
    type: 'suspend',
    forMs: MINUTE_MS + lots.below(lots.chance(0.5) ? 10 * MINUTE_MS : 720 * MINUTE_MS),
  }))
  maybe(0.01, () => ({ type: 'diskFull' }))
  maybe(0.08, () => ({ type: 'kill' }))
  return acts
}

function drawJump(lots: Lots): number {
  const size = lots.pick([SECOND_MS, 90 * SECOND_MS, 60 * MINUTE_MS, 24 * 60 * MINUTE_MS, YEAR_MS])
  return Math.round((lots.chance(0.5) ? 1 : -1) * size * (0.5 + 0.5 * lots.unit()))
}
