import { expect, test } from 'vitest'
import { terminalRefSchema } from '../../../../shared/ids.ts'
import type { TerminalSnapshot, TerminalsSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { pickTerminal } from './pick-terminal.ts'

function terminal(serialNumber: string): TerminalSnapshot {
  const ref = terminalRefSchema.parse({ serialNumber, terminalType: 'PAXA920' })
  return { ...ref, name: serialNumber, condition: 'idle', openPayment: null, work: null, contact: null, battery: null }
}

function list(defaultSerialNumber: string | null, ...serials: string[]): TerminalsSnapshot {
  return { version: 1, status: 'ready', problem: null, terminals: serials.map(terminal), defaultSerialNumber }
}

test('the terminal chosen on this till goes before the shop’s', () => {
  expect(pickTerminal(list('A', 'A', 'B'), 'B')?.serialNumber).toBe('B')
})

test('a chosen terminal that is no longer in the list gives way to the shop’s', () => {
  expect(pickTerminal(list('A', 'A', 'B'), 'GONE')?.serialNumber).toBe('A')
})

test('the only terminal needs no choosing, and among several nobody guesses', () => {
  expect(pickTerminal(list(null, 'A'), null)?.serialNumber).toBe('A')
  expect(pickTerminal(list(null, 'A', 'B'), null)).toBeNull()
  expect(pickTerminal(undefined, 'A')).toBeNull()
})
