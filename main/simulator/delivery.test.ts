import { describe, expect, test } from 'vitest'
import { nextWaitMs } from './delivery.ts'
import { openRig, sale, serial } from './rig.ts'
import type { Rig } from './rig.ts'

const withCallback = { ...sale, callbackUrl: 'https://till.example/callback', token: 'secret-1' }

/** Seconds after the first attempt at which the listener was called. */
async function attemptTimes(rig: Rig, totalMs: number): Promise<number[]> {
  const times: number[] = []
  const stepMs = 1_000
  for (let at = 0; at <= totalMs; at += stepMs) {
    while (times.length < rig.callbacks.length) times.push(at / 1_000)
    await rig.advance(stepMs)
  }
  return times
}

describe('callbacks', () => {
  test('carry the token and the same result that can be fetched', async () => {
    const rig = openRig({ behaviour: { resultIdWithCallback: true } })
    const result = await rig.run('sale', withCallback, { act: 'tap' })
    expect(rig.callbacks).toHaveLength(1)
    const [callback] = rig.callbacks
    expect(callback?.url).toBe(withCallback.callbackUrl)
    expect(callback?.headers).toEqual({ 'content-type': 'application/json', 'AUTH-TOKEN': 'secret-1' })
    expect(JSON.parse(callback?.body ?? '')).toEqual(result)
  })

  test('come every 5 seconds for 100 seconds and then after 8, 16 and 32 seconds', async () => {
    const rig = openRig()
    rig.listener.answer = 500
    await rig.start('sale', withCallback)
    rig.control.act(serial, { act: 'tap' })
    await rig.advance(300)
    const every5 = Array.from({ length: 21 }, (_, n) => n * 5)
    expect(await attemptTimes(rig, 160_000)).toEqual([...every5, 108, 124, 156])
    const recovered = rig.callbacks.map(({ body }) => body.includes('"recoveredTransaction":true'))
    expect(recovered).toEqual([false, ...Array.from({ length: 23 }, () => true)])
  })

  test.each([null, 301, 404, 503])('are repeated after an answer of %s', async (answer) => {
    const rig = openRig()
    rig.listener.answer = answer
    await rig.run('sale', withCallback, { act: 'tap' })
    await rig.advance(5_000)
    expect(rig.callbacks.length).toBe(2)
  })

  test.each([200, 204, 299])('end with an answer of %d', async (answer) => {
    const rig = openRig()
    rig.listener.answer = answer
    await rig.run('sale', withCallback, { act: 'tap' })
    await rig.advance(200_000)
    expect(rig.callbacks.length).toBe(1)
  })

  test('begin anew when the app is restarted', async () => {
    const rig = openRig()
    rig.listener.answer = 500
    await rig.run('sale', withCallback, { act: 'tap' })
    await rig.advance(300_000)
    rig.control.setApp(serial, false)
    const before = rig.callbacks.length
    await rig.advance(600_000)
    expect(rig.callbacks.length).toBe(before)
    rig.control.setApp(serial, true)
    await rig.advance(10_500)
    expect(rig.callbacks.length).toBe(before + 3)
  })

  test('wait for the network of the terminal', async () => {
    const rig = openRig()
    await rig.start('sale', withCallback)
    rig.control.act(serial, { act: 'tap' })
    await rig.advance(250)
    rig.control.setNetwork(serial, false)
    await rig.advance(60_000)
    expect(rig.callbacks).toEqual([])
    rig.control.setNetwork(serial, true)
    await rig.advance(5_000)
    expect(rig.callbacks.map(({ body }) => body.includes('"recoveredTransaction":true'))).toEqual([true])
  })

  test.each([
    ['wrongToken', { 'AUTH-TOKEN': 'secret-1x' }, 1],
    ['duplicate', { 'AUTH-TOKEN': 'secret-1' }, 2],
    ['loseAnswer', { 'AUTH-TOKEN': 'secret-1' }, 1],
  ] as const)('can suffer %s', async (type, headers, times) => {
    const rig = openRig()
    rig.control.addFaults([{ match: { host: 'callback' }, fault: { type }, times: 1 }])
    await rig.run('sale', withCallback, { act: 'tap' })
    expect(rig.callbacks).toHaveLength(times)
    expect(rig.callbacks[0]?.headers).toMatchObject(headers)
    await rig.advance(10_000)
    expect(rig.callbacks).toHaveLength(type === 'loseAnswer' ? 2 : times)
  })

  test('follow the later schedule if so set: 4 seconds doubling, at most 15 minutes, for two days', () => {
    const waits = Array.from({ length: 12 }, (_, n) => nextWaitMs('guide', 21 + n, 0))
    expect(waits.slice(0, 3)).toEqual([4_000, 8_000, 16_000])
    expect(waits.at(-1)).toBe(900_000)
    expect(nextWaitMs('guide', 100, 172_800_000)).toBeNull()
  })
})
