import type { PaymentSnapshot, WatchSnapshot } from '../../../shared/ipc/snapshots.ts'
import { rulesOf } from '../../../shared/transaction/operations.ts'
import { toMovedWords } from './state-words.ts'
import { toStopwatch, type Text } from './text.ts'

type Watched = Pick<PaymentSnapshot, 'watch' | 'operation'>

/** What was asked so far, with times. */
export function toAskedLines(watch: WatchSnapshot | null, text: Text): string[] {
  if (watch === null) return []
  const lines: string[] = []
  if (watch.lastAskedAt !== null) {
    lines.push(text.say('payment.askedAt', { time: text.preciseTime(watch.lastAskedAt) }))
    if (!watch.isReachable) lines.push(text.say('payment.notReached'))
  }
  return lines
}

/** What happens by itself, and when. */
export function toComingLines({ watch, operation }: Watched, now: number, text: Text): string[] {
  if (watch === null) return [text.say('payment.asksOn')]
  const { nextAskAt, concludesBy } = watch
  const seconds = nextAskAt === null ? null : Math.ceil((nextAskAt - now) / 1000)
  const lines = [
    seconds === null
      ? text.say('payment.asksOn')
      : seconds <= 0
        ? text.say('payment.nextAskNow')
        : text.say('payment.nextAsk', { seconds }),
  ]
  if (concludesBy !== null && concludesBy > now) {
    const { notMoved } = toMovedWords(rulesOf(operation).moves, text)
    const values = { time: text.time(concludesBy), left: toStopwatch(concludesBy - now), notMoved }
    lines.push(text.say('payment.concludesBy', values))
  }
  return lines
}
