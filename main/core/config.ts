import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { languageSchema } from '../../shared/languages.ts'
import { currencySchema } from '../../shared/money.ts'
import { tipConfigurationSchema } from '../../shared/transaction/intent.ts'
import { isPinHash } from './approval/pin-hash.ts'
import { callbackSettingsSchema } from './callback/settings.ts'
import { mailSettingsSchema } from './mail/mail-settings.ts'
import { err, ok, type Result } from '../../shared/result.ts'

const localeSchema = z.string().refine(isLocale, 'not a language tag such as en, nl or de-AT')

/** The managed configuration of a till: docs/configuration.md describes every member. Unknown members are refused. */
export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  shopName: z.string().trim().min(1).max(60).default('Paydesk'),
  currency: z._default(currencySchema, 'EUR'),
  language: localeSchema.default('en'),
  /** What may be chosen at the till; absent: every language that Paydesk has words in. One alone leaves no choice. */
  languages: z.array(languageSchema).min(1).optional(),
  environment: z.enum(['production', 'development']).default('production'),
  /** Serial number of the terminal that is chosen until the cashier chooses another. */
  defaultTerminal: z.string().min(1).max(64).optional(),
  /** What people call the terminals, by serial number. */
  terminalNames: z.record(z.string().min(1).max(64), z.string().trim().min(1).max(40)).default({}),
  training: z.boolean().default(true),
  /** What people call this till: it goes along with every operation (handpoint-api.md §2.2). */
  tillName: z.string().trim().min(1).max(40).default('till'),
  /** How terminals ask for a tip; absent: they never do. */
  tip: z.optional(tipConfigurationSchema),
  /** Tips written on the receipt and entered later: United States restaurants only (handpoint-api.md §1.6). */
  tipAdjustment: z.boolean().default(false),
  /** From this amount, in minor units, an approval is read again at once: before the goods are handed over (handpoint-api.md §6.45). */
  rereadAboveMinor: z.int().positive().optional(),
  /** Card numbers keyed in on a terminal for orders by mail or telephone. */
  mailOrder: z.boolean().default(false),
  /** What a manager's PIN is known by; `npm run pin` makes it. Absent: nothing that needs a manager is done. */
  managerPin: z.string().refine(isPinHash, 'not a line of `npm run pin`').optional(),
  /** Where terminals deliver results; absent: they are only asked for (docs/callback-listener.md). */
  callback: callbackSettingsSchema.optional(),
  /** Hosts, besides Handpoint's own, that receipts and signatures may be fetched from. */
  receiptHosts: z.array(z.hostname()).max(10).default([]),
  /** Where receipts are mailed from; absent: none are (docs/printing.md). */
  mail: mailSettingsSchema.optional(),
})
export type Config = z.infer<typeof configSchema>

export interface ConfigFault {
  /** Where in the file, such as `currency` or `terminalNames.0821`; empty for the file as a whole. */
  path: string
  reason: string
}

export interface ConfigFailure {
  file: string
  faults: ConfigFault[]
}

/**
 * Reads and checks a configuration file. A file that was named must exist; the one in the data folder may be absent.
 * @returns the configuration, or every fault of the file with its place
 */
export async function readConfig(file: string, mayBeAbsent: boolean): Promise<Result<Config, ConfigFailure>> {
  const refuse = (faults: ConfigFault[]): Result<Config, ConfigFailure> => err({ file, faults })
  const text = await readText(file)
  if (!text.ok) {
    const isAbsent = text.error === 'ENOENT'
    if (isAbsent && mayBeAbsent) return ok(configSchema.parse({}))
    return refuse([
      { path: '', reason: isAbsent ? 'the file does not exist' : `the file cannot be read (${text.error})` },
    ])
  }
  const json = parseJson(text.value)
  if (!json.ok) return refuse([{ path: '', reason: `not JSON: ${json.error}` }])
  const parsed = configSchema.safeParse(json.value)
  if (parsed.success) return ok(parsed.data)
  return refuse(parsed.error.issues.flatMap(toFaults))
}

/** One line a fault, for a terminal or a dialog. */
export function describeConfigFailure(failure: ConfigFailure): string {
  const lines = failure.faults.map(({ path, reason }) => `  ${path === '' ? '(file)' : path}: ${reason}`)
  return [`The configuration file ${failure.file} cannot be used. Paydesk did not start.`, ...lines].join('\n')
}

/** The text of a file, or the operating system's code for why not. */
async function readText(file: string): Promise<Result<string, string>> {
  try {
    return ok(await readFile(file, 'utf8'))
  } catch (error) {
    const found = z.object({ code: z.string() }).safeParse(error)
    return err(found.success ? found.data.code : 'unknown')
  }
}

function parseJson(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch (error) {
    return err(error instanceof Error ? error.message : 'unreadable')
  }
}

function toFaults(issue: z.core.$ZodIssue): ConfigFault[] {
  const path = issue.path.map(String).join('.')
  if (issue.code === 'invalid_type') return [{ path, reason: `must be a ${issue.expected}` }]
  if (issue.code === 'too_small') return [{ path, reason: 'must not be empty' }]
  if (issue.code === 'too_big') return [{ path, reason: `must not be longer than ${issue.maximum.toString()}` }]
  if (issue.code === 'invalid_value') return [{ path, reason: `must be one of ${issue.values.join(', ')}` }]
  if (issue.code !== 'unrecognized_keys') return [{ path, reason: issue.message }]
  return issue.keys.map((key) => ({ path: [...issue.path.map(String), key].join('.'), reason: 'no such setting' }))
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
