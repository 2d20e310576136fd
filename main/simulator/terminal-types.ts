import type { Act, ActOutcome } from './acts.ts'
import type { Behaviour } from './behaviour.ts'
import type { Clock } from './clock.ts'
import type { Device, DeviceSettings } from './device.ts'
import type { Gateway } from './gateway.ts'
import type { Job, Phase, Stop } from './job.ts'
import type { Random } from './random.ts'
import type { GatewayRecord } from './records.ts'

export type TerminalPorts = {
  clock: Clock
  random: Random
  gateway: Gateway
  behaviour(): Behaviour
  /** The terminal has told Handpoint a result; `recovered` when it could not do so at once. */
  report(job: Job, facts: GatewayRecord, recovered: boolean): void
  /** The operation has ended on the terminal, whether or not that could be reported yet. */
  ended(job: Job, facts: GatewayRecord): void
  appStarted(terminal: Terminal): void
  phaseChanged(terminal: Terminal): void
}

export type TerminalSnapshot = {
  serial: string
  terminalType: string
  phase: Phase
  networkUp: boolean
  appOpen: boolean
  operation: string | null
  transactionResultId: string | null
  transactionReference: string | null
  amountMinor: number | null
  currency: string | null
  settings: DeviceSettings
}

/** One payment terminal: a state machine that takes one operation at a time. */
export type Terminal = {
  device: Device
  phase(): Phase
  current(): Job | null
  isReachable(): boolean
  snapshot(): TerminalSnapshot
  /** The caller has made sure that it is reachable and idle. */
  start(job: Job): void
  /** §5.11: only while waiting for the card or at the PIN. */
  stop(stop: Stop): 'stopped' | 'tooLate' | 'nothing'
  act(act: Act): ActOutcome
  setNetwork(up: boolean): void
  /** Closing the app drops what runs; at its next start the app cancels it (§4.9). */
  setApp(open: boolean): void
  reboot(force: boolean): void
  configure(change: Partial<DeviceSettings>): void
  /** Takes up an operation that was running when the simulator's process died. */
  resumeInterrupted(job: Job): void
}
