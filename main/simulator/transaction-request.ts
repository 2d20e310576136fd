import { z } from 'zod'
import { operationSchema } from './words.ts'

const metadataValue = z
  .string()
  .max(250)
  .regex(/^[a-zA-Z0-9\-()@:%_\\+.~#?&/={}"',]*$/)

const tipConfigurationSchema = z.strictObject({
  tipPercentages: z.array(z.number().int()).min(1),
  baseAmount: z.string().regex(/^\d+$/).optional(),
  headerName: z.string().optional(),
  enterAmountEnabled: z.boolean().optional(),
  skipEnabled: z.boolean().optional(),
  footer: z.string().optional(),
})

const credentialSchema = z.strictObject({
  acquirer: z.string().optional(),
  mid: z.string().optional(),
  tid: z.string().optional(),
  mcc: z.string().optional(),
  externalId: z.string().max(23).optional(),
})

/**
 * The body of POST /transactions (handpoint-api.md §2.2). What an operation requires and the range of the amount are
 * checked apart: the service answers them with other codes than a wrong shape.
 */
export const transactionRequestSchema = z.strictObject({
  operation: operationSchema,
  serial_number: z.string().min(1),
  terminal_type: z.string().min(1),
  amount: z.string().optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  customerReference: z.string().max(50).optional(),
  callbackUrl: z.url({ protocol: /^https?$/ }).optional(),
  token: z.string().min(1).optional(),
  transactionReference: z.string().optional(),
  originalTransactionId: z.string().min(1).optional(),
  receipt: z.string().min(1).optional(),
  tipConfiguration: tipConfigurationSchema.optional(),
  bypassOptions: z.strictObject({ signatureBypass: z.boolean(), pinBypass: z.boolean() }).optional(),
  merchantAuth: z.array(credentialSchema).optional(),
  duplicate_check: z.boolean().optional(),
  metadata: z
    .strictObject({
      metadata1: metadataValue,
      metadata2: metadataValue,
      metadata3: metadataValue,
      metadata4: metadataValue,
      metadata5: metadataValue,
    })
    .partial()
    .optional(),
  moneyRemittanceOptions: z
    .strictObject({
      fullName: z
        .string()
        .max(30)
        .regex(/^[\p{L} ]+$/u),
      countryCode: z.string().regex(/^[A-Z]{3}$/),
    })
    .optional(),
  tokenize: z.boolean().optional(),
  returnDeviceInfo: z.boolean().optional(),
  cardPresent: z.boolean().optional(),
  cardToken: z.string().optional(),
  channel: z.enum(['MO', 'TO']).optional(),
  billing: z.strictObject({ zipCode: z.string(), address: z.string().optional() }).optional(),
  taxInformation: z.strictObject({ taxAmount: z.string().regex(/^\d+$/), taxExempt: z.boolean() }).optional(),
  purchaseOrderNumber: z
    .string()
    .max(25)
    .regex(/^[a-zA-Z0-9]*$/)
    .optional(),
})
export type TransactionRequest = z.infer<typeof transactionRequestSchema>
