import { z } from 'zod'
import { err, ok, type Result } from '../../shared/result.ts'
import type { StartFailure } from './core-port.ts'

const cloudUrlSchema = z
  .url()
  .refine(isSafeToSendKeyTo, 'must be https, or http to this machine (127.0.0.1), without a user name in it')

const environmentSchema = z.object({
  PAYDESK_CLOUD_URL: cloudUrlSchema,
  PAYDESK_STATUS_URL: cloudUrlSchema,
  PAYDESK_API_KEY: z.string().min(1),
})
const NAMES = environmentSchema.keyof().options

/** The cloud to talk to and the key for it. The key goes to the core and to nobody else. */
export interface Connection {
  cloudUrl: string
  statusUrl: string
  apiKey: string
}

/**
 * Takes the connection out of the environment, so that no child process inherits the key.
 * @returns null when none of its three variables is set; a failure when they are not all set and right
 */
export function takeConnection(environment: NodeJS.ProcessEnv): Result<Connection | null, StartFailure> {
  const given = Object.fromEntries(NAMES.map((name) => [name, environment[name]]))
  for (const name of NAMES) Reflect.deleteProperty(environment, name)
  if (NAMES.every((name) => given[name] === undefined)) return ok(null)
  const parsed = environmentSchema.safeParse(given)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    return err({ code: 'connection.invalid', message: faults.join('\n') })
  }
  const { PAYDESK_CLOUD_URL: cloudUrl, PAYDESK_STATUS_URL: statusUrl, PAYDESK_API_KEY: apiKey } = parsed.data
  return ok({ cloudUrl, statusUrl, apiKey })
}

function isSafeToSendKeyTo(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  const isPrivate = protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1')
  return isPrivate && username === '' && password === ''
}
