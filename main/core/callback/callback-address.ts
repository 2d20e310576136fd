import { isIPv6 } from 'node:net'
import type { CallbackSettings } from './settings.ts'

/** How a request must name the till: what the relay forwards unchanged, or what terminals send themselves (safety L5). */
export interface CallbackAddress {
  /** In lower case; with and without the port where it is the scheme's own. */
  hosts: readonly string[]
  /** The path before the secret segment, such as `/cb/` or `/till-2/cb/`. */
  pathPrefix: string
  /** Everything before the secret segment. */
  urlPrefix: string
}

/** Takes apart the address that terminals are told. */
export function toCallbackAddress({ publicUrl }: Pick<CallbackSettings, 'publicUrl'>): CallbackAddress {
  const { protocol, host, hostname, port, origin, pathname } = new URL(publicUrl)
  const pathPrefix = `${pathname.replace(/\/+$/, '')}/cb/`
  const named = `${hostname}:${protocol === 'https:' ? '443' : '80'}`
  return { hosts: port === '' ? [host, named] : [host], pathPrefix, urlPrefix: `${origin}${pathPrefix}` }
}

/**
 * Whom a connection counts for: its IPv4 address, or the /64 of its IPv6 address, of which one machine may have any
 * number of addresses.
 */
export function toSource(remoteAddress: string): string {
  const address = remoteAddress.replace(/^::ffff:(?=[0-9.]+$)/i, '')
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('%', 1)[0]?.split('::') ?? []
  const first = head === '' ? [] : head.split(':')
  const last = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length)
  return [...first, ...Array.from({ length: zeros }, () => '0'), ...last].slice(0, 4).join(':')
}
