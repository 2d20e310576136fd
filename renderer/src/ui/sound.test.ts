import { expect, test } from 'vitest'
import { createSpeaker, toSound, type SoundOutput } from './sound.ts'

interface Heard {
  hz: number
  at: number
  lasts: number
  loudness: number
}

function createEar({ isAwake = true } = {}) {
  const heard: Heard[] = []
  const ear = { heard, now: 0, isAwake, woken: 0, opened: 0 }
  const output: SoundOutput = {
    now: () => ear.now,
    isAwake: () => ear.isAwake,
    wake: () => void (ear.woken += 1),
    tone: ({ hz, at, lasts, loudness }) => void heard.push({ hz, at, lasts, loudness }),
  }
  const open = () => {
    ear.opened += 1
    return output
  }
  return { ear, open }
}

test('an approval rises, a refusal falls and is low, and a doubt goes on for a second', () => {
  const heights = (sound: Parameters<ReturnType<typeof createSpeaker>['play']>[0]) => {
    const { ear, open } = createEar()
    const speaker = createSpeaker(open)
    speaker.unlock()
    speaker.play(sound)
    return ear.heard
  }
  const [first, second] = heights('approved')
  expect(second?.hz).toBeGreaterThan(first?.hz ?? 0)
  const [high, low] = heights('refused')
  expect(low?.hz).toBeLessThan(high?.hz ?? 0)
  expect(high?.hz).toBeLessThan(300)
  expect(heights('doubt').at(-1)?.at).toBeGreaterThan(0.9)
  expect(heights('notice')).toHaveLength(2)
})

test('no two sounds are heard over each other, and none is heard when its moment is over', () => {
  const { ear, open } = createEar()
  const speaker = createSpeaker(open)
  speaker.unlock()
  for (let index = 0; index < 20; index += 1) speaker.play('doubt')
  const ends = ear.heard.map(({ at, lasts }) => at + lasts)
  ear.heard.slice(1).forEach(({ at }, index) => expect(at).toBeGreaterThanOrEqual((ends[index] ?? 0) - 1e-9))
  expect(ear.heard.at(-1)?.at).toBeLessThan(7)
})

test('before anybody has touched the page nothing is opened or played, and afterwards it is opened once', () => {
  const { ear, open } = createEar()
  const speaker = createSpeaker(open)
  speaker.play('approved')
  expect([ear.opened, ear.heard]).toEqual([0, []])
  speaker.unlock()
  speaker.unlock()
  expect(ear.opened).toBe(1)
})

test('asleep, it is woken and stays silent: what was not heard in time is not heard late', () => {
  const { ear, open } = createEar({ isAwake: false })
  const speaker = createSpeaker(open)
  speaker.unlock()
  speaker.play('approved')
  expect(ear.heard).toEqual([])
  expect(ear.woken).toBe(2)
})

test('muted or turned down it is silent, and where there is no loudspeaker too', () => {
  const { ear, open } = createEar()
  const speaker = createSpeaker(open)
  speaker.unlock()
  speaker.set({ volume: 80, isMuted: true })
  speaker.play('approved')
  speaker.set({ volume: 0, isMuted: false })
  speaker.play('approved')
  expect(ear.heard).toEqual([])
  speaker.set({ volume: 100, isMuted: false })
  speaker.play('approved')
  expect(ear.heard[0]?.loudness).toBe(1)
  const without = createSpeaker(() => null)
  without.unlock()
  expect(() => without.play('approved')).not.toThrow()
})

test('only results are heard: nothing of what may still turn out otherwise, and no print', () => {
  expect(toSound({ screen: 'waiting', moves: 'charge' })).toBeNull()
  expect(toSound({ screen: 'confirming', moves: 'charge' })).toBeNull()
  expect(toSound({ screen: 'approved', moves: 'charge' })).toBe('approved')
  expect(toSound({ screen: 'approved', moves: 'refund' })).toBe('approved')
  expect(toSound({ screen: 'declined', moves: 'charge' })).toBe('refused')
  expect(toSound({ screen: 'conflict', moves: 'charge' })).toBe('doubt')
  expect(toSound({ screen: 'failed', moves: 'none' })).toBeNull()
})
