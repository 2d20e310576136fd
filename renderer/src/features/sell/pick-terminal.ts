import type { TerminalSnapshot, TerminalsSnapshot } from '../../../../shared/ipc/snapshots.ts'

/**
 * The terminal to charge on: the one chosen on this till, else the shop's own choice, else the only one there is. Among
 * several nobody guesses: the amount could come up in front of somebody else's customer.
 */
export function pickTerminal(list: TerminalsSnapshot | undefined, chosen: string | null): TerminalSnapshot | null {
  if (list === undefined) return null
  const find = (serialNumber: string | null) => list.terminals.find((one) => one.serialNumber === serialNumber) ?? null
  const only = list.terminals.length === 1 ? (list.terminals[0] ?? null) : null
  return find(chosen) ?? find(list.defaultSerialNumber) ?? only
}
