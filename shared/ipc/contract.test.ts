import { expect, it } from 'vitest'
import { COMMANDS, EVENTS } from './channels.ts'
import { commandContract, eventContract } from './contract.ts'

it('the names that the preload knows are the names of the contract', () => {
  expect([...COMMANDS].sort()).toEqual(Object.keys(commandContract).sort())
  expect([...EVENTS].sort()).toEqual(Object.keys(eventContract).sort())
})

it('no command takes a member that it does not name', () => {
  for (const { input } of Object.values(commandContract)) {
    expect(input.safeParse({ apiKey: 'x' }).success).toBe(false)
  }
})

it('nothing undeclared leaves in an event', () => {
  const declared = eventContract['terminals:changed'].parse({
    version: 1,
    status: 'ready',
    problem: null,
    terminals: [
      {
        serialNumber: '0821',
        terminalType: 'PAXA920',
        name: 'Desk',
        condition: 'idle',
        openPayment: null,
        work: null,
        contact: null,
        battery: null,
        ssk: 'secret',
      },
    ],
    defaultSerialNumber: null,
    apiKey: 'secret',
  })
  expect(JSON.stringify(declared)).not.toContain('secret')
})
