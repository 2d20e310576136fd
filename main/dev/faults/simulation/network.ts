import type { Clock, HttpOutcome, HttpPort, HttpRequest } from '../../../core/ports.ts'
import type { Lots } from '../../../testing/lots.ts'
import type { Answer, ModelCloud } from './model-cloud.ts'
import { count, type Tally } from './tally.ts'
import type { VirtualTime } from './virtual-time.ts'
import { garble, type Weather } from './weather.ts'

interface NetworkParts {
  time: VirtualTime
  lots: Lots
  cloud: ModelCloud
  weather: () => Weather
  tally: Tally
  /** Sees each request that the till wants to send. */
  onAsk: (request: HttpRequest) => void
  /** Sees each request as it leaves, and answers the reference of the operation that it asks for; null for every other. */
  onSend: (request: HttpRequest) => string | null
  note: (line: string) => void
}

/** One life of the till, as far as its network needs to know. */
interface Life {
  clock: Clock
  isAlive: () => boolean
  /** An await point: the till may die here. */
  passPoint: (name: string) => void
}

interface Sent {
  request: HttpRequest
  owner: string | null
}

const DAY_MS = 24 * 60 * 60_000
/** A request that arrives this long after its sender gave it up breaks what the seven-minute rule counts on (safety R8). */
const LATE_MS = 45_000

/** The way between the till and the cloud, with everything that goes wrong on it. */
export function createNetwork(parts: NetworkParts): (life: Life) => HttpPort {
  const { time, lots, cloud, tally, note } = parts
  const { machine } = time

  function drawDelayMs(): number {
    const { delay, longDelay } = parts.weather()
    if (longDelay > 0 && lots.chance(longDelay)) {
      count(tally, 'message delayed up to 2 days')
      return lots.below(2 * DAY_MS)
    }
    if (delay > 0 && lots.chance(delay)) {
      count(tally, 'message delayed up to 30 s')
      return lots.below(30_000)
    }
    return 0
  }

  function isLost(what: string): boolean {
    const { loss } = parts.weather()
    if (loss === 0 || !lots.chance(loss)) return false
    count(tally, `${what} lost`)
    return true
  }

  /** What the cloud does with a request, and what becomes of its answer; null when nobody answers. */
  function carryOut({ request, owner }: Sent, lateMs: number): Answer | null {
    const { wrongStatus, malformed, duplicate } = parts.weather()
    if (wrongStatus > 0 && lots.chance(wrongStatus)) {
      const isDone = lots.chance(0.5)
      const status = lots.pick([500, 502, 503, 504, 401, 403, 429])
      count(tally, `answered ${status.toString()}`)
      // The refusals of documented form come before any terminal is involved; the others say nothing (handpoint-api.md §1.3).
      if (isDone && status >= 500) arrive({ request, owner }, lateMs)
      return { status, body: status === 403 || status === 429 ? refusalBody(status) : '' }
    }
    const answer = arrive({ request, owner }, lateMs)
    // Nothing on the way sends a POST a second time: the connection is used once, and that is the till's own to see to.
    if (duplicate > 0 && owner === null && lots.chance(duplicate)) {
      count(tally, 'request duplicated')
      time.atUnseen(50 + lots.below(400), () => void cloud.handle(request, null))
    }
    if (malformed === 0 || !lots.chance(malformed)) return answer
    count(tally, 'answer malformed')
    // The body of a 204 is none by definition (handpoint-api.md §1.4).
    if (answer.status === 204) return { status: 204, body: '{"finStatus":"AUTHORISED"}' }
    return { status: answer.status, body: garble(answer.body, lots) }
  }

  function arrive({ request, owner }: Sent, lateMs: number): Answer {
    const isLate = lateMs > LATE_MS && owner !== null
    if (isLate) count(tally, 'request arrived long after it was given up')
    return cloud.handle(request, owner, isLate)
  }

  return ({ clock, isAlive, passPoint }) =>
    (request) => {
      passPoint('before a request')
      // A promise of its own each time: one that all share would keep every waiting life in memory.
      if (!isAlive()) return new Promise(() => undefined)
      parts.onAsk(request)
      const { unsent } = parts.weather()
      if (unsent > 0 && lots.chance(unsent)) {
        count(tally, 'no connection')
        return Promise.resolve({ type: 'notSent', text: 'connection refused' })
      }
      const owner = parts.onSend(request)
      const sentMs = machine.monotonicMs()
      return new Promise((resolve) => {
        let stopTimeout: (() => void) | null = null
        let isSettled = false
        const settle = (outcome: HttpOutcome): void => {
          if (isSettled || !isAlive()) return
          isSettled = true
          stopTimeout?.()
          passPoint('an answer')
          if (isAlive()) resolve(outcome)
        }
        const timeOut = (): void => settle({ type: 'lost', problem: 'timeout', text: 'no answer in time' })
        const wait = (): void => {
          stopTimeout ??= clock.setTimer(Math.max(0, request.timeoutMs - (machine.monotonicMs() - sentMs)), timeOut)
        }
        const onWayMs = 10 + lots.below(60) + drawDelayMs()
        if (onWayMs >= request.timeoutMs) wait()
        if (isLost('request')) {
          if (lots.chance(0.3)) time.at(onWayMs, () => settle(RESET))
          else wait()
        } else {
          time.at(onWayMs, () => {
            const answer = carryOut({ request, owner }, onWayMs - request.timeoutMs)
            answerAfter(answer, drawDelayMs())
          })
        }
        passPoint('after a request')

        function answerAfter(answer: Answer | null, delayMs: number): void {
          if (answer === null) return wait()
          if (isLost('answer')) {
            if (request.method === 'POST' && answer.status === 202) count(tally, '202 lost')
            return lots.chance(0.3) ? settle(RESET) : wait()
          }
          if (delayMs === 0 && machine.wakesInMs() === 0) return hear(answer)
          if (delayMs >= request.timeoutMs) return wait()
          time.at(delayMs + machine.wakesInMs(), () => hear(answer))
        }

        function hear(answer: Answer): void {
          if (machine.wakesInMs() > 0) return answerAfter(answer, 1)
          if (machine.monotonicMs() - sentMs > request.timeoutMs) return timeOut()
          settle({ type: 'answered', status: answer.status, body: answer.body })
          if (request.method === 'POST') note(`the till hears ${answer.status.toString()} ${answer.body.slice(0, 90)}`)
        }
      })
    }
}

const RESET: HttpOutcome = { type: 'lost', problem: 'connectionLost', text: 'connection reset' }

function refusalBody(status: number): string {
  const name = status === 403 ? 'ForbiddenError' : 'TooManyRequestsError'
  return JSON.stringify({ error: { statusCode: status, name, message: 'turned away' } })
}
