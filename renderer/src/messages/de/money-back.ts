import type { moneyBack as english } from '../en/money-back.ts'

/** Giving money back, and changing a tip, in German. */
export const moneyBack = {
  'moneyBack.act.refund': 'Erstatten\u00A0…',
  'moneyBack.act.saleReversal': 'Verkauf stornieren\u00A0…',
  'moneyBack.act.moToReversal': 'Zahlung stornieren\u00A0…',
  'moneyBack.act.refundReversal': 'Erstattung stornieren\u00A0…',
  'moneyBack.act.tip': 'Trinkgeld\u00A0…',
  'moneyBack.act.unlinked': 'Ohne Verkauf erstatten\u00A0…',

  'moneyBack.refund': 'Erstatten',
  'moneyBack.refund.of': 'Erstatten: {what}',
  'moneyBack.refund.act': '{amount} erstatten',
  'moneyBack.refund.instead': 'Lieber einen Teil erstatten\u00A0…',
  'moneyBack.all': 'Der ganze Rest',
  'moneyBack.refunded': 'Schon erstattet',
  'moneyBack.left': 'Noch zu erstatten',
  'moneyBack.tooMuch': 'Davon sind nur noch {amount} übrig. Geben Sie höchstens so viel ein.',
  'moneyBack.notPossible': 'Es steht inzwischen anders. Schließen Sie das, und sehen Sie nach, wie es steht.',

  'moneyBack.reversal': 'Ganzen Verkauf stornieren',
  'moneyBack.reversal.lead':
    'Der Kunde bekommt alles zurück und sieht auf dem Kontoauszug nichts davon. Eine Karte ist nicht nötig.',
  'moneyBack.reversal.batch':
    'Das geht, bis die Bank die Zahlungen des Tages abschließt. Ist es zu spät, geschieht nichts, und Paydesk sagt es: Erstatten Sie dann.',
  'moneyBack.reversal.signed': 'Der Kunde hat dafür unterschrieben, deshalb muss ein Manager es freigeben.',
  'moneyBack.reversal.act': 'Verkauf stornieren: {amount}',
  'moneyBack.reversal.hint':
    'Alles, und noch am selben Tag? Storniert steht der Verkauf nicht einmal auf dem Kontoauszug.',
  'moneyBack.reversal.instead': 'Lieber Verkauf stornieren\u00A0…',
  'moneyBack.reversal.refund': 'Ganze Erstattung stornieren',
  'moneyBack.reversal.refund.lead': 'Der Kunde bekommt diese Erstattung doch nicht. Der Verkauf zählt wieder.',
  'moneyBack.reversal.refund.act': 'Erstattung von {amount} stornieren',
  'moneyBack.terminalGone': '{terminal} ist nicht erreichbar. Die Bank kann es ohne das Terminal tun.',

  'moneyBack.unlinked': 'Ohne Verkauf erstatten',
  'moneyBack.unlinked.lead':
    'Nur, wenn der Verkauf nicht auf dieser Kasse ist. Der Kunde hält eine Karte vor, und das Geld geht darauf. Ein Manager gibt es frei und nennt den Grund.',

  'moneyBack.tip': 'Trinkgeld eingeben',
  'moneyBack.tip.on': 'Trinkgeld zu {what}',
  'moneyBack.tip.lead': 'Geben Sie das ganze Trinkgeld ein, wie es auf dem Beleg steht: Es ersetzt jedes frühere.',
  'moneyBack.tip.without': 'Ohne Trinkgeld',
  'moneyBack.tip.now': 'Bisheriges Trinkgeld',
  'moneyBack.tip.total': 'Neuer Gesamtbetrag',
  'moneyBack.tip.high': 'Das Trinkgeld ist höher als die Zahlung. Prüfen Sie es; ein Manager muss es freigeben.',
  'moneyBack.tip.act': 'Auf insgesamt {total} ändern',

  'moneyBack.twin.moved': '{amount} {ago} an {terminal} erstattet ({what}). Erneut erstatten?',
  'moneyBack.twin.moved.todo':
    'Derselbe Kunde: nicht erneut erstatten, diese Erstattung gilt. Anderer Kunde, gleicher Betrag: erneut erstatten.',
  'moneyBack.twin.doubt': '{amount} an {terminal} ist noch nicht bekannt ({what}, {ago} begonnen). Erneut erstatten?',
  'moneyBack.twin.doubt.todo':
    'Derselbe Kunde: nicht erneut erstatten, das Geld kann schon erstattet sein. Anderer Kunde, gleicher Betrag: erneut erstatten.',
  'moneyBack.twin.no': 'Nicht erstatten',
  'moneyBack.twin.yes': '{amount} erneut erstatten',

  'moneyBack.which': 'Welcher Verkauf?',
  'moneyBack.which.newest': 'Die neuesten belasteten Verkäufe. Tippen Sie, um einen anderen zu finden.',
  'moneyBack.which.none': 'Kein solcher Verkauf',
  'moneyBack.which.none.todo':
    'Geben Sie etwas anderes ein, oder sehen Sie im ganzen Verlauf nach. Was nicht auf dieser Kasse verkauft wurde, wird ohne Verkauf erstattet.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
