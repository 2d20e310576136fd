import type { Reference, TerminalRef } from '../../../shared/ids.ts'
import type { TerminalsSnapshot, TerminalSnapshot } from '../../../shared/ipc/snapshots.ts'
import type { ListedTerminal, Urgency } from '../handpoint/answers.ts'
import type { HandpointClient } from '../handpoint/client.ts'
import type { Clock } from '../ports.ts'
import { nameTerminal } from './terminal-name.ts'

/** The terminals that the key's merchant has, and what is known of each. Virtual ones take no card and are left out. */
export interface TerminalDirectory {
  /** Asks the cloud for the list and goes on asking until it answers. Resolves after the first answer or failure. */
  refresh(urgency?: Urgency): Promise<void>
  find(terminal: TerminalRef): 'listed' | 'virtual' | 'unknown'
  nameOf(terminal: TerminalRef): string
  /** Asks again in a while: the key was refused, and somebody has to notice when it is taken again. */
  refreshSoon(): void
  /** A request was turned away because the terminal is offline, or was taken. */
  noteReachable(terminal: TerminalRef, isReachable: boolean): void
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
  /** The open payments that block a terminal, by its serial number. */
  openPayments: () => ReadonlyMap<string, Reference>
  onChange: () => void
  onContact: (contact: 'answered' | 'unreachable' | 'keyRefused') => void
}

const RETRY_AFTER_MS = 5_000

export function createTerminalDirectory(options: DirectoryOptions): TerminalDirectory {
  const { client, clock, names, openPayments, onChange, onContact } = options
  let terminals: ListedTerminal[] = []
  let status: TerminalsSnapshot['status'] = client === null ? 'failed' : 'loading'
  let problem: TerminalsSnapshot['problem'] = client === null ? 'key.missing' : null
  const offline = new Set<string>()
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
      offline.clear()
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
    open: ReadonlyMap<string, Reference>,
  ): TerminalSnapshot {
    const openPayment = open.get(serialNumber) ?? null
    const isOffline = offline.has(serialNumber)
    const condition = openPayment === null ? (isOffline ? 'offline' : 'idle') : 'busy'
    return {
      serialNumber,
      terminalType,
      name: nameTerminal({ serialNumber, terminalType }, names),
      condition,
      openPayment,
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
      if (isReachable === !offline.has(serialNumber)) return
      if (isReachable) offline.delete(serialNumber)
      else offline.add(serialNumber)
      onChange()
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

function toProblem(because: string): TerminalsSnapshot['problem'] {
  if (because === 'keyRefused') return 'key.refused'
  return because === 'unreachable' || because === 'rateLimited' ? 'cloud.unreachable' : 'cloud.unexpected'
}
