import { z } from 'zod'
import { err, ok, type Result } from '../../../shared/result.ts'

/** The two addresses of one cloud. */
export interface Hosts {
  cloudUrl: string
  statusUrl: string
}

/** A cloud and the key for it, as they were named from outside. Without hosts the configured environment's are meant. */
export interface Connection {
  hosts: Hosts | null
  apiKey: string | null
}

/** Host and key belong to one environment and change together (handpoint-api.md §1.1). */
const HOSTS: Record<'production' | 'development', Hosts> = {
  production: { cloudUrl: 'https://cloud.handpoint.com', statusUrl: 'https://transactions.handpoint.com' },
  development: { cloudUrl: 'https://cloud.handpoint.io', statusUrl: 'https://transactions.handpoint.io' },
}

export function hostsOf(environment: 'production' | 'development'): Hosts {
  return HOSTS[environment]
}

const hostUrlSchema = z
  .url()
  .refine(isSafeForKey, 'must be https, or http to this machine, without a user name in it')
  .transform((url) => url.replace(/\/+$/, ''))

const environmentSchema = z.object({
  PAYDESK_CLOUD_URL: hostUrlSchema.optional(),
  PAYDESK_STATUS_URL: hostUrlSchema.optional(),
  PAYDESK_API_KEY: z.string().trim().min(1).optional(),
})

/**
 * Takes the connection out of the environment, so that no child process inherits the key.
 * @returns null when none of its variables is set; the faults, one a line, when they do not go together
 */
export function takeConnection(environment: Record<string, string | undefined>): Result<Connection | null, string> {
  const names = environmentSchema.keyof().options
  const given = Object.fromEntries(
    names.map((name) => [name, environment[name] === '' ? undefined : environment[name]]),
  )
  for (const name of names) Reflect.deleteProperty(environment, name)
  if (names.every((name) => given[name] === undefined)) return ok(null)

  const parsed = environmentSchema.safeParse(given)
  if (!parsed.success) {
    // The value is left out on purpose: it could be the key in the wrong variable.
    return err(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  }
  const { PAYDESK_CLOUD_URL: cloudUrl, PAYDESK_STATUS_URL: statusUrl, PAYDESK_API_KEY: apiKey = null } = parsed.data
  if (cloudUrl === undefined && statusUrl === undefined) return ok({ hosts: null, apiKey })
  if (cloudUrl === undefined || statusUrl === undefined) {
    return err('PAYDESK_CLOUD_URL and PAYDESK_STATUS_URL go together: one of them is missing')
  }
  if (new URL(statusUrl).hostname.startsWith('cloud.handpoint.')) {
    // It answers 404 to every status question, which would read as "no such transaction" (handpoint-api.md §1.1).
    return err('PAYDESK_STATUS_URL: names the cloud host; the status host is transactions.handpoint.com or .io')
  }
  return ok({ hosts: { cloudUrl, statusUrl }, apiKey })
}

function isSafeForKey(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  const isThisMachine = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
  return (protocol === 'https:' || (protocol === 'http:' && isThisMachine)) && username === '' && password === ''
}
