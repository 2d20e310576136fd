import type { Operation, TransactionType } from './words.ts'

type RequestField = 'amount' | 'currency' | 'originalTransactionId' | 'receipt'

/** What one operation needs and does (handpoint-api.md §5). */
export type Profile = {
  type: TransactionType
  presents: 'card' | 'keys' | 'nothing'
  /** Whether the gateway hears of it at all. */
  gateway: boolean
  /** `own`: the request's reference is honoured; `original`: filed under the original's; `generated`: replaced (§6.17). */
  reference: 'own' | 'original' | 'generated'
  required: readonly RequestField[]
  duplicateCheck: boolean
}

const amounts = ['amount', 'currency'] as const
const linked = ['amount', 'currency', 'originalTransactionId'] as const

const atTerminal = { gateway: true, duplicateCheck: false } as const
const noMoney = { gateway: false, duplicateCheck: false, required: [], reference: 'generated' } as const

const profiles: Record<Operation, Profile> = {
  sale: { ...atTerminal, type: 'SALE', presents: 'card', reference: 'own', required: amounts, duplicateCheck: true },
  refund: {
    ...atTerminal,
    type: 'REFUND',
    presents: 'card',
    reference: 'own',
    required: amounts,
    duplicateCheck: true,
  },
  saleReversal: { ...atTerminal, type: 'VOID_SALE', presents: 'nothing', reference: 'original', required: linked },
  refundReversal: { ...atTerminal, type: 'VOID_REFUND', presents: 'nothing', reference: 'original', required: linked },
  saleAndTokenizeCard: {
    ...atTerminal,
    type: 'SALE_AND_TOKENIZE_CARD',
    presents: 'card',
    reference: 'own',
    required: amounts,
    duplicateCheck: true,
  },
  tokenizeCard: { ...noMoney, type: 'TOKENIZE_CARD', presents: 'card' },
  cardPan: { ...noMoney, type: 'CARD_PAN', presents: 'card' },
  printReceipt: { ...noMoney, type: 'PRINT_RECEIPT', presents: 'nothing', required: ['receipt'] },
  pingDevice: { ...noMoney, type: 'UNDEFINED', presents: 'nothing' },
  stopCurrentTransaction: { ...noMoney, type: 'CANCEL_TRX', presents: 'nothing' },
  moToSale: { ...atTerminal, type: 'MOTO_SALE', presents: 'keys', reference: 'generated', required: amounts },
  moToRefund: { ...atTerminal, type: 'MOTO_REFUND', presents: 'keys', reference: 'generated', required: amounts },
  moToReversal: {
    ...atTerminal,
    type: 'MOTO_REVERSAL',
    presents: 'nothing',
    reference: 'original',
    required: ['originalTransactionId'],
  },
  moToPreAuthorization: {
    ...atTerminal,
    type: 'PRE_AUTHORIZATION',
    presents: 'keys',
    reference: 'own',
    required: amounts,
  },
  preAuthorization: { ...atTerminal, type: 'PRE_AUTHORIZATION', presents: 'card', reference: 'own', required: amounts },
  preAuthorizationIncrease: {
    ...atTerminal,
    type: 'PRE_AUTHORIZATION_INCREASE',
    presents: 'nothing',
    reference: 'original',
    required: linked,
  },
  preAuthorizationCapture: {
    ...atTerminal,
    type: 'PRE_AUTHORIZATION_CAPTURE',
    presents: 'nothing',
    reference: 'original',
    required: linked,
  },
  preAuthorizationReversal: {
    ...atTerminal,
    type: 'REVERSAL',
    presents: 'nothing',
    reference: 'original',
    required: ['originalTransactionId'],
  },
}

/** The profile of an operation; a refund that names an original is a linked one (§5.4). */
export function profileOf(operation: Operation, isLinked: boolean): Profile {
  const profile = profiles[operation]
  const canBeLinked = operation === 'refund' || operation === 'moToRefund'
  return canBeLinked && isLinked ? { ...profile, reference: 'original' } : profile
}

/** Operations whose 202 names no reference although nothing is linked (§1.3). */
export function answersWithReference(operation: Operation, profile: Profile): boolean {
  const silent: readonly Operation[] = ['printReceipt', 'pingDevice', 'stopCurrentTransaction']
  return profile.reference !== 'original' && !silent.includes(operation)
}
