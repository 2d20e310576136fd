import type { Reference } from '../../../../shared/ids.ts'
import { eventContract } from '../../../../shared/ipc/contract.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { toMoneyState } from '../../../../shared/transaction/money-state.ts'
import { rulesOf } from '../../../../shared/transaction/operations.ts'
import { isOpen } from '../../../../shared/transaction/state.ts'
import { createRig, TERMINAL, type Act, type FaultRule, type Rig } from '../../../testing/rig.ts'
import { tellEvent } from './tell-event.ts'

/** What a story is played on: the real till, the simulated cloud, and everybody's hands. */
export interface Stage {
  rig: Rig
  say(line: string): void
  charge(amountMinor?: number): Promise<PaymentSnapshot>
  refund(original: PaymentSnapshot, amountMinor: number): Promise<PaymentSnapshot>
  act(act: Act): void
  fault(rule: FaultRule): void
  cancel(payment: PaymentSnapshot): Promise<void>
  wait(seconds: number): Promise<void>
  cutPower(): void
  start(): Promise<void>
}

export interface Story {
  name: string
  title: string
  takesCallbacks?: boolean
  play(stage: Stage): Promise<void>
}

/**
 * Plays one story in virtual time and tells it line by line: what people and machines do, what the till shows, the evidence as
 * a manager reads it, and the bank's truth beside what the till says.
 * @returns whether they agree
 */
export async function playStory(story: Story, print: (line: string) => void): Promise<boolean> {
  const rig = await createRig(
    { customer: 'none', behaviour: { receipts: 'empty' } },
    { takesCallbacks: story.takesCallbacks ?? false },
  )
  const startedAt = rig.clock.now()
  const begun: Reference[] = []
  const shown = new Map<string, string>()
  const say = (line: string): void => print(`${clockText(rig.clock.now() - startedAt)}  ${line}`)

  function listen(): void {
    rig.till().desk.hub.subscribe((name, payload) => {
      if (name === 'payment:changed') show(eventContract['payment:changed'].parse(payload))
    })
  }
  function show(payment: PaymentSnapshot): void {
    const words = tellState(payment)
    if (shown.get(payment.reference) === words) return
    shown.set(payment.reference, words)
    if (!begun.includes(payment.reference)) begun.push(payment.reference)
    say(`  the till shows: ${words}`)
  }

  print(`\n${story.name}: ${story.title}\n`)
  listen()
  await story.play({
    rig,
    say,
    charge(amountMinor = 4500) {
      say(`the cashier charges ${toMajor(amountMinor)} EUR`)
      return rig.till().charge(amountMinor)
    },
    refund(original, amountMinor) {
      say(`the cashier refunds ${toMajor(amountMinor)} EUR of it`)
      const { reference } = original
      const common = { terminal: TERMINAL, currency: 'EUR', customerReference: null }
      return rig.till().operate({ operation: 'refund', original: reference, amountMinor, ...common })
    },
    act(act) {
      say(`at the terminal: ${act.act}`)
      const outcome = rig.simulator.control.act(TERMINAL.serialNumber, act)
      if (!outcome.ok) throw new Error(`${story.name}: ${act.act}: ${outcome.reason}`)
    },
    fault: (rule) => rig.simulator.control.addFaults([rule]),
    async cancel({ reference }) {
      say('the cashier presses Cancel')
      await rig.till().call('payment:cancel', { reference })
    },
    wait: (seconds) => rig.clock.advance(1_000 * seconds),
    cutPower() {
      say('the power is cut')
      rig.kill()
    },
    async start() {
      say('the till is switched on again')
      await rig.start()
      listen()
    },
  })
  const isTrue = await printEnd(rig, begun, print)
  rig.dispose()
  return isTrue
}

async function printEnd(rig: Rig, begun: readonly Reference[], print: (line: string) => void): Promise<boolean> {
  let tillMinor = 0
  let isOver = true
  let bankMinor = 0
  for (const reference of begun) {
    const payment = await rig.till().read(reference)
    print(`\n  evidence of ${payment.operation} ${reference}`)
    const timeline = rig.till().journal.readTimeline(payment.reference)
    for (const { at, source, event } of timeline.ok ? timeline.value : []) {
      print(
        `    ${new Date(at).toISOString().slice(5, 23).replace('T', ' ')}  ${source.padEnd(11)}  ${tellEvent(event)}`,
      )
    }
    print(`    the till says: ${tellState(payment)}`)
    isOver &&= !isOpen(payment.state)
    tillMinor += movedMinor(payment)
    bankMinor += rig.ledgerOf(reference)?.netMinor ?? 0
  }
  const isTrue = isOver && tillMinor === bankMinor
  print(
    `\n  by the till the customer has paid ${toMajor(tillMinor)} EUR, by the bank's books ${toMajor(bankMinor)} EUR`,
  )
  print(isTrue ? '  they agree' : `  THEY DO NOT AGREE${isOver ? '' : ': something is still open'}`)
  return isTrue
}

/** What the till says that the customer has paid: less than nothing for what went back. */
function movedMinor({ operation, state }: PaymentSnapshot): number {
  if (toMoneyState(operation, state) !== 'charged' || !('chargedMinor' in state)) return 0
  return rulesOf(operation).moves === 'charge' ? state.chargedMinor : -state.chargedMinor
}

function tellState({ state, correctedFrom }: PaymentSnapshot): string {
  const amount = 'chargedMinor' in state ? ` ${toMajor(state.chargedMinor)} EUR` : ''
  const because = 'because' in state ? ` (${state.because})` : ''
  const basis = 'basis' in state ? `, by the ${state.basis}` : ''
  const correction = correctedFrom === null ? '' : `, corrected: it had said ${correctedFrom}`
  return `${state.status}${amount}${because}${basis}${correction}`
}

function toMajor(minor: number): string {
  return (minor / 100).toFixed(2)
}

function pad(value: number): string {
  return Math.floor(value).toString().padStart(2, '0')
}

function clockText(ms: number): string {
  return `${pad(ms / 3_600_000)}:${pad((ms / 60_000) % 60)}:${pad((ms / 1_000) % 60)}`
}
