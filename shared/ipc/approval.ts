import { z } from 'zod/mini'
import { referenceSchema } from '../ids.ts'

/** What a manager has to approve, each as it was shown to the manager. */
const approvedActSchema = z.enum([
  'unlinkedRefund',
  /** The whole of a sale that was verified by signature: it is what becomes of a signature that does not match. */
  'signedReversal',
  /** Card numbers keyed in: which way the money goes is a part of what was approved. */
  'mailOrderCharge',
  'mailOrderRefund',
  'mailOrderReversal',
  /** A tip that is higher than what it is given on. */
  'highTip',
  /** What became of a payment, each verdict an act of its own. */
  'settlementCharged',
  'settlementNotCharged',
])

/** One act and no other: what was approved for one amount or one sale is refused for another. */
export const approvalSubjectSchema = z.strictObject({
  act: approvedActSchema,
  amountMinor: z.int().check(z.nonnegative()),
  /** The payment that is changed or settled; null where there is none. */
  reference: z.nullable(referenceSchema),
  /** The last fact of that payment that the manager was shown, where what is known of it is what the approval rests upon. */
  shown: z.optional(z.int().check(z.nonnegative())),
})
export type ApprovalSubject = z.infer<typeof approvalSubjectSchema>

/** A manager's approval of one act, good for once and a short while. The PIN stays where it was typed. */
export const grantSchema = z.uuid().brand<'Grant'>()
export type Grant = z.infer<typeof grantSchema>

/** Why it is done, in the manager's words. */
export const approvalReasonSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))

/** Whether a manager can approve anything on this till now. Never how many wrong PINs are left. */
export const approvalStateSchema = z.object({
  pin: z.enum(['set', 'notSet', 'practice']),
  /** The PIN of practice mode, which is no secret; null outside of it. */
  practicePin: z.nullable(z.string()),
  /** How long no PIN is looked at, in milliseconds; 0 where one is. */
  waitMs: z.int().check(z.nonnegative()),
})
export type ApprovalState = z.infer<typeof approvalStateSchema>

export const approvalContract = {
  'approval:read': { input: z.strictObject({}), output: approvalStateSchema },
  /** The one place where a PIN crosses the bridge, one way. */
  'approval:give': {
    input: z.strictObject({
      // Any text: that it is no PIN is answered as a wrong one.
      pin: z.string().check(z.maxLength(64)),
      reason: approvalReasonSchema,
      subject: approvalSubjectSchema,
    }),
    output: z.discriminatedUnion('result', [
      z.object({ result: z.literal('given'), grant: grantSchema }),
      z.object({ result: z.literal('wrong') }),
      z.object({ result: z.literal('locked'), waitMs: z.int().check(z.positive()) }),
      z.object({ result: z.literal('notSet') }),
    ]),
  },
} as const
export type ApprovalAnswer = z.infer<(typeof approvalContract)['approval:give']['output']>
export type ApprovalRequest = z.infer<(typeof approvalContract)['approval:give']['input']>
