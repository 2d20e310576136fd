import { z } from 'zod'

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

/** The mail server's part of the managed configuration: docs/printing.md describes every member. */
export const mailSettingsSchema = z
  .strictObject({
    host: z.union([z.hostname(), z.ipv4(), z.ipv6()]),
    port: z.int().min(1).max(65_535).default(587),
    /** `tls` from the first byte, `starttls` before the login; `none` only to this very computer. */
    security: z.enum(['tls', 'starttls', 'none']).default('starttls'),
    user: z.string().min(1).max(200).optional(),
    from: z.email().max(254),
    replyTo: z.email().max(254).optional(),
  })
  .refine(({ security, host }) => security !== 'none' || LOOPBACK.has(host), {
    path: ['security'],
    message: 'must be tls or starttls: only a mail server on this computer may go without',
  })
export type MailSettings = z.infer<typeof mailSettingsSchema>

/** Takes the mail server's password out of the environment, so that no child process inherits it; null where there is none. */
export function takeMailPassword(environment: Record<string, string | undefined>): string | null {
  const password = environment['PAYDESK_SMTP_PASSWORD']
  Reflect.deleteProperty(environment, 'PAYDESK_SMTP_PASSWORD')
  return password === undefined || password === '' ? null : password
}
