import { z } from 'zod/mini'

/**
 * The operations that Paydesk performs, by Handpoint's own names (handpoint-api.md §3.1), and two that are no operation of
 * `POST /transactions`: the tip adjustment and a command to a device. `cardPan` is left out on purpose.
 */
export const operationSchema = z.enum([
  'sale',
  'saleAndTokenizeCard',
  'refund',
  'saleReversal',
  'refundReversal',
  'tokenizeCard',
  'preAuthorization',
  'preAuthorizationIncrease',
  'preAuthorizationCapture',
  'preAuthorizationReversal',
  'moToSale',
  'moToRefund',
  'moToReversal',
  'tipAdjustment',
  'printReceipt',
  'pingDevice',
  'stopCurrentTransaction',
  'deviceCommand',
])
export type Operation = z.infer<typeof operationSchema>

/** What an operation does with money when it succeeds. `adjust`: it changes an earlier one and moves no amount of its own. */
export type MoneyMove = 'charge' | 'refund' | 'undo' | 'hold' | 'adjust' | 'none'

interface OperationRules {
  moves: MoneyMove
  /** Whether it changes an earlier operation, named by that one's `efttransactionID`. */
  link: 'never' | 'optional' | 'always'
  /** Where the gateway files it: under its own reference, under its original's, or nowhere that could be asked (handpoint-api.md §6.17). */
  filed: 'own' | 'original' | 'nowhere'
  /** What ends it: a result, the synchronous answer, or that the terminal took it (handpoint-api.md §1.7, §6.37). */
  endsBy: 'result' | 'acceptance'
  /** Whether the terminal can do nothing else meanwhile (safety R3). */
  holdsTerminal: boolean
  /** The types that its result may have (handpoint-api.md §3.4); empty: not looked at. */
  resultTypes: readonly string[]
}

const cardAtTerminal = { link: 'never', filed: 'own', endsBy: 'result', holdsTerminal: true } as const
const linked = { link: 'always', filed: 'original', endsBy: 'result', holdsTerminal: true } as const
const noMoney = {
  moves: 'none',
  link: 'never',
  filed: 'nowhere',
  endsBy: 'acceptance',
  holdsTerminal: false,
  resultTypes: [],
} as const

const RULES: Record<Operation, OperationRules> = {
  sale: { ...cardAtTerminal, moves: 'charge', resultTypes: ['SALE', 'SALE_AND_TOKENIZE_CARD'] },
  saleAndTokenizeCard: { ...cardAtTerminal, moves: 'charge', resultTypes: ['SALE', 'SALE_AND_TOKENIZE_CARD'] },
  refund: { ...cardAtTerminal, moves: 'refund', link: 'optional', resultTypes: ['REFUND'] },
  saleReversal: {
    ...linked,
    moves: 'undo',
    resultTypes: ['VOID_SALE', 'REVERSAL', 'CANCEL_SALE', 'CANCEL_TRX', 'MOTO_REVERSAL'],
  },
  refundReversal: { ...linked, moves: 'undo', resultTypes: ['VOID_REFUND', 'REVERSAL', 'CANCEL_REFUND', 'CANCEL_TRX'] },
  tokenizeCard: { ...cardAtTerminal, moves: 'none', filed: 'nowhere', resultTypes: ['TOKENIZE_CARD'] },
  preAuthorization: { ...cardAtTerminal, moves: 'hold', resultTypes: ['PRE_AUTHORIZATION'] },
  preAuthorizationIncrease: {
    ...linked,
    moves: 'hold',
    resultTypes: ['PRE_AUTHORIZATION_INCREASE', 'PRE_AUTHORIZATION'],
  },
  preAuthorizationCapture: { ...linked, moves: 'charge', resultTypes: ['PRE_AUTHORIZATION_CAPTURE', 'SALE'] },
  preAuthorizationReversal: { ...linked, moves: 'undo', resultTypes: ['REVERSAL', 'VOID_SALE', 'CANCEL_TRX'] },
  // Its reference is replaced by Handpoint's own (handpoint-api.md §4.5): nobody can be asked about it but by its result id.
  moToSale: { ...cardAtTerminal, moves: 'charge', filed: 'nowhere', resultTypes: ['MOTO_SALE', 'SALE'] },
  moToRefund: {
    ...cardAtTerminal,
    moves: 'refund',
    link: 'optional',
    filed: 'nowhere',
    resultTypes: ['MOTO_REFUND', 'REFUND'],
  },
  moToReversal: { ...linked, moves: 'undo', resultTypes: ['MOTO_REVERSAL', 'REVERSAL', 'VOID_SALE'] },
  tipAdjustment: { ...linked, moves: 'adjust', holdsTerminal: false, resultTypes: [] },
  printReceipt: { ...noMoney, endsBy: 'result', resultTypes: ['PRINT_RECEIPT'] },
  pingDevice: noMoney,
  // Until it is answered nothing else may be sent: it would end the next customer's sale (handpoint-api.md §5.11).
  stopCurrentTransaction: { ...noMoney, holdsTerminal: true },
  deviceCommand: noMoney,
}

export function rulesOf(operation: Operation): OperationRules {
  return RULES[operation]
}

/** Whether the operation can move or hold money at all. What cannot has nothing to lose by giving up on an answer. */
export function movesMoney(operation: Operation): boolean {
  return RULES[operation].moves !== 'none'
}
