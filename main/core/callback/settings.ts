import { BlockList, isIP } from 'node:net'
import { z } from 'zod'

const nobody = new BlockList()
nobody.addSubnet('0.0.0.0', 8, 'ipv4')
nobody.addAddress('255.255.255.255', 'ipv4')
nobody.addSubnet('224.0.0.0', 4, 'ipv4')
nobody.addAddress('::', 'ipv6')
nobody.addSubnet('ff00::', 8, 'ipv6')

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

const addressSchema = z
  .string()
  .refine(
    (text) => isIP(text) !== 0 && !text.includes('%'),
    'must be an IP address, such as 127.0.0.1 or the one of this computer',
  )
  .refine((text) => !isIn(nobody, text), 'must be one chosen address, never every address')

const fileSchema = z.string().min(1).max(1000)

const tlsSchema = z.union([
  z.strictObject({ pem: z.strictObject({ certFile: fileSchema, keyFile: fileSchema }) }),
  z.strictObject({ pfx: z.strictObject({ file: fileSchema, passphraseFile: fileSchema.optional() }) }),
])

const publicUrlSchema = z
  .string()
  .max(300)
  .refine(
    (text) => isPrefix(text),
    'must be an address without user, query and fragment, such as https://till.shop.example',
  )

/** The listener's part of the managed configuration: docs/callback-listener.md describes every member (safety L1). */
export const callbackSettingsSchema = z
  .strictObject({
    listen: z.strictObject({ address: addressSchema, port: z.int().min(1).max(65_535) }),
    /** What terminals are told, before `/cb/…`: the relay's address or the till's own name. */
    publicUrl: publicUrlSchema,
    /** The certificate of the till itself; null behind a relay on this computer that has one. */
    tls: tlsSchema.nullable().default(null),
    /** Handpoint documents https only (handpoint-api.md §6.27). */
    allowPlainHttp: z.boolean().default(false),
  })
  .superRefine(({ listen, publicUrl, tls, allowPlainHttp }, context) => {
    if (allowPlainHttp) return
    const refuse = (path: string[], message: string): void => context.addIssue({ code: 'custom', path, message })
    if (isPrefix(publicUrl) && !publicUrl.startsWith('https:')) refuse(['publicUrl'], 'must begin with https:')
    if (tls === null && !isLoopback(listen.address)) {
      refuse(['tls'], 'is needed on an address of the network: only a relay on this computer may do without')
    }
  })
export type CallbackSettings = z.infer<typeof callbackSettingsSchema>
export type CallbackTls = NonNullable<CallbackSettings['tls']>

/** Whether only this computer reaches the address. */
export function isLoopback(address: string): boolean {
  return isIn(loopback, address)
}

function isIn(list: BlockList, address: string): boolean {
  const family = isIP(address)
  return family !== 0 && list.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

function isPrefix(text: string): boolean {
  if (!URL.canParse(text) || !/^https?:\/\/[^/]/.test(text) || /[?#]/.test(text)) return false
  const { username, password } = new URL(text)
  return username === '' && password === ''
}
