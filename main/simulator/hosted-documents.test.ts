import { describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import type { BehaviourPatch } from './behaviour.ts'
import { virtualClock } from './clock.ts'
import { sale } from './rig.ts'
import { createSimulator } from './simulator.ts'

const textSchema = z.record(z.string(), z.unknown())
const png = [137, 80, 78, 71, 13, 10, 26, 10]

/** A sale over real HTTP, and its result. */
async function sell(behaviour: BehaviourPatch): Promise<Record<string, unknown>> {
  const clock = virtualClock()
  const simulator = await createSimulator({ clock, behaviour, rateLimit: false, customerDelayMs: 0 })
  onTestFinished(() => simulator.close())
  const headers = { ApiKeyCloud: simulator.key, 'Content-Type': 'application/json' }
  const body = JSON.stringify({ operation: 'sale', serial_number: '082104578', terminal_type: 'PAXA920', ...sale })
  const accepted = await fetch(`${simulator.cloudUrl}/transactions`, { method: 'POST', headers, body })
  await clock.advance(5_000)
  const { transactionResultId } = textSchema.parse(await accepted.json())
  const path = `/transaction-result/${String(transactionResultId)}`
  return textSchema.parse(await (await fetch(simulator.cloudUrl + path, { headers })).json())
}

describe('what a result points to', () => {
  test('can be fetched from the simulator itself, without a key', async () => {
    const result = await sell({ receipts: 'url', signature: 'url' })
    for (const name of ['customerReceipt', 'merchantReceipt'] as const) {
      const answer = await fetch(String(result[name]))
      expect(answer.headers.get('content-type')).toContain('text/html')
      expect(await answer.text()).toContain('10.00 EUR')
    }
    const signature = await fetch(String(result['signatureUrl']))
    expect(signature.headers.get('content-type')).toBe('image/png')
    expect(Array.from(new Uint8Array(await signature.arrayBuffer())).slice(0, 8)).toEqual(png)
  })

  test('can be in the result instead, as text and in base64', async () => {
    const result = await sell({ receipts: 'html', signature: 'base64' })
    expect(String(result['customerReceipt'])).toMatch(/^<div/)
    expect(Array.from(Buffer.from(String(result['signatureUrl']), 'base64')).slice(0, 8)).toEqual(png)
  })

  test('can be nothing at all', async () => {
    expect(await sell({ receipts: 'empty', signature: 'none' })).toMatchObject({
      customerReceipt: '',
      merchantReceipt: '',
      signatureUrl: '',
    })
  })
})
