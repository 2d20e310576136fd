import { BlockList, isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import type { SecureContextOptions } from 'node:tls'
import type { Result } from '../../../shared/result.ts'
import { endsSoon, toListenFailure, type CallbackFailure, type CallbackHealth, type CallbackWarning } from './health.ts'
import { readIdentity, type Identity } from './identity.ts'
import type { BoundServer } from './server.ts'
import { isLoopback, type CallbackSettings } from './settings.ts'

/** The bound port with its certificate: opened, looked after, closed. */
export interface FrontDoor {
  /** Opens what is closed, takes up a renewed certificate, and answers how it is now. */
  look(): Promise<CallbackHealth>
  close(): Promise<void>
}

export interface FrontDoorParts {
  settings: CallbackSettings
  /** Wall-clock time in milliseconds since 1970: certificates know no other. */
  now: () => number
  bind: (
    identity: SecureContextOptions | null,
    onEnd: (failure: CallbackFailure) => void,
  ) => Promise<Result<BoundServer, CallbackFailure>>
  onLost: (failure: CallbackFailure) => void
}

interface Opened {
  server: BoundServer
  identity: Identity | null
}

export function createFrontDoor({ settings, now, bind, onLost }: FrontDoorParts): FrontDoor {
  const { address, port } = settings.listen
  let opened: Opened | null = null

  async function close(): Promise<void> {
    const { server } = opened ?? {}
    opened = null
    await server?.close()
  }

  async function fail(failure: CallbackFailure): Promise<CallbackHealth> {
    await close()
    return { status: 'failed', ...failure }
  }

  function toHealth({ server, identity }: Opened): CallbackHealth {
    const ends = identity?.endsAt ?? null
    const warnings = warningsOf(settings, identity, now())
    return {
      status: 'listening',
      address,
      port: server.port,
      tls: identity !== null,
      certificateEndsAt: ends,
      warnings,
    }
  }

  async function open(): Promise<CallbackHealth> {
    const identity = settings.tls === null ? null : await readIdentity(settings.tls, now())
    if (identity !== null && !identity.ok) return fail(identity.error)
    const own = identity?.value ?? null
    const bound = await bind(own?.options ?? null, (failure) => {
      opened = null
      onLost(failure)
    })
    if (!bound.ok) return fail(bound.error)
    opened = { server: bound.value, identity: own }
    return toHealth(opened)
  }

  return {
    close,
    async look() {
      if (opened === null) return open()
      if (!isLoopback(address) && !isOwnAddress(address)) return fail(toListenFailure('EADDRNOTAVAIL', address, port))
      if (settings.tls === null || opened.identity === null) return toHealth(opened)
      const read = await readIdentity(settings.tls, now())
      // A certificate that is being replaced may be unreadable for a moment: the one in use goes on until its end.
      if (!read.ok) return opened.identity.endsAt <= now() ? fail(read.error) : toHealth(opened)
      if (read.value.fingerprint !== opened.identity.fingerprint) {
        opened.server.setIdentity(read.value.options)
        opened = { ...opened, identity: read.value }
      }
      return toHealth(opened)
    },
  }
}

function warningsOf(settings: CallbackSettings, identity: Identity | null, now: number): CallbackWarning[] {
  const { protocol, hostname } = new URL(settings.publicUrl)
  const isPlain = protocol !== 'https:' || (identity === null && !isLoopback(settings.listen.address))
  return [
    ...(isPlain ? ['plainHttp' as const] : []),
    ...(identity !== null && endsSoon(identity.endsAt, now) ? ['certificateEndsSoon' as const] : []),
    ...(identity?.isSelfSigned === true ? ['certificateSelfSigned' as const] : []),
    ...(identity?.isFor(hostname) === false ? ['certificateForOtherName' as const] : []),
  ]
}

/** Whether a network of this computer has the address now. A bound port outlives its address without a word. */
function isOwnAddress(address: string): boolean {
  const wanted = new BlockList()
  wanted.addAddress(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  const present = Object.values(networkInterfaces()).flatMap((found) => found ?? [])
  return present.some(({ address: own, family }) => wanted.check(own, family === 'IPv6' ? 'ipv6' : 'ipv4'))
}
