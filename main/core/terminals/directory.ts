import type { TerminalRef } from '../../../shared/ids.ts'
import type { TerminalsSnapshot, TerminalSnapshot } from '../../../shared/ipc/snapshots.ts'
import type { Intent } from '../../../shared/transaction/intent.ts'
import type { Battery, ListedTerminal, Urgency } from '../handpoint/answers.ts'
import type { HandpointClient } from '../handpoint/client.ts'
import type { Clock } from '../ports.ts'
import { createSignsOfLife, type Contact } from './signs-of-life.ts'
import { nameTerminal } from './terminal-name.ts'

/** The terminals that the key's merchant has, and what is known of each. Virtual ones take no card and are left out. */
export interface TerminalDirectory {
  /** Asks the cloud for the list and goes on asking until it answers. Resolves after the first answer or failure. */
  refresh(urgency?: Urgency): Promise<void>
  find(terminal: TerminalRef): 'listed' | 'virtual' | 'unknown'
  nameOf(terminal: TerminalRef): string
  /** Asks again in a while: the key was refused, and somebody has to notice when it is taken again. */
  refreshSoon(): void
  /** A request was turned away because the terminal is offline, or was taken, or refused by the terminal itself. */
  noteReachable(terminal: TerminalRef, isReachable: boolean): void
  /** A result of its own is there; it reached Handpoint at this time or later. */
  noteResult(terminal: TerminalRef, at: number, battery: Battery | null): void
  snapshot(version: number): TerminalsSnapshot
  stop(): void
}

interface DirectoryOptions {
  /** Null without an API key. */
  client: HandpointClient | null
  clock: Clock
  names: Readonly<Record<string, string>>
  defaultSerialNumber: string | null
  /** In practice there is no wrong counter to send an amount to: the first terminal will do. */
  isPractice: boolean
  /** What blocks a terminal, by its serial number. */
  openPayments: () => ReadonlyMap<string, Intent>
  onChange: () => void
  onContact: (contact: 'answered' | 'unreachable' | 'keyRefused') => void
}

const RETRY_AFTER_MS = 5_000

export function createTerminalDirectory(options: DirectoryOptions): TerminalDirectory {
  const { client, clock, names, openPayments, onChange, onContact } = options
  let terminals: ListedTerminal[] = []
  let status: TerminalsSnapshot['status'] = client === null ? 'failed' : 'loading'
  let problem: TerminalsSnapshot['problem'] = client === null ? 'key.missing' : null
  const signs = createSignsOfLife()
  let cancelRetry: (() => void) | null = null
  let isStopped = false

  async function refresh(urgency: Urgency = 'act'): Promise<void> {
    if (client === null || isStopped) return
    cancelRetry?.()
    cancelRetry = null
    const answer = await client.listTerminals(urgency)
    if (answer.type === 'terminals') {
      terminals = answer.terminals
      status = 'ready'
      problem = null
      onContact('answered')
    } else {
      status = terminals.length > 0 ? 'stale' : 'failed'
      problem = toProblem(answer.because)
      onContact(answer.because === 'keyRefused' ? 'keyRefused' : 'unreachable')
      refreshSoon()
    }
    onChange()
  }

  function refreshSoon(): void {
    if (!isStopped) cancelRetry ??= clock.setTimer(RETRY_AFTER_MS, () => void refresh('poll'))
  }

  function toSnapshot(
    { serialNumber, terminalType }: TerminalRef,
    open: ReadonlyMap<string, Intent>,
  ): TerminalSnapshot {
    const blocking = open.get(serialNumber) ?? null
    const contact = signs.contactOf(serialNumber)
    return {
      serialNumber,
      terminalType,
      name: nameTerminal({ serialNumber, terminalType }, names),
      condition: toCondition(blocking, contact),
      openPayment: blocking?.reference ?? null,
      work: blocking === null ? null : toWork(blocking),
      contact,
      battery: signs.batteryOf(serialNumber),
    }
  }

  const chargeable = (): ListedTerminal[] => terminals.filter((terminal) => !terminal.isVirtual)

  return {
    refresh,
    refreshSoon,
    find({ serialNumber, terminalType }) {
      const found = terminals.find((one) => one.serialNumber === serialNumber && one.terminalType === terminalType)
      if (found === undefined) return 'unknown'
      return found.isVirtual ? 'virtual' : 'listed'
    },
    nameOf: (terminal) => nameTerminal(terminal, names),
    noteReachable({ serialNumber }, isReachable) {
      if (signs.noteContact(serialNumber, { isReachable, at: clock.now() })) onChange()
    },
    noteResult({ serialNumber }, at, battery) {
      // A terminal's clock may be ahead of the till's.
      const heardAt = Math.min(at, clock.now())
      if (battery !== null) signs.noteBattery(serialNumber, battery, heardAt)
      if (signs.noteResult(serialNumber, heardAt)) onChange()
    },
    snapshot(version) {
      const listed = chargeable()
      const open = openPayments()
      const wanted = options.defaultSerialNumber ?? (options.isPractice ? listed[0]?.serialNumber : undefined)
      const found = listed.find((terminal) => terminal.serialNumber === wanted)
      return {
        version,
        status,
        problem,
        terminals: listed.map((terminal) => toSnapshot(terminal, open)),
        defaultSerialNumber: found?.serialNumber ?? null,
      }
    },
    stop() {
      isStopped = true
      cancelRetry?.()
    },
  }
}

function toCondition(blocking: Intent | null, contact: Contact | null): TerminalSnapshot['condition'] {
  if (blocking !== null) return 'busy'
  if (contact === null) return 'unknown'
  return contact.isReachable ? 'idle' : 'offline'
}

function toWork({ operation, number, amountMinor, currency, createdAt }: Intent): TerminalSnapshot['work'] {
  return { operation, number, amountMinor, currency, since: createdAt }
}

function toProblem(because: string): TerminalsSnapshot['problem'] {
  if (because === 'keyRefused') return 'key.refused'
  return because === 'unreachable' || because === 'rateLimited' ? 'cloud.unreachable' : 'cloud.unexpected'
}
