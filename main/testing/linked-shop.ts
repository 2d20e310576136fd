import { expect } from 'vitest'
import type { TerminalRef } from '../../shared/ids.ts'
import { paymentSnapshotSchema, type PaymentSnapshot } from '../../shared/ipc/snapshots.ts'
import { KEY, TERMINAL, type Act, type FaultRule, type Rig } from './rig.ts'

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE

/** The second of the simulator's two terminals. */
export const OTHER_TERMINAL: TerminalRef = { serialNumber: '082104579', terminalType: 'PAXA920PRO' }

/** The answer to the next request of this operation is lost, though it was carried out. */
export const lostAnswerTo = (operation: string) =>
  ({ match: { operation }, fault: { type: 'loseAnswer' }, times: 1 }) as const

/** The next request of this operation is lost on its way. */
export const lost = (operation: string) => ({ match: { operation }, fault: { type: 'drop' }, times: 1 }) as const

/** The terminal of the next refund is called offline. */
export const offlineForRefund = {
  match: { operation: 'refund' },
  fault: {
    type: 'status',
    status: 400,
    body: JSON.stringify({ error: { statusCode: 400, message: { error: 1002, message: 'Device not responding' } } }),
  },
  times: 1,
} as const

/** Requests that match are answered with this body until the faults are cleared. */
export const answered = (match: { host: 'status' } | { pathIncludes: string }, body: object) =>
  ({ match, fault: { type: 'status', status: 200, body: JSON.stringify(body) } }) as const

/** What a shop does with sales and what follows them, on the rig that the test has at that moment. */
export function linkedShop(rig: () => Rig) {
  const stateOf = async ({ reference }: PaymentSnapshot): Promise<PaymentSnapshot['state']> =>
    (await rig().till().read(reference)).state

  async function settled(started: PaymentSnapshot, afterMs = 10 * SECOND): Promise<PaymentSnapshot['state']> {
    await rig().clock.advance(afterMs)
    return stateOf(started)
  }

  return {
    act: (what: Act, { serialNumber } = TERMINAL): void => void rig().simulator.control.act(serialNumber, what),
    fault: (rule: FaultRule): void => rig().simulator.control.addFaults([rule]),
    stateOf,
    settled,
    /** What the bank's own books say of a sale with everything that was linked to it. */
    netOf: ({ reference }: PaymentSnapshot): number | undefined => rig().ledgerOf(reference)?.netMinor,
    refundedOf: ({ reference }: PaymentSnapshot): number | undefined => rig().ledgerOf(reference)?.refundedMinor,

    async approvedSale(): Promise<PaymentSnapshot> {
      const sale = await rig().till().charge(4500)
      expect(await settled(sale, 5 * SECOND)).toMatchObject({ status: 'approved' })
      return sale
    },

    refundOf: (sale: PaymentSnapshot, amountMinor: number, terminal = TERMINAL): Promise<PaymentSnapshot> =>
      rig().till().operate({
        operation: 'refund',
        original: sale.reference,
        terminal,
        amountMinor,
        currency: 'EUR',
        customerReference: null,
      }),

    reverse: (sale: PaymentSnapshot, channel: 'terminal' | 'gateway' = 'terminal'): Promise<PaymentSnapshot> =>
      rig().till().operate({ operation: 'saleReversal', original: sale.reference, channel }),

    async retry({ reference }: PaymentSnapshot): Promise<PaymentSnapshot> {
      const reply = await rig().till().call('payment:retry', { reference, requestKey: crypto.randomUUID() })
      if (!reply.ok) throw new Error(reply.error.code)
      return paymentSnapshotSchema.parse(reply.value)
    },

    /** The same sale is refunded at another till of the shop, of which this one hears nothing. */
    async refundElsewhere(sale: PaymentSnapshot, amountMinor: number): Promise<void> {
      const state = await stateOf(sale)
      const body = JSON.stringify({
        operation: 'refund',
        terminal_type: OTHER_TERMINAL.terminalType,
        serial_number: OTHER_TERMINAL.serialNumber,
        amount: String(amountMinor),
        currency: 'EUR',
        originalTransactionId: 'outcome' in state ? state.outcome?.transactionId : null,
      })
      const headers = { apikeycloud: KEY, 'content-type': 'application/json' }
      const sent = rig().simulator.handle({ host: 'cloud', method: 'POST', path: '/transactions', headers, body })
      await rig().clock.advance(5 * SECOND)
      expect(await sent).toMatchObject({ status: 202 })
    },
  }
}
