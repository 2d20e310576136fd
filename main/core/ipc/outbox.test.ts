import { describe, expect, it } from 'vitest'
import { createOutbox } from './outbox.ts'

function open() {
  const failed: string[] = []
  const told: string[] = []
  const owed: (() => void)[] = []
  const log = { info: () => undefined, warn: () => undefined, error: (event: string) => void failed.push(event) }
  const outbox = createOutbox(log)
  return {
    outbox,
    told,
    failed,
    owed,
    later: (act: () => void): void => void owed.push(act),
    say: (key: string) => outbox.send(key, () => told.push(key)),
  }
}

describe('news for the page', () => {
  it('goes out at once', () => {
    const { say, told } = open()
    say('app')
    expect(told).toEqual(['app'])
  })

  it('waits while something more urgent is done, and goes out once, in the order of its last word', () => {
    const { outbox, say, told, owed, later } = open()
    const answer = outbox.holdBack(later, () => {
      for (const key of ['payment 1', 'app', 'payment 2', 'app']) say(key)
      return 'stored'
    })
    expect([answer, told]).toEqual(['stored', []])

    for (const tell of owed) tell()
    expect(told).toEqual(['payment 1', 'payment 2', 'app'])
  })

  it('of several that are held back together goes out together', () => {
    const { outbox, say, told, owed, later } = open()
    outbox.holdBack(later, () => say('payment 1'))
    outbox.holdBack(later, () => say('payment 2'))
    expect(owed).toHaveLength(1)
    owed[0]?.()
    outbox.holdBack(later, () => say('payment 3'))
    expect(told).toEqual(['payment 1', 'payment 2'])
    expect(owed).toHaveLength(2)
  })

  it('that comes between does not wait for it', () => {
    const { outbox, say, told, later } = open()
    outbox.holdBack(later, () => say('payment 1'))
    say('app')
    expect(told).toEqual(['app'])
  })

  it('is read when it goes out and not when it was held back', () => {
    const { outbox, told, owed, later } = open()
    let newest = 'waiting'
    const row = newest
    outbox.holdBack(later, () =>
      outbox.send(
        'payment 1',
        () => told.push(row),
        () => told.push(newest),
      ),
    )
    newest = 'approved'
    owed[0]?.()
    expect(told).toEqual(['approved'])
  })

  it('goes out although the act failed, and although some of it cannot be told', () => {
    const { outbox, say, told, failed, owed, later } = open()
    const act = (): void => {
      outbox.send('broken', () => {
        throw new Error('a bug')
      })
      say('app')
      throw new Error('the disk')
    }
    expect(() => outbox.holdBack(later, act)).toThrow('the disk')
    owed[0]?.()
    expect(told).toEqual(['app'])
    expect(failed).toEqual(['event.failed'])
  })
})
