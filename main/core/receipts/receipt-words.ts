import { toLanguage, type Language } from '../../../shared/languages.ts'
import type { MoneyMove, Operation } from '../../../shared/transaction/operations.ts'
import type { FinalStatus } from '../../../shared/transaction/terminal-result.ts'
import { de } from './receipt-words/de.ts'
import { en } from './receipt-words/en.ts'
import { es } from './receipt-words/es.ts'
import { fr } from './receipt-words/fr.ts'
import { is } from './receipt-words/is.ts'
import { nl } from './receipt-words/nl.ts'

/** Every field that a built receipt may have, in the order in which they are printed within their parts. */
export type ReceiptField =
  | 'operation'
  | 'status'
  | 'total'
  | 'notMovedTotal'
  | 'tip'
  | 'surcharge'
  | 'due'
  | 'scheme'
  | 'number'
  | 'application'
  | 'tender'
  | 'entry'
  | 'verification'
  | 'authorisationCode'
  | 'responseCode'
  | 'message'
  | 'time'
  | 'startedAt'
  | 'gatewayTime'
  | 'terminal'
  | 'merchantId'
  | 'terminalId'
  | 'transaction'
  | 'rrn'
  | 'batch'
  | 'receiptNumber'
  | 'reference'
  | 'customerReference'
  | 'aid'
  | 'tvr'
  | 'tsi'
  | 'iad'
  | 'arc'

export type ReceiptNote =
  | 'customerCopy'
  | 'merchantCopy'
  | 'notMoved'
  | 'notKnown'
  | 'notConfirmed'
  | 'builtByTill'
  | 'keep'

/** The words of one language, in a file of its own in `receipt-words/`. */
export interface ReceiptWords {
  fields: Record<Exclude<ReceiptField, 'notMovedTotal'>, string>
  notes: Record<Exclude<ReceiptNote, 'notMoved'>, string>
  /** What is said where nothing came of an operation: beside the amount that its result holds, and as a sentence. */
  notMoved: Record<MoneyMove, { total: string; note: string }>
  operations: Record<Operation, string>
  statuses: Record<FinalStatus, string>
  /** Of Handpoint's codes, those that have a word; others are printed as they are. */
  codes: Readonly<Record<string, string>>
}

/** Every language of the screen has words on paper: one without them does not compile. */
const WORDS: Readonly<Record<Language, ReceiptWords>> = { en, nl, de, fr, es, is }

/** The words of a locale: those of its language, else English. */
export function receiptWords(locale: string): ReceiptWords {
  return WORDS[toLanguage(locale)]
}
