import { toLanguage, type Language } from '../../../shared/languages.ts'

/** What Paydesk itself puts on paper beside a receipt, and the slip for a payment that is not known. */
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

const en: PrintWords = {
  copy: 'COPY',
  practice: 'PRACTICE',
  practiceNote: 'No money moved. This is no receipt.',
  customerReceipt: 'Receipt',
  merchantReceipt: 'Merchant receipt',
  customerSlip: 'Payment slip',
  slip: {
    title: 'OUTCOME NOT KNOWN YET',
    amount: 'Amount asked for',
    started: 'Started',
    printed: 'Printed',
    terminal: 'Terminal',
    reference: 'Reference',
    customerReference: 'Order',
    meaning: 'We do not know yet whether your card was charged. This slip is no proof of payment.',
    happens: 'The shop goes on asking the bank until the outcome is known.',
    todo: 'Nothing is to be paid again until the shop says what became of it. Look at your account, and come back or call with this slip.',
    keep: 'Please keep this slip.',
  },
}

const nl: PrintWords = {
  copy: 'KOPIE',
  practice: 'OEFENING',
  practiceNote: 'Er is geen geld bewogen. Dit is geen bon.',
  customerReceipt: 'Bon',
  merchantReceipt: 'Winkelbon',
  customerSlip: 'Betaalbriefje',
  slip: {
    title: 'UITKOMST NOG NIET BEKEND',
    amount: 'Gevraagd bedrag',
    started: 'Begonnen',
    printed: 'Afgedrukt',
    terminal: 'Terminal',
    reference: 'Kenmerk',
    customerReference: 'Bestelling',
    meaning: 'We weten nog niet of er van uw kaart is afgeschreven. Dit briefje is geen bewijs van betaling.',
    happens: 'De winkel blijft bij de bank navragen tot de uitkomst bekend is.',
    todo: 'Er hoeft niets opnieuw te worden betaald tot de winkel zegt wat ervan geworden is. Kijk op uw rekening, en kom terug of bel met dit briefje.',
    keep: 'Bewaar dit briefje alstublieft.',
  },
}

/** Every language of the screen has words on paper: one without them does not compile. */
const WORDS: Readonly<Record<Language, PrintWords>> = { en, nl }

/** The words for a locale, by its language; English where there are none. */
export function printWords(locale: string): PrintWords {
  return WORDS[toLanguage(locale)]
}
