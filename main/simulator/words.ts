import { z } from 'zod'

/** handpoint-api.md §3.1, without `update`, which version 2.20 dropped. */
export const operationSchema = z.enum([
  'sale',
  'refund',
  'saleReversal',
  'refundReversal',
  'saleAndTokenizeCard',
  'tokenizeCard',
  'cardPan',
  'printReceipt',
  'pingDevice',
  'stopCurrentTransaction',
  'moToSale',
  'moToRefund',
  'moToReversal',
  'moToPreAuthorization',
  'preAuthorization',
  'preAuthorizationIncrease',
  'preAuthorizationCapture',
  'preAuthorizationReversal',
])
export type Operation = z.infer<typeof operationSchema>

/** handpoint-api.md §3.2. */
export const finStatusSchema = z.enum([
  'AUTHORISED',
  'DECLINED',
  'CANCELLED',
  'FAILED',
  'PARTIAL_APPROVAL',
  'PROCESSED',
  'CAPTURED',
  'REFUNDED',
  'IN_PROGRESS',
  'UNDEFINED',
])
export type FinStatus = z.infer<typeof finStatusSchema>

/** The part of handpoint-api.md §3.4 that this simulator produces. */
export const transactionTypeSchema = z.enum([
  'UNDEFINED',
  'SALE',
  'VOID_SALE',
  'REFUND',
  'VOID_REFUND',
  'TOKENIZE_CARD',
  'CARD_PAN',
  'CANCEL_TRX',
  'MOTO_SALE',
  'MOTO_REFUND',
  'MOTO_REVERSAL',
  'REVERSAL',
  'PRE_AUTHORIZATION',
  'PRE_AUTHORIZATION_INCREASE',
  'PRE_AUTHORIZATION_CAPTURE',
  'SALE_AND_TOKENIZE_CARD',
  'PRINT_RECEIPT',
])
export type TransactionType = z.infer<typeof transactionTypeSchema>

export const paymentScenarioSchema = z.enum(['UNKNOWN', 'MAGSTRIPE', 'CHIP', 'CHIPCONTACTLESS', 'MOTO'])
export type PaymentScenario = z.infer<typeof paymentScenarioSchema>

export const verificationSchema = z.enum([
  'UNDEFINED',
  'SIGNATURE',
  'PIN',
  'PIN_SIGNATURE',
  'FAILED',
  'NOT_REQUIRED',
  'MOBILE_PASS_CODE',
  'PIN_BYPASS',
])
export type Verification = z.infer<typeof verificationSchema>
