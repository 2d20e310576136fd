import { z } from 'zod'
import type { Act, ActOutcome } from './acts.ts'
import type { Behaviour, BehaviourPatch } from './behaviour.ts'
import type { CustomerChange, CustomerSettings } from './customer.ts'
import type { FaultRule } from './faults.ts'
import { readLedger } from './ledger.ts'
import type { LedgerEntry } from './ledger.ts'
import type { TerminalSnapshot } from './terminal-types.ts'
import type { LoggedRequest } from './wire-log.ts'
import type { World } from './world.ts'

/** The hands of the customer, of the network and of the service's operator. */
export type Control = {
  act(serial: string, act: Act): ActOutcome
  /** Pulls or plugs the terminal's network. False when there is no such terminal. */
  setNetwork(serial: string, up: boolean): boolean
  /** Closes or opens the payment app; closing it in mid-transaction cancels that at the next start. */
  setApp(serial: string, open: boolean): boolean
  setIntegratedMode(serial: string, on: boolean): boolean
  /** While down, every request to both hosts is reset. Terminals keep their own network. */
  setCloud(up: boolean): void
  setCustomer(change: CustomerChange): void
  customer(): CustomerSettings
  setRateLimit(on: boolean): void
  addFaults(rules: readonly FaultRule[]): void
  clearFaults(): void
  /** Throws ZodError on a value outside the schema. */
  setOptions(patch: BehaviourPatch): Behaviour
  options(): Behaviour
  ledger(): LedgerEntry[]
  /** In the order they arrived, without keys and bodies. */
  requests(): readonly LoggedRequest[]
  terminals(): TerminalSnapshot[]
}

export const networkSchema = z.strictObject({ up: z.boolean() })
export const appSchema = z.strictObject({ open: z.boolean() })

export function createControl(world: World): Control {
  const find = (serial: string) => world.terminals.find(({ device }) => device.serial_number === serial)
  return {
    act: (serial, act) => find(serial)?.act(act) ?? { ok: false, reason: `no terminal ${serial}` },
    setNetwork(serial, up) {
      const terminal = find(serial)
      terminal?.setNetwork(up)
      return terminal !== undefined
    },
    setApp(serial, open) {
      const terminal = find(serial)
      terminal?.setApp(open)
      return terminal !== undefined
    },
    setIntegratedMode(serial, on) {
      const terminal = find(serial)
      terminal?.configure({ integratedMode: on })
      return terminal !== undefined
    },
    setCloud(up) {
      world.cloud.up = up
    },
    setCustomer(change) {
      world.customer.change(change)
      // Terminals that are already waiting get their customer now.
      for (const terminal of world.terminals) if (terminal.current() !== null) world.customer.phaseChanged(terminal)
    },
    customer: () => world.customer.settings(),
    setRateLimit: (on) => world.rateLimit.set(on),
    addFaults: (rules) => world.faults.add(rules),
    clearFaults: () => world.faults.clear(),
    setOptions: (patch) => world.changeBehaviour(patch),
    options: () => world.behaviour(),
    ledger: () => readLedger(world.gateway, world.wire),
    requests: () => world.wire.requests(),
    terminals: () => world.terminals.map((terminal) => terminal.snapshot()),
  }
}
