import type { HttpOutcome, HttpPort } from '../core/ports.ts'
import type { VirtualClock } from '../simulator/clock.ts'
import type { Handle, Outcome } from '../simulator/exchange.ts'

/** The network between a till and the simulated cloud, without sockets and in virtual time. */
export interface VirtualHttp {
  /** While down no connection comes to be: nothing leaves the till. */
  setUp(isUp: boolean): void
  /** A network for one life of the till; after `end` it hears nothing more. */
  begin(): { port: HttpPort; end: () => void }
  /** Sees each request as it arrives at the server. */
  onArrival: (listener: (url: string) => void) => void
  /** Every request that left, with its virtual time. */
  sent: { url: string; body: string | null; at: number }[]
}

export function createVirtualHttp(clock: VirtualClock, handle: Handle): VirtualHttp {
  let isUp = true
  const sent: VirtualHttp['sent'] = []
  let notice: (url: string) => void = () => undefined

  const exchange: HttpPort = async ({ method, url, headers, body, timeoutMs }) => {
    if (!isUp) return { type: 'notSent', text: 'connection refused' }
    sent.push({ url, body, at: clock.now() })
    notice(url)
    const { hostname, pathname } = new URL(url)
    const host = hostname === 'status.test' ? 'status' : 'cloud'
    const timeout = new Promise<Outcome>((resolve) => void clock.setTimer(timeoutMs, () => resolve('drop')))
    const answered = handle({ host, method, path: pathname, headers, body: body ?? '' })
    // A dropped request is never answered: the time-out is what ends it.
    const outcome = await Promise.race([
      answered.then<Outcome>((given) => (given === 'drop' ? timeout : given)),
      timeout,
    ])
    if (outcome === 'drop') return { type: 'lost', problem: 'timeout', text: 'no answer in time' }
    if (outcome === 'reset') return { type: 'lost', problem: 'connectionLost', text: 'connection reset' }
    return { type: 'answered', status: outcome.status, body: outcome.body ?? '' }
  }

  return {
    sent,
    onArrival(listener) {
      notice = listener
    },
    setUp(up) {
      isUp = up
    },
    begin() {
      let isAlive = true
      const port: HttpPort = (request) => {
        if (!isAlive) return new Promise<HttpOutcome>(() => undefined)
        return exchange(request).then((outcome) => (isAlive ? outcome : new Promise<HttpOutcome>(() => undefined)))
      }
      return {
        port,
        end() {
          isAlive = false
        },
      }
    },
  }
}
