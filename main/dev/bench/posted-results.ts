import { createSimulator } from '../../simulator/simulator.ts'
import type { Hosts } from '../../core/handpoint/connection.ts'

/** A result as a terminal wants to post it. */
export interface PostedResult {
  port: number
  /** The whole request, on a connection that goes on. */
  bytes: string
}

/** The simulated cloud, whose terminals hand their results to the benchmark instead of posting them. */
export interface HoldingCloud extends Hosts {
  apiKey: string
  terminals: { serialNumber: string; terminalType: string }[]
  /** The next result that a terminal has, in the order in which they came. */
  next(): Promise<PostedResult>
  close(): Promise<void>
}

export async function openHoldingCloud(terminals: number): Promise<HoldingCloud> {
  const held: PostedResult[] = []
  let hand: ((result: PostedResult) => void) | null = null
  const simulator = await createSimulator({
    terminals,
    rateLimit: false,
    customerDelayMs: 0,
    behaviour: {
      gatewayMs: 0,
      completionMs: 0,
      duplicatePrompt: false,
      // The till has then no reason to ask the status service meanwhile.
      resultIdWithCallback: true,
      // They are fetched after the answer, and would get in the way of the next one.
      receipts: 'empty',
    },
    sendCallback({ url, headers, body }) {
      const result = toPosted(url, headers, body)
      if (hand === null) held.push(result)
      else hand(result)
      hand = null
      // The benchmark posts it, once.
      return Promise.resolve(200)
    },
  })
  const { cloudUrl, statusUrl, key: apiKey } = simulator
  return {
    cloudUrl,
    statusUrl,
    apiKey,
    terminals: simulator.control
      .terminals()
      .filter(({ terminalType }) => terminalType !== 'VT')
      .map(({ serial, terminalType }) => ({ serialNumber: serial, terminalType })),
    async next() {
      return held.shift() ?? new Promise((resolve) => (hand = resolve))
    },
    close: () => simulator.close(),
  }
}

function toPosted(url: string, headers: Readonly<Record<string, string>>, body: string): PostedResult {
  const { pathname, host, port } = new URL(url)
  return { port: Number(port), bytes: toRequest(pathname, { Host: host, ...headers }, body) }
}

/** One request as bytes on the wire. */
export function toRequest(path: string, headers: Readonly<Record<string, string>>, body: string): string {
  const lines = Object.entries({ ...headers, 'Content-Length': Buffer.byteLength(body).toString() })
  return `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${body}`
}
