import { toLanguage, type Language } from '../../../shared/languages.ts'
import { de } from './print-words/de.ts'
import { en } from './print-words/en.ts'
import { es } from './print-words/es.ts'
import { fr } from './print-words/fr.ts'
import { is } from './print-words/is.ts'
import { nl } from './print-words/nl.ts'

/** What Paydesk itself puts on paper beside a receipt, and the slip for a payment that is not known; a file for each language. */
export interface PrintWords {
  copy: string
  practice: string
  practiceNote: string
  /** Beginning of a letter's subject and a file's name. */
  customerReceipt: string
  merchantReceipt: string
  customerSlip: string
  slip: {
    title: string
    amount: string
    started: string
    printed: string
    terminal: string
    reference: string
    customerReference: string
    meaning: string
    happens: string
    todo: string
    keep: string
  }
}

/** Every language of the screen has words on paper: one without them does not compile. */
const WORDS: Readonly<Record<Language, PrintWords>> = { en, nl, de, fr, es, is }

/** The words for a locale, by its language; English where there are none. */
export function printWords(locale: string): PrintWords {
  return WORDS[toLanguage(locale)]
}
