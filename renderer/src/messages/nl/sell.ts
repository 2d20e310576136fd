import type { sell as english } from '../en/sell.ts'

/** The page Sell and the choice of a terminal, in Dutch. */
export const sell = {
  'sell.title': 'Verkoop',
  'sell.toPay': 'Te betalen',
  'sell.clear': 'Wissen',
  'sell.keypad': 'Toetsenblok',
  'sell.backspace': 'Laatste cijfer weghalen',
  'sell.charge': 'Afrekenen',
  'sell.chargeAmount': '{amount} afrekenen',
  'sell.charging': 'Begint…',
  'sell.terminal': 'Terminal',
  'sell.changeTerminal': 'Terminal {name}, {state}. Andere terminal kiezen',
  'sell.noTerminal': 'Kies een terminal',
  'sell.tip': 'Terminal vraagt om fooi',
  'switch.on': 'Ja',
  'switch.off': 'Nee',
  'sell.reference': 'Klantreferentie',
  'sell.reference.add': 'Toevoegen',
  'sell.reference.addName': 'Klantreferentie toevoegen',
  'sell.reference.hint': 'Bijvoorbeeld een ordernummer. Staat in de lijst en op de bon.',
  'sell.reference.remove': 'Klantreferentie weghalen',
  'sell.scanned': 'Er is niets afgeschreven. Dat typte een scanner; het bedrag is zoals het was.',
  'sell.doubt.title': 'We weten het nog niet.',
  'sell.doubt.meaning':
    '{amount} op {terminal}: Paydesk gaf geen antwoord, dus de verkoop kan begonnen zijn. Reken niet opnieuw af.',
  'sell.doubt.todo':
    'Opnieuw kijken toont deze zelfde verkoop. Er wordt nooit dubbel afgeschreven: was hij niet begonnen, dan begint hij nu, één keer.',
  'sell.doubt.again': 'Opnieuw kijken',
  'sell.doubt.looking': 'Kijkt…',
  'sell.doubt.list': 'Kijk in de lijst',
  'sell.twin.moved': '{amount} is {ago} afgeschreven op {terminal} ({what}). Nog een keer afrekenen?',
  'sell.twin.moved.todo':
    'Is dit dezelfde klant, reken dan niet opnieuw af: die betaling is goed. Is dit een andere klant met hetzelfde bedrag, ga dan door.',
  'sell.twin.doubt': '{amount} op {terminal} is nog niet bekend ({what}, {ago} begonnen). Nog een keer afrekenen?',
  'sell.twin.doubt.todo':
    'Is dit dezelfde klant, reken dan niet opnieuw af: die betaling kan alsnog zijn afgeschreven. Is dit een andere klant met hetzelfde bedrag, ga dan door.',
  'sell.twin.no': 'Niet afrekenen',
  'sell.twin.yes': 'Andere klant: {amount} afrekenen',
  'sell.twin.open': 'Eerst {what} bekijken',
  'sell.held.title': '{terminal} wacht op een open betaling',
  'sell.held.todo': 'Zodra die betaling bekend is, kan de volgende. Een andere terminal kan ondertussen wel.',
  'sell.held.open': 'Die betaling openen',
  'sell.held.other': 'Andere terminal',
  'blocked.title': 'Er kan nu niets worden afgerekend',
  'blocked.journal.unavailable':
    'Paydesk kan op deze computer geen betalingen bewaren en verkoopt daarom niet. Maak schijfruimte vrij en start Paydesk opnieuw, of roep de manager.',
  'blocked.journal.restoring':
    'De betalingen op deze computer waren beschadigd en zijn hersteld. Paydesk vraagt de bank alles na sinds de laatste reservekopie; daarna gaat verkopen vanzelf verder. Kijk ondertussen bij Onopgelost.',
  'blocked.disk.low':
    'De schijf van deze computer is bijna vol. Wat loopt wordt nog vastgelegd, maar er begint niets nieuws. Maak schijfruimte vrij of roep de manager; met genoeg ruimte gaat verkopen vanzelf verder.',
  'blocked.key.missing': 'Deze kassa heeft nog geen Handpoint-sleutel. Vraag de manager die in te voeren.',
  'blocked.key.refused': 'Handpoint aanvaardt de sleutel van deze kassa niet. Vraag de manager die na te kijken.',

  'terminal.pick': 'Kies de terminal',
  'terminal.condition.idle': 'Klaar, {ago} gehoord',
  'terminal.condition.offline': 'Offline, {ago}',
  'terminal.condition.unknown': 'Nog niets van gehoord',
  'terminal.busy': 'Bezig: {what} sinds {time}',
  'terminal.busyAmount': 'Bezig: {what} {amount} sinds {time}',
  'terminal.battery': 'Batterij {percent}, {ago}',
  'terminal.battery.charging': 'Batterij {percent}, laadt op, {ago}',
  'terminal.check': 'Terminal testen',
  'terminal.check.name': 'Terminal {terminal} testen',
  'terminal.check.asking': '{terminal} wordt gevraagd…',
  'terminal.check.answered': '{terminal} antwoordde om {time}: hij staat aan en heeft verbinding.',
  'terminal.check.busy': '{terminal} antwoordde om {time}: hij staat aan, heeft verbinding en is bezig.',
  'terminal.check.offline':
    '{terminal} is niet bereikbaar. Kijk of hij aanstaat, of de betaal-app open is en of er netwerk is.',
  'terminal.check.silent':
    'Handpoint gaf geen antwoord; dat zegt niets over {terminal}. Controleer het netwerk van deze kassa.',
  'terminal.refresh': 'Lijst opnieuw lezen',
  'terminal.refreshing': 'Leest…',
  'terminal.loading': 'De lijst van terminals wordt gelezen…',
  'terminal.none': 'Deze winkel heeft geen terminal.',
  'terminal.stale': 'Dit is de lijst van een eerdere keer.',
  'terminal.failed': 'De lijst van terminals kon niet worden gelezen.',

  'amount.takeBack': 'Haal het terug met Backspace.',
  'amount.empty': 'Typ eerst een bedrag.',
  'amount.notANumber': 'Dat is geen bedrag.',
  'amount.zero': 'Het bedrag is nul. Typ wat er te betalen is.',
  'amount.negative': 'Een af te rekenen bedrag kan niet negatief zijn.',
  'amount.tooLarge': 'Dat is meer dan een terminal aankan.',
  'amount.tooManyDecimals':
    '{currency} heeft {digits, plural, =0 {geen decimalen} one {# decimaal} other {# decimalen}}.',
  'amount.ambiguous': 'Dat kan als twee verschillende bedragen worden gelezen. Typ het.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
