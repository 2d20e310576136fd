import type { MoneyState } from '../../../../shared/errors.ts'
import type { Reference, TerminalRef } from '../../../../shared/ids.ts'
import type { OperationRequest } from '../../../../shared/ipc/operation-request.ts'
import type { Result } from '../../../../shared/result.ts'
import { toMoneyState } from '../../../../shared/transaction/money-state.ts'
import type { SaleRequest } from '../../../core/payments/operations.ts'
import type { Lots } from '../../../testing/lots.ts'
import { TERMINALS } from './model-cloud.ts'
import type { Act } from './plan.ts'
import { count, type Tally } from './tally.ts'
import { drawRequestKey, type TillLife, type Told } from './till.ts'
import type { VirtualTime } from './virtual-time.ts'
import type { Report } from './violations.ts'

/** The person at the till: presses what was planned, and remembers what the screen has told. */
export interface Cashier {
  act(act: Extract<Act, { type: 'charge' | 'change' | 'cancel' | 'check' | 'leave' | 'tryAgain' }>): void
  listen(told: Told): void
}

interface CashierParts {
  time: VirtualTime
  lots: Lots
  tally: Tally
  note: (line: string) => void
  report: Report
  till: () => TillLife | null
}

const MOST_PRESSES = 4

export function createCashier({ time, lots, tally, note, report, till }: CashierParts): Cashier {
  /** What was begun, in the order of its beginning. */
  const begun: Reference[] = []
  const told = new Map<Reference, MoneyState>()
  const charged = new Map<Reference, number>()

  async function charge(act: Extract<Act, { type: 'charge' }>, pressesLeft: number): Promise<void> {
    const life = till()
    const again = (): void => {
      if (pressesLeft > 1) time.at(3_000 + lots.below(6_000), () => void charge(act, pressesLeft - 1))
    }
    if (life === null) return again()
    const { operation, terminal, amountMinor, presses } = act
    const requestKey = drawRequestKey(lots)
    const request = { requestKey, terminal, amountMinor, currency: 'EUR', customerReference: null }
    for (let pressed = 0; pressed < presses; pressed += 1) {
      const reply = await begin(life, operation, request)
      if (!life.isAlive()) return
      if (!reply.ok) {
        note(`Charge is refused: ${reply.error}`)
        return again()
      }
      remember(reply.value)
    }
    if (presses > 1) count(tally, 'Charge pressed twice')
  }

  async function change({ operation, nth, share, isAtTerminal }: Extract<Act, { type: 'change' }>): Promise<void> {
    const original = begun[nth]
    const life = till()
    if (original === undefined || life === null) return
    const amountMinor = Math.max(1, Math.floor(share * (charged.get(original) ?? 1)))
    const common = { requestKey: drawRequestKey(lots), original }
    const channel = isAtTerminal ? 'terminal' : 'gateway'
    const reply = await life.start(
      toRequest(operation, { ...common, amountMinor, channel, terminal: lots.pick(TERMINALS) }),
    )
    if (!life.isAlive()) return
    note(`${operation} of ${original.slice(0, 8)}: ${reply.ok ? reply.value : reply.error}`)
    if (!reply.ok) return
    count(tally, `begun: ${operation}`)
    remember(reply.value)
  }

  function remember(reference: Reference): void {
    if (begun.includes(reference)) return
    note(`Charge: ${reference}`)
    begun.push(reference)
  }

  async function press(button: 'cancel' | 'check' | 'leave', nth: number): Promise<void> {
    const reference = begun[nth]
    const life = till()
    if (reference === undefined || life === null) return
    note(`the cashier presses ${button} for ${reference.slice(0, 8)}`)
    await life[button](reference)
  }

  async function tryAgain(nth: number): Promise<void> {
    const reference = begun[nth]
    const life = till()
    if (reference === undefined || life === null) return
    const reply = await life.tryAgain(reference, drawRequestKey(lots))
    if (!life.isAlive() || !reply.ok) return
    count(tally, 'tried again')
    remember(reply.value)
  }

  return {
    act(act) {
      switch (act.type) {
        case 'charge':
          return void charge(act, MOST_PRESSES)
        case 'change':
          return void change(act)
        case 'cancel':
        case 'check':
        case 'leave':
          return void press(act.type, act.nth)
        case 'tryAgain':
          return void tryAgain(act.nth)
      }
    },
    listen({ reference, operation, state, correctedFrom }) {
      const is = toMoneyState(operation, state)
      if ('chargedMinor' in state) charged.set(reference, state.chargedMinor)
      const was = told.get(reference)
      if (was !== undefined && was !== 'unknown' && is !== was && correctedFrom === null) {
        report('told', reference, `the screen said ${was}, now ${is}, and does not say that it was wrong`)
      }
      if (was === undefined || was === 'unknown' || is !== 'unknown') told.set(reference, is)
    },
  }
}

interface Changing {
  requestKey: SaleRequest['requestKey']
  original: Reference
  amountMinor: number
  channel: 'terminal' | 'gateway'
  terminal: TerminalRef
}

function toRequest(operation: Extract<Act, { type: 'change' }>['operation'], given: Changing): OperationRequest {
  const { requestKey, original, amountMinor, channel, terminal } = given
  switch (operation) {
    case 'refund':
      return { operation, requestKey, original, terminal, amountMinor, currency: 'EUR', customerReference: null }
    case 'saleReversal':
    case 'refundReversal':
      return { operation, requestKey, original, channel }
    case 'preAuthorizationReversal':
      return { operation, requestKey, original, channel: 'terminal' }
    case 'tipAdjustment':
    case 'preAuthorizationIncrease':
    case 'preAuthorizationCapture':
      return { operation, requestKey, original, amountMinor }
  }
}

function begin(
  life: TillLife,
  operation: Extract<Act, { type: 'charge' }>['operation'],
  request: Omit<SaleRequest, 'withTip'>,
): Promise<Result<Reference, string>> {
  if (operation === 'sale') return life.charge({ ...request, withTip: false })
  return life.start(operation === 'refund' ? { operation, ...request, original: null } : { operation, ...request })
}
