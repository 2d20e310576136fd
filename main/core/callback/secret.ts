import { createHash, timingSafeEqual } from 'node:crypto'
import { toCallbackAddress } from './callback-address.ts'
import type { CallbackSettings } from './settings.ts'

/** Bytes that nobody can guess: `randomBytes` of node:crypto. */
export type SecretBytes = (count: number) => Uint8Array

/** What one operation's callback is known by. Only the two digests are ever written down (safety L3). */
export interface CallbackSecret {
  /** The unguessable segment of the path, 128 bits. */
  path: string
  /** What the terminal sends as AUTH-TOKEN, 256 bits. */
  token: string
  /** SHA-256 of each, as 64 hexadecimal digits. */
  pathDigest: string
  tokenDigest: string
  /** The `callbackUrl` of the request (handpoint-api.md §2.2). */
  url: string
}

/** Makes the secrets of one operation, to be sent with its request and never again (handpoint-api.md §4.4). */
export function createCallbackSecret(
  random: SecretBytes,
  settings: Pick<CallbackSettings, 'publicUrl'>,
): CallbackSecret {
  const path = toHex(random(16))
  const token = toHex(random(32))
  const url = `${toCallbackAddress(settings).urlPrefix}${path}`
  return { path, token, pathDigest: digestOf(path), tokenDigest: digestOf(token), url }
}

/** SHA-256 of a text, as 64 hexadecimal digits. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** No text has this digest that anybody knows: what is compared where there is nothing to compare with. */
export const NOBODY = '0'.repeat(64)

/** Takes the same time wherever the two differ (safety L3). */
export function isSameDigest(given: string, expected: string): boolean {
  const [ours, theirs] = [Buffer.from(expected, 'latin1'), Buffer.from(given, 'latin1')]
  return ours.length === theirs.length && timingSafeEqual(ours, theirs)
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
