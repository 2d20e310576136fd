import type { PrintWords } from '../print-words.ts'

/** Dutch words that Paydesk puts on paper. */
export const nl: PrintWords = {
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
