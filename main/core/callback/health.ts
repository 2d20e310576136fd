import { z } from 'zod'

/** What works and yet will not do for terminals, or not for long. */
export type CallbackWarning =
  /** Within 21 days (safety L2). */
  | 'certificateEndsSoon'
  /** Terminals refuse it silently (handpoint-api.md §9.2). */
  | 'certificateSelfSigned'
  | 'certificateForOtherName'
  /** Undocumented by Handpoint (handpoint-api.md §6.27). */
  | 'plainHttp'

export interface CallbackFailure {
  because:
    | 'portTaken'
    | 'portForbidden'
    | 'addressUnavailable'
    | 'certificateUnreadable'
    | 'certificateExpired'
    | 'systemRefused'
  /** For a person: what is wrong and what to do. Results go on being asked for meanwhile. */
  text: string
}

/** How the listener is. None of it stops a sale: without it results are asked for (safety R19). */
export type CallbackHealth =
  | { status: 'off' }
  | {
      status: 'listening'
      address: string
      port: number
      tls: boolean
      /** Milliseconds since 1970; null without a certificate of its own. */
      certificateEndsAt: number | null
      warnings: readonly CallbackWarning[]
    }
  | ({ status: 'failed' } & CallbackFailure)

/** How long before its end a certificate is warned about (safety L2). */
const ALARM_MS = 21 * 24 * 60 * 60 * 1000

export function endsSoon(endsAt: number, now: number): boolean {
  return endsAt - now <= ALARM_MS
}

const codeSchema = z.object({ code: z.string() })

/** The operating system's code of an error, such as EADDRINUSE. */
export function codeOf(error: unknown): string {
  const found = codeSchema.safeParse(error)
  return found.success ? found.data.code : 'unknown'
}

/** Why an address could not be bound. */
export function toListenFailure(code: string, address: string, port: number): CallbackFailure {
  const place = `port ${port.toString()} of ${address}`
  switch (code) {
    case 'EADDRINUSE':
      return { because: 'portTaken', text: `Another program uses ${place}. Close it, or choose another port.` }
    case 'EACCES':
      return { because: 'portForbidden', text: `This user may not use ${place}. Choose a port above 1024.` }
    case 'EADDRNOTAVAIL':
      return {
        because: 'addressUnavailable',
        text: `This computer does not have the address ${address} now. Check its network, and that its address is fixed.`,
      }
    default:
      return { because: 'systemRefused', text: `The operating system refuses ${place} (${code}).` }
  }
}
