import { err } from '../../shared/result.ts'
import type { Link, PageBridge } from './bridge.ts'
import { parseEvent, parseReply, toUnanswered } from './bridge-parse.ts'

/** The bridge over HTTP and server-sent events of the page's own origin; the server's cookie says who asks. */
export function connectHttp(): PageBridge {
  const events = new EventSource('/bridge/events')
  return {
    async call(name, input) {
      try {
        const response = await fetch(`/bridge/command/${encodeURIComponent(name)}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          credentials: 'same-origin',
          body: JSON.stringify(input),
        })
        if (response.status === 401 || response.status === 403) {
          return err({ ...toUnanswered(name, 'bridge.refused', `HTTP ${response.status}`), moneyState: refused(name) })
        }
        if (!response.ok) return err(toUnanswered(name, 'bridge.disconnected', `HTTP ${response.status}`))
        return parseReply(name, await response.json())
      } catch (error) {
        return err(toUnanswered(name, 'bridge.disconnected', String(error)))
      }
    },
    on(name, listener) {
      const receive = (message: MessageEvent<string>) => {
        const payload = parseEvent(name, parseJson(message.data))
        if (payload !== null) listener(payload)
      }
      events.addEventListener(name, receive)
      return () => events.removeEventListener(name, receive)
    },
    onLink: (listener) => watchLink(events, listener),
  }
}

const BEGINS: ReadonlySet<string> = new Set(['sale:start', 'operation:start', 'payment:retry'])

/** A door that is shut did nothing: the server looks at who asks before it looks at what is asked. */
function refused(name: string): 'notCharged' | 'none' {
  return BEGINS.has(name) ? 'notCharged' : 'none'
}

/** The first opening counts too: what happened between the first reading and the opening was not heard. */
function watchLink(events: EventSource, listener: (link: Link) => void): () => void {
  const lose = () => listener('lost')
  const regain = () => listener('regained')
  events.addEventListener('error', lose)
  events.addEventListener('open', regain)
  return () => {
    events.removeEventListener('error', lose)
    events.removeEventListener('open', regain)
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
