import { z } from 'zod'
import type { Act } from './acts.ts'
import type { Behaviour } from './behaviour.ts'
import type { Clock } from './clock.ts'
import type { Phase } from './job.ts'
import type { Terminal } from './terminal-types.ts'

/** Who stands at the terminal: nobody, or a customer who taps a good card after `delayMs`. */
export const customerSchema = z.strictObject({
  mode: z.enum(['auto', 'none']).optional(),
  delayMs: z.number().int().min(0).optional(),
  /** Only for this terminal; without it for all. */
  serial: z.string().optional(),
})
export type CustomerChange = z.infer<typeof customerSchema>
export type CustomerSettings = { mode: 'auto' | 'none'; delayMs: number }

export type Customer = {
  change(change: CustomerChange): void
  settings(): CustomerSettings
  phaseChanged(terminal: Terminal): void
}

const stepMs = 300

/** Creates the customer; every phase of every terminal has to be told to it. */
export function createCustomer(clock: Clock, behaviour: () => Behaviour, initial: CustomerSettings): Customer {
  let everywhere = initial
  const own = new Map<string, CustomerSettings>()
  const planned = new Map<string, () => void>()

  const settingsAt = (serial: string) => own.get(serial) ?? everywhere
  const plan = (terminal: Terminal, act: Act, delayMs: number) => {
    const { serial_number } = terminal.device
    planned.set(
      serial_number,
      clock.setTimer(delayMs, () => void terminal.act(act)),
    )
  }
  const answers = (delayMs: number): Partial<Record<Phase, [Act, number]>> => {
    const { partialAnswer } = behaviour()
    return {
      waitingForCard: [{ act: 'tap' }, delayMs],
      keying: [{ act: 'key' }, delayMs],
      pin: [{ act: 'pin' }, stepMs],
      signature: [{ act: 'sign' }, stepMs],
      duplicatePrompt: [{ act: 'acceptDuplicate' }, stepMs],
      ...(partialAnswer === 'accept' ? { partialPrompt: [{ act: 'acceptPartial' }, stepMs] } : {}),
      ...(partialAnswer === 'refuse' ? { partialPrompt: [{ act: 'refusePartial' }, stepMs] } : {}),
    }
  }
  const react = (terminal: Terminal) => {
    const { mode, delayMs } = settingsAt(terminal.device.serial_number)
    const answer = mode === 'auto' ? answers(delayMs)[terminal.phase()] : undefined
    if (answer !== undefined) plan(terminal, ...answer)
  }
  return {
    change({ mode, delayMs, serial }) {
      const before = serial === undefined ? everywhere : settingsAt(serial)
      const after = { mode: mode ?? before.mode, delayMs: delayMs ?? before.delayMs }
      if (serial === undefined) everywhere = after
      else own.set(serial, after)
      // A customer who has left does not act any more.
      if (after.mode === 'auto') return
      for (const [where, cancel] of planned) if (serial === undefined || where === serial) cancel()
    },
    settings: () => everywhere,
    phaseChanged(terminal) {
      planned.get(terminal.device.serial_number)?.()
      react(terminal)
    },
  }
}
