/** Geld teruggeven, en een fooi veranderen. */
export const moneyBack = {
  'moneyBack.act.refund': 'Terugbetalen…',
  'moneyBack.act.saleReversal': 'Hele verkoop annuleren…',
  'moneyBack.act.moToReversal': 'Hele betaling annuleren…',
  'moneyBack.act.refundReversal': 'Deze terugbetaling terugdraaien…',
  'moneyBack.act.tip': 'Fooi invoeren…',
  'moneyBack.act.unlinked': 'Terugbetalen zonder verkoop…',

  'moneyBack.refund': 'Terugbetalen',
  'moneyBack.refund.of': 'Terugbetalen: {what}',
  'moneyBack.refund.act': '{amount} terugbetalen',
  'moneyBack.refund.instead': 'Liever een deel terugbetalen…',
  'moneyBack.all': 'Alles wat over is',
  'moneyBack.refunded': 'Al terugbetaald',
  'moneyBack.left': 'Kan nog terug',
  'moneyBack.tooMuch': 'Er is nog maar {amount} van over. Toets dat in of minder.',
  'moneyBack.notPossible': 'Het staat er inmiddels anders voor. Sluit dit en kijk hoe het ervoor staat.',

  'moneyBack.reversal': 'Hele verkoop annuleren',
  'moneyBack.reversal.lead':
    'De klant krijgt alles terug en ziet er niets van op het afschrift. Er is geen kaart nodig.',
  'moneyBack.reversal.batch':
    'Het kan tot de bank de betalingen van de dag afsluit. Is het te laat, dan gebeurt er niets en zegt Paydesk dat: betaal dan terug.',
  'moneyBack.reversal.signed': 'De klant heeft ervoor getekend, dus een manager moet het goedkeuren.',
  'moneyBack.reversal.act': 'Verkoop annuleren: {amount}',
  'moneyBack.reversal.hint': 'Alles, en nog dezelfde dag? Geannuleerd staat de verkoop niet eens op het afschrift.',
  'moneyBack.reversal.instead': 'Liever de verkoop annuleren…',
  'moneyBack.reversal.refund': 'Hele terugbetaling terugdraaien',
  'moneyBack.reversal.refund.lead': 'De klant krijgt deze terugbetaling toch niet. De verkoop telt weer.',
  'moneyBack.reversal.refund.act': 'De terugbetaling van {amount} terugdraaien',
  'moneyBack.terminalGone': '{terminal} is niet bereikbaar. De bank kan het zonder de terminal doen.',

  'moneyBack.unlinked': 'Terugbetalen zonder verkoop',
  'moneyBack.unlinked.lead':
    'Alleen als de verkoop niet op deze kassa staat. De klant houdt een kaart voor en daar gaat het geld heen. Een manager keurt het goed en zegt waarom.',

  'moneyBack.tip': 'Fooi invoeren',
  'moneyBack.tip.on': 'Fooi bij {what}',
  'moneyBack.tip.lead': 'Toets de hele fooi in zoals ze op de bon staat: ze komt in de plaats van elke eerdere.',
  'moneyBack.tip.without': 'Zonder fooi',
  'moneyBack.tip.now': 'Fooi tot nu toe',
  'moneyBack.tip.total': 'Nieuw totaal',
  'moneyBack.tip.high': 'Die fooi is hoger dan wat er betaald is. Controleer het; een manager moet het goedkeuren.',
  'moneyBack.tip.act': 'Veranderen in {total} in totaal',

  'moneyBack.twin.moved': '{amount} is {ago} terugbetaald op {terminal} ({what}). Nog een keer terugbetalen?',
  'moneyBack.twin.moved.todo':
    'Dezelfde klant: betaal niet opnieuw terug, die terugbetaling is goed. Een andere klant met hetzelfde bedrag: betaal nog een keer terug.',
  'moneyBack.twin.doubt':
    '{amount} op {terminal} is nog niet bekend ({what}, {ago} begonnen). Nog een keer terugbetalen?',
  'moneyBack.twin.doubt.todo':
    'Dezelfde klant: betaal niet opnieuw terug, het kan alsnog zijn terugbetaald. Een andere klant met hetzelfde bedrag: betaal nog een keer terug.',
  'moneyBack.twin.no': 'Niet terugbetalen',
  'moneyBack.twin.yes': '{amount} nog een keer terugbetalen',

  'moneyBack.which': 'Welke verkoop?',
  'moneyBack.which.newest': 'De nieuwste verkopen die zijn afgeschreven. Typ om een andere te vinden.',
  'moneyBack.which.none': 'Zo’n verkoop is er niet',
  'moneyBack.which.none.todo':
    'Toets iets anders in of kijk in de hele geschiedenis. Wat niet op deze kassa verkocht is, betaal je terug zonder verkoop.',
} as const
