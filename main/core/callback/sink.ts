import type { Reference } from '../../../shared/ids.ts'
import type { Later } from '../ipc/outbox.ts'

/** The operation that a path belongs to, with the digest of the only token that may deliver to it. */
export interface CallbackOwner {
  reference: Reference
  /** SHA-256 of the token, as 64 hexadecimal digits. */
  tokenDigest: string
}

/** What became of an authenticated body. Only `stored` is acknowledged. */
export type Delivery =
  /** Durable now, or already before: a duplicate is stored too (safety R4, R6). */
  | 'stored'
  /** No result in the sense of handpoint-api.md §2.3: kept for people, and brought again. */
  | 'unreadable'
  /** It names the reference of another known operation (safety L4). */
  | 'foreignReference'
  /** The journal did not take it; the terminal shall send it again (safety R4). */
  | 'unavailable'

/** The journal as the listener sees it. Both answer at once; what they throw counts as `unavailable`. */
export interface CallbackSink {
  /** The operation that owns the path whose SHA-256 is given in hexadecimal digits. */
  find(pathDigest: string): CallbackOwner | null | 'unavailable'
  /**
   * Answers after the commit is durable. The body is an object in JSON of at most 256 KB and 20 levels. With `later` nothing
   * but the commit comes before the answer: what the page is told of it waits until then.
   */
  deliver(reference: Reference, body: string, later?: Later): Delivery
}
