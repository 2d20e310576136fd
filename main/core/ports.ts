/** What the core needs of the world. Everything that waits, asks or draws lots goes through here, so that it can be simulated. */

export interface Clock {
  /** Wall-clock time in milliseconds since 1970: for showing and ordering only (safety R21). */
  now(): number
  /** Milliseconds that only ever grow, from an arbitrary start: the one clock that decides about money. */
  monotonicMs(): number
  /** Runs `act` once, `afterMs` from now. The answer stops it. */
  setTimer(afterMs: number, act: () => void): () => void
}

export interface HttpRequest {
  method: 'GET' | 'POST'
  url: string
  headers: Readonly<Record<string, string>>
  body: string | null
  /** Time for the whole exchange, in milliseconds. */
  timeoutMs: number
}

/**
 * What became of a request. `notSent` is certain: no connection ever existed, so no byte of it left this machine.
 * `lost` is doubt: it may have arrived and been acted upon.
 */
export type HttpOutcome =
  | { type: 'answered'; status: number; body: string }
  | { type: 'notSent'; text: string }
  | { type: 'lost'; problem: 'timeout' | 'connectionLost' | 'tooLarge'; text: string }

/** Sends one request and never throws. Follows no redirect. */
export type HttpPort = (request: HttpRequest) => Promise<HttpOutcome>

export interface Ids {
  /** A fresh lower-case UUID v4. */
  uuid(): string
}

export type LogFields = Readonly<Record<string, string | number | boolean | null>>

/** Writes one line. Values of known secrets are masked before it is written. */
export interface Log {
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}
