import type { TerminalRef } from '../../../shared/ids.ts'

/** What people call a terminal: the shop's own name for it, else its model and the last digits of its serial number. */
export function nameTerminal(
  { serialNumber, terminalType }: TerminalRef,
  names: Readonly<Record<string, string>>,
): string {
  const given = Object.hasOwn(names, serialNumber) ? names[serialNumber] : undefined
  if (given !== undefined) return given
  const model = terminalType.replace(/^PAX(?=[A-Z0-9])/, 'PAX ')
  return `${model} · ${serialNumber.slice(-4)}`
}
