import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createHandClock } from '../../testing/hand-clock.ts'
import type { Log } from '../ports.ts'
import { createWrongPins } from './wrong-pins.ts'

function makeTill() {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-pins-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'wrong-pins.json')
  const warned: string[] = []
  const log: Log = { info: () => undefined, warn: (event) => void warned.push(event), error: () => undefined }
  let hand = createHandClock()
  const start = (isNewTill = false) => {
    hand = createHandClock()
    return createWrongPins({ file, isNewTill, clock: hand.clock, log })
  }
  return { folder, file, warned, start, advance: (ms: number) => hand.advance(ms) }
}

it('four mistakes cost nothing, the fifth and every later one a longer wait, five minutes at most', () => {
  const pins = makeTill().start(true)
  const waits = Array.from({ length: 10 }, () => {
    pins.count()
    return pins.waitMs() / 1000
  })
  expect(waits).toEqual([0, 0, 0, 0, 30, 60, 120, 300, 300, 300])
})

it('the wait runs by the clock that nobody can set', async () => {
  const { start, advance } = makeTill()
  const pins = start(true)
  for (let time = 0; time < 5; time += 1) pins.count()
  await advance(29_999)
  expect(pins.waitMs()).toBe(1)
  await advance(1)
  expect(pins.waitMs()).toBe(0)
})

it('after a right PIN the next mistake is the first again', () => {
  const { start } = makeTill()
  const pins = start(true)
  for (let time = 0; time < 6; time += 1) pins.count()
  pins.forget()
  expect(pins.waitMs()).toBe(0)
  for (let time = 0; time < 4; time += 1) pins.count()
  expect(pins.waitMs()).toBe(0)
})

it('switching the till off and on again gives no try back, and the whole wait begins anew', async () => {
  const { start, advance } = makeTill()
  const pins = start(true)
  for (let time = 0; time < 6; time += 1) pins.count()
  await advance(59_000)
  expect(pins.waitMs()).toBe(1000)
  expect(start().waitMs()).toBe(60_000)

  const fresh = makeTill()
  const before = fresh.start(true)
  for (let time = 0; time < 4; time += 1) before.count()
  const after = fresh.start()
  expect(after.waitMs()).toBe(0)
  after.count()
  expect(after.waitMs()).toBe(30_000)
})

it('a count that is gone or no longer readable is a till on which five were wrong; a new till has none yet', () => {
  const { file, start } = makeTill()
  expect(start(true).waitMs()).toBe(0)
  rmSync(file)
  expect(start().waitMs()).toBe(30_000)
  for (const broken of ['', '{"wrong":-1}', '{"wrong":0,"more":1}', 'x']) {
    writeFileSync(file, broken)
    expect(start(true).waitMs()).toBe(30_000)
  }
})

it('a count that cannot be written still counts, and the log says so', () => {
  const { file, start, warned } = makeTill()
  const pins = start(true)
  rmSync(file)
  mkdirSync(join(file, 'in the way'), { recursive: true })
  for (let time = 0; time < 5; time += 1) pins.count()
  expect(pins.waitMs()).toBe(30_000)
  expect(warned).toContain('approval.uncounted')
})

it('the file holds the count and nothing else', () => {
  const { file, start } = makeTill()
  start(true).count()
  expect(readFileSync(file, 'utf8')).toBe('{"wrong":1}')
})
