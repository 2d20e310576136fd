import type { PrintWords } from '../print-words.ts'

/** German words that Paydesk puts on paper. */
export const de: PrintWords = {
  copy: 'KOPIE',
  practice: 'ÜBUNG',
  practiceNote: 'Es ist kein Geld geflossen. Das ist kein Beleg.',
  customerReceipt: 'Beleg',
  merchantReceipt: 'Händlerbeleg',
  customerSlip: 'Kundenzettel',
  slip: {
    title: 'ERGEBNIS NOCH NICHT BEKANNT',
    amount: 'Verlangter Betrag',
    started: 'Begonnen',
    printed: 'Gedruckt',
    terminal: 'Terminal',
    reference: 'Referenz',
    customerReference: 'Bestellung',
    meaning: 'Wir wissen noch nicht, ob Ihre Karte belastet wurde. Dieser Zettel ist kein Zahlungsnachweis.',
    happens: 'Das Geschäft fragt weiter bei der Bank nach, bis das Ergebnis bekannt ist.',
    todo: 'Es ist nichts noch einmal zu zahlen, bis das Geschäft sagt, was daraus geworden ist. Sehen Sie auf Ihrem Konto nach, und kommen Sie mit diesem Zettel wieder, oder rufen Sie an.',
    keep: 'Bitte bewahren Sie diesen Zettel auf.',
  },
}
