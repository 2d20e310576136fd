import type { TerminalSnapshot, TerminalsSnapshot } from '../../../../shared/ipc/snapshots.ts'

/** The terminal to charge on: the one chosen on this till, else the shop's own choice, else the first one: it stands on the screen, and a cashier with one terminal never chooses. */
export function pickTerminal(list: TerminalsSnapshot | undefined, chosen: string | null): TerminalSnapshot | null {
  if (list === undefined) return null
  const find = (serialNumber: string | null) => list.terminals.find((one) => one.serialNumber === serialNumber) ?? null
  const first = list.terminals[0] ?? null
  return find(chosen) ?? find(list.defaultSerialNumber) ?? first
}
