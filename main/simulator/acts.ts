import { z } from 'zod'
import { cardChoiceSchema } from './cards.ts'

const shown = { card: cardChoiceSchema.optional(), tipMinor: z.number().int().min(0).optional() }

/** What a person standing at the terminal can do. */
export const actSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('tap'), ...shown }),
  z.strictObject({ act: z.literal('insert'), ...shown }),
  z.strictObject({ act: z.literal('swipe'), ...shown }),
  /** Keys a card number in, for MOTO. */
  z.strictObject({ act: z.literal('key'), ...shown }),
  z.strictObject({ act: z.literal('pin') }),
  z.strictObject({ act: z.literal('wrongPin') }),
  z.strictObject({ act: z.literal('bypassPin') }),
  /** Takes the card out after the bank agreed: the terminal reverses and the final result is DECLINED (§4.5). */
  z.strictObject({ act: z.literal('pullCard'), ...shown }),
  z.strictObject({ act: z.literal('sign') }),
  z.strictObject({ act: z.literal('refuseSignature') }),
  /** Shows a card that the issuer refuses. */
  z.strictObject({
    act: z.literal('decline'),
    ...shown,
    issuerResponseCode: z
      .string()
      .regex(/^\d{2}$/)
      .optional(),
  }),
  /** Shows a card and the processing fails without a charge. */
  z.strictObject({ act: z.literal('fail'), ...shown }),
  /** Shows a good card; the bank agrees, and the terminal reports something else first (§3.2, §6.16). */
  z.strictObject({ act: z.literal('loseApproval'), ...shown, reportAs: z.enum(['UNDEFINED', 'FAILED']) }),
  z.strictObject({ act: z.literal('cancel') }),
  z.strictObject({ act: z.literal('acceptPartial') }),
  z.strictObject({ act: z.literal('refusePartial') }),
  z.strictObject({ act: z.literal('acceptDuplicate') }),
  z.strictObject({ act: z.literal('refuseDuplicate') }),
])
export type Act = z.infer<typeof actSchema>

/** Whether the act was possible where the terminal stood. */
export type ActOutcome = { ok: true } | { ok: false; reason: string }
