import { z } from 'zod'
import { empty, json, refusal, terminalRefusal } from './answers.ts'
import type { Answer } from './answers.ts'
import { isVirtual } from './device.ts'
import type { DeviceSettings } from './device.ts'
import { readBody } from './json-body.ts'
import type { Route, RouteContext } from './route.ts'
import type { Terminal } from './terminal-types.ts'
import { terminalOf } from './world.ts'

/** `run` returns null when a value is outside its range, which is a 400 and not a 422 (handpoint-api.md §1.7). */
type Command<T> = {
  name: string
  schema: z.ZodType<T>
  run: (terminal: Terminal, body: T) => Partial<DeviceSettings> | null
  answer?: Answer
}

const isWithin = (value: number, highest: number) => value >= 0 && value <= highest
const status = z.strictObject({ status: z.boolean() })

function toRoute<T>({ name, schema, run, answer }: Command<T>): Route {
  const handle = ({ world, params, body, ownsTerminals }: RouteContext): Answer => {
    const read = readBody(body, schema)
    if (!read.ok) return read.answer
    const named = terminalOf(world, params['serialNumber'] ?? '', params['deviceType'] ?? '')
    const { errorShape } = world.behaviour()
    if (named === undefined || !ownsTerminals) return terminalRefusal(errorShape, 1004)
    if (!named.isReachable() || isVirtual(named.device)) return terminalRefusal(errorShape, 1002)
    const isObeyed = named.snapshot().settings.integratedMode
    const change = isObeyed ? run(named, read.value) : {}
    if (change === null) return refusal(400, 'Value is outside the valid range')
    named.configure(change)
    return answer ?? empty(202)
  }
  return { host: 'cloud', method: 'POST', path: `/devices/:deviceType/:serialNumber/${name}`, handle }
}

export const commandRoutes: readonly Route[] = [
  toRoute({ name: 'set-unattended-mode', schema: status, run: (_, body) => ({ unattended: body.status }) }),
  toRoute({ name: 'set-password-protected', schema: status, run: (_, body) => ({ passwordProtected: body.status }) }),
  toRoute({
    name: 'set-locale',
    schema: z.strictObject({ locale: z.string().regex(/^[a-z]{2}_[A-Z]{2}$/) }),
    run: (_, { locale }) => ({ locale }),
  }),
  toRoute({
    name: 'reboot',
    schema: z.strictObject({ force: z.boolean() }),
    run: (terminal, { force }) => {
      terminal.reboot(force)
      return {}
    },
  }),
  toRoute({
    name: 'set-screen-brightness',
    schema: z.strictObject({ minimumBrightnessLevel: z.number().int(), maximumBrightnessLevel: z.number().int() }),
    run: (_, { minimumBrightnessLevel: minimumBrightness, maximumBrightnessLevel: maximumBrightness }) =>
      isWithin(minimumBrightness, 100) && isWithin(maximumBrightness, 100)
        ? { minimumBrightness, maximumBrightness }
        : null,
  }),
  toRoute({
    name: 'set-reboot-time',
    schema: z.strictObject({ hour: z.number().int() }),
    run: (_, { hour }) => (isWithin(hour, 23) ? { rebootHour: hour } : null),
  }),
  toRoute({
    name: 'set-security-policy',
    schema: z
      .strictObject({
        hideTabBar: z.boolean(),
        blockSystemUI: z.boolean(),
        brightness: z.boolean(),
        passwordToExit: z.boolean(),
      })
      .partial(),
    run: (terminal, policy) => {
      const given = Object.entries(policy).filter((entry): entry is [string, boolean] => entry[1] !== undefined)
      return { securityPolicy: { ...terminal.snapshot().settings.securityPolicy, ...Object.fromEntries(given) } }
    },
    answer: json(202, { status: 'Accepted' }),
  }),
]
