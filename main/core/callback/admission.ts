import type { Reference } from '../../../shared/ids.ts'
import type { CallbackAddress } from './callback-address.ts'
import { digestOf, isSameDigest, NOBODY } from './secret.ts'
import type { SelfTest } from './self-test.ts'
import type { CallbackSink } from './sink.ts'

/** What of a request is looked at before its body. */
export interface RequestHead {
  method?: string | undefined
  url?: string | undefined
  /** Names and values in turn, repeated ones included: Node's `headers` joins or drops those. */
  rawHeaders: readonly string[]
}

export type Admission =
  | { type: 'admitted'; reference: Reference }
  /** The till's own, by the way that terminals take. It belongs to no operation. */
  | { type: 'selfTest' }
  | { type: 'refused'; because: 'browser' | 'otherHost' | 'unknownPath' | 'notAuthenticated' }
  | { type: 'unavailable' }

/** Decides by the head alone who may deliver, and to which operation (safety L3, L5). */
export function createAdmission(address: CallbackAddress, find: CallbackSink['find'], findTest: SelfTest['find']) {
  return ({ method, url = '', rawHeaders }: RequestHead): Admission => {
    // Before anything is refused: what came changed is another thing than what never came.
    const test = findTest(url)
    if (hasBrowserHeader(rawHeaders)) return { type: 'refused', because: 'browser' }
    const [host, ...otherHosts] = valuesOf(rawHeaders, 'host')
    if (host === undefined || otherHosts.length > 0 || !address.hosts.includes(host.toLowerCase())) {
      return { type: 'refused', because: 'otherHost' }
    }
    // From here on the same work is done whatever is wrong, so that neither the answer nor its time tells paths apart.
    const isPath = method === 'POST' && url.startsWith(address.pathPrefix)
    const owner = test === null ? find(digestOf(isPath ? url.slice(address.pathPrefix.length) : '')) : null
    if (owner === 'unavailable') return { type: 'unavailable' }
    const tokens = valuesOf(rawHeaders, 'auth-token')
    const isToken = isSameDigest(digestOf(tokens[0] ?? ''), (test ?? owner)?.tokenDigest ?? NOBODY)
    if (!isPath || (test ?? owner) === null) return { type: 'refused', because: 'unknownPath' }
    if (!isToken || tokens.length !== 1) return { type: 'refused', because: 'notAuthenticated' }
    return owner === null ? { type: 'selfTest' } : { type: 'admitted', reference: owner.reference }
  }
}

function hasBrowserHeader(rawHeaders: readonly string[]): boolean {
  return rawHeaders.some((name, index) => index % 2 === 0 && /^(?:origin$|sec-fetch-)/i.test(name))
}

function valuesOf(rawHeaders: readonly string[], wanted: string): string[] {
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === wanted)
}
