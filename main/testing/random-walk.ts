import type { Reference } from '../../shared/ids.ts'
import { isOpen } from '../../shared/transaction/state.ts'
import { toMoneyState } from '../../shared/transaction/money-state.ts'
import type { PaymentSnapshot } from '../../shared/ipc/snapshots.ts'
import type { Act } from '../simulator/acts.ts'
import type { Fault } from '../simulator/faults.ts'
import type { LedgerEntry } from '../simulator/ledger.ts'
import { drawLots, type Lots } from './lots.ts'
import { createRig, TERMINAL, type Rig } from './rig.ts'

const TERMINALS = [TERMINAL, { serialNumber: '082104579', terminalType: 'PAXA920PRO' }]
/** An ordinary amount, and those that make the mock acquirer decline, fail, time out or approve a part (handpoint-api.md §5.23). */
const AMOUNTS = [4500, 1200, 3779, 3741, 3768, 3757]
const ACTS: readonly Act['act'][] = [
  'tap',
  'insert',
  'pin',
  'wrongPin',
  'pullCard',
  'decline',
  'fail',
  'cancel',
  'acceptPartial',
  'refusePartial',
  'sign',
]
const STEPS = 25
const MINUTE_MS = 60_000

/**
 * A shop's day gone wrong: customers, faults, cut networks and kills of the till in random order; then the faults stop, and
 * after twenty minutes every payment has to say what the simulated bank's own books say.
 * @returns one line for each payment that does not
 */
export async function walk(seed: number): Promise<string[]> {
  const random = drawLots(seed)
  const rig = await createRig({ seed, customer: random.chance(0.5) ? 'none' : 'auto' })
  rig.simulator.control.setOptions({
    earlyResults: random.chance(0.5),
    lostAnswer: random.pick(['wait', 'undefinedFirst']),
    pendingForm: random.pick(['noContent', 'message', 'finStatus']),
    unknownReference: random.pick(['undefined', 'notFound']),
    partialAnswer: random.pick(['accept', 'refuse', 'wait']),
    errorShape: random.pick(['nested', 'string', 'flat']),
  })
  const references: Reference[] = []
  for (let step = 0; step < STEPS; step += 1) {
    await takeStep(rig, random, references)
    // Most pauses are short: that is where things happen at once.
    await rig.clock.advance(Math.floor(random.unit() * random.unit() * MINUTE_MS))
  }
  await endFaults(rig)
  const problems: string[] = []
  for (const reference of references) {
    const problem = findProblem(await rig.till().read(reference), rig.ledgerOf(reference))
    if (problem !== null) problems.push(`seed ${seed.toString()}, ${reference}: ${problem}`)
  }
  rig.dispose()
  return problems
}

async function takeStep(rig: Rig, random: Lots, references: Reference[]): Promise<void> {
  const { control } = rig.simulator
  const terminal = random.pick(TERMINALS)
  const { serialNumber } = terminal
  const newest = references.at(-1)
  const roll = random.unit()
  if (roll < 0.25) {
    // A terminal that is still held refuses; that is not what is looked at here.
    const sale = await rig
      .till()
      .charge(random.pick(AMOUNTS), terminal)
      .catch(() => null)
    if (sale !== null) references.push(sale.reference)
  } else if (roll < 0.5) control.act(serialNumber, toAct(random.pick(ACTS)))
  else if (roll < 0.53)
    control.act(serialNumber, { act: 'loseApproval', reportAs: random.pick(['UNDEFINED', 'FAILED']) })
  else if (roll < 0.65) {
    const match = random.chance(0.4) ? { match: { operation: 'sale' } } : {}
    control.addFaults([{ fault: pickFault(random), times: 1 + random.below(3), ...match }])
  } else if (roll < 0.7) control.setCloud(random.chance(0.5))
  else if (roll < 0.75) rig.http.setUp(random.chance(0.5))
  else if (roll < 0.8) control.setNetwork(serialNumber, random.chance(0.5))
  else if (roll < 0.83) control.setApp(serialNumber, random.chance(0.5))
  else if (roll < 0.88) {
    rig.kill()
    await rig.clock.advance(random.below(2 * MINUTE_MS))
    await rig.start()
  } else if (newest !== undefined) {
    await rig.till().call(random.chance(0.5) ? 'payment:cancel' : 'payment:check', { reference: newest })
  }
}

function toAct(act: Act['act']): Act {
  return act === 'loseApproval' ? { act, reportAs: 'UNDEFINED' } : { act }
}

function pickFault(random: Lots): Fault {
  return random.pick<Fault>([
    { type: 'loseAnswer', how: random.pick(['reset', 'hang']) },
    { type: 'delay', ms: random.below(40_000) },
    { type: 'drop' },
    { type: 'reset' },
    { type: 'status', status: random.pick([500, 502, 503, 401]), carriedOut: random.chance(0.5) },
    { type: 'malformed', form: random.pick(['truncated', 'html', 'empty', 'wrongTypes', 'huge']) },
  ])
}

async function endFaults(rig: Rig): Promise<void> {
  const { control } = rig.simulator
  control.clearFaults()
  control.setCloud(true)
  rig.http.setUp(true)
  for (const { serialNumber } of TERMINALS) {
    control.setNetwork(serialNumber, true)
    control.setApp(serialNumber, true)
  }
  await rig.clock.advance(20 * MINUTE_MS)
}

function findProblem({ state }: PaymentSnapshot, truth: LedgerEntry | undefined): string | null {
  const movedMinor = truth?.netMinor ?? 0
  const said = `${state.status}, the bank has ${movedMinor.toString()}`
  if ((truth?.received ?? 0) > 1) return `sent ${truth?.received.toString() ?? ''} times: ${said}`
  if (isOpen(state)) return `still open: ${said}`
  if (toMoneyState('sale', state) !== (movedMinor > 0 ? 'charged' : 'notCharged')) return said
  return 'chargedMinor' in state && state.chargedMinor !== movedMinor
    ? `${state.chargedMinor.toString()} in ${said}`
    : null
}
