import { z } from 'zod/mini'

const level = z.int().check(z.minimum(0), z.maximum(100))

/** The commands to a terminal as a device, with their ranges (handpoint-api.md §1.7). None of them moves money. */
export const deviceCommandSchema = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('set-unattended-mode'), settings: z.strictObject({ status: z.boolean() }) }),
  z.strictObject({
    name: z.literal('set-locale'),
    /** Language and country with an underscore, such as `en_CA`. */
    settings: z.strictObject({ locale: z.string().check(z.regex(/^[a-z]{2,3}_[A-Z]{2}$/)) }),
  }),
  z.strictObject({ name: z.literal('set-password-protected'), settings: z.strictObject({ status: z.boolean() }) }),
  /** `force` interrupts a transaction that is running. */
  z.strictObject({ name: z.literal('reboot'), settings: z.strictObject({ force: z.boolean() }) }),
  z.strictObject({
    name: z.literal('set-screen-brightness'),
    settings: z.strictObject({ minimumBrightnessLevel: level, maximumBrightnessLevel: level }),
  }),
  /** At a random minute of this hour. */
  z.strictObject({
    name: z.literal('set-reboot-time'),
    settings: z.strictObject({ hour: z.int().check(z.minimum(0), z.maximum(23)) }),
  }),
  /** What is left out stays as it is: with nothing in it, it would say that something was done. */
  z.strictObject({
    name: z.literal('set-security-policy'),
    settings: z
      .strictObject({
        hideTabBar: z.optional(z.boolean()),
        blockSystemUI: z.optional(z.boolean()),
        brightness: z.optional(z.boolean()),
        passwordToExit: z.optional(z.boolean()),
      })
      .check(z.refine((settings) => Object.values(settings).some((value) => value !== undefined))),
  }),
])
export type DeviceCommand = z.infer<typeof deviceCommandSchema>
