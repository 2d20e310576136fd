import { createConnectivity } from './connectivity.ts'
import { defaultSettings } from './device.ts'
import type { Device, DeviceSettings } from './device.ts'
import { factsOf, isStoppable } from './job.ts'
import type { Job, Phase } from './job.ts'
import { isApproved, isCharge, isRefund } from './records.ts'
import type { GatewayRecord } from './records.ts'
import { perform } from './terminal-acts.ts'
import { createFlow } from './terminal-flow.ts'
import type { Terminal, TerminalPorts } from './terminal-types.ts'

const noTimer = (): void => undefined

/** Creates an idle terminal that is online. */
export function createTerminal(device: Device, ports: TerminalPorts): Terminal {
  const line = createConnectivity()
  let phase: Phase = 'idle'
  let current: Job | null = null
  let interrupted: Job | null = null
  let cancelTimer = noTimer
  let settings: DeviceSettings = defaultSettings

  const enter = (next: Phase, timeout?: { ms: number; run: () => void }) => {
    cancelTimer()
    cancelTimer = timeout === undefined ? noTimer : ports.clock.setTimer(timeout.ms, timeout.run)
    phase = next
    ports.phaseChanged(terminal)
  }
  const finish = (job: Job, facts: GatewayRecord) => {
    if (current !== job) return
    current = null
    enter('idle')
    const copy = { ...facts }
    ports.ended(job, copy)
    const isLate = !line.isReachable()
    line.whenReachable(() => ports.report(job, copy, isLate))
  }
  const flow = createFlow({ ...ports, line, enter, finish, isCurrent: (job) => current === job })

  const recover = (interruptedJob: Job) => {
    // A copy: what the app had planned before it died still names the old job and must find it gone.
    const job = { ...interruptedJob }
    current = job
    enter('working')
    line.whenReachable(() => {
      const record = job.record
      if (current !== job) return
      if (record === null) return finish(job, flow.cancelled(job))
      ports.gateway.whenDecided(record, () => {
        if (current !== job) return
        const hasMoved = isApproved(record) && (isCharge(record) || isRefund(record))
        const reasonCodes = ['4000', '4580']
        if (hasMoved && !record.isReversed) ports.gateway.reverseByTerminal(record, reasonCodes)
        finish(job, hasMoved ? { ...flow.cancelled(job), reasonCodes } : factsOf(job))
      })
    })
  }
  const closeApp = () => {
    line.setApp(false)
    interrupted = current ?? interrupted
    current = null
    enter('idle')
  }
  const openApp = () => {
    line.setApp(true)
    const job = interrupted
    interrupted = null
    if (job !== null) recover(job)
    ports.appStarted(terminal)
  }
  const stop: Terminal['stop'] = (request) => {
    if (current === null) return 'nothing'
    if (!isStoppable(phase)) return 'tooLate'
    current.stops.push(request)
    finish(current, flow.cancelled(current))
    return 'stopped'
  }

  const terminal: Terminal = {
    device,
    phase: () => phase,
    current: () => current,
    isReachable: () => line.isReachable(),
    snapshot: () => ({
      serial: device.serial_number,
      terminalType: device.terminal_type,
      phase,
      networkUp: line.networkUp(),
      appOpen: line.appOpen(),
      operation: current?.request.operation ?? null,
      transactionResultId: current?.resultId ?? null,
      transactionReference: current === null ? null : factsOf(current).reference,
      amountMinor: current === null ? null : factsOf(current).requestedMinor,
      currency: current === null ? null : factsOf(current).currency,
      settings,
    }),
    start(job) {
      current = job
      flow.start(job)
    },
    stop,
    act(act) {
      if (!line.appOpen()) return { ok: false, reason: 'the app is closed' }
      return current === null
        ? { ok: false, reason: 'the terminal is idle' }
        : perform({ act, phase, job: current, flow, random: ports.random })
    },
    setNetwork: (up) => line.setNetwork(up),
    setApp(open) {
      if (open === line.appOpen()) return
      if (open) openApp()
      else closeApp()
    },
    reboot(force) {
      if (!force && current !== null) return
      closeApp()
      ports.clock.setTimer(ports.behaviour().rebootMs, () => terminal.setApp(true))
    },
    configure(change) {
      settings = { ...settings, ...change }
    },
    resumeInterrupted: recover,
  }
  return terminal
}
