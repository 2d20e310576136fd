import type { frame as english } from '../en/frame.ts'

/** The frame, its pages and its keys, in Dutch. */
export const frame = {
  'app.loading': 'De kassa gaat open…',
  'app.readAgain': 'Opnieuw lezen',
  'mode.training': 'Oefenen: er gaat geen geld om',
  'mode.development': 'Ontwikkeling: testterminals, geen echt geld',
  'nav.label': 'Pagina’s',
  'nav.sell': 'Verkoop',
  'nav.refund': 'Terugbetalen',
  'nav.history': 'Geschiedenis',
  'nav.unresolved': 'Onopgelost',
  'nav.unresolvedName':
    '{count, plural, =0 {Onopgelost: geen} one {Onopgelost: # betaling} other {Onopgelost: # betalingen}}',
  'nav.preferences': 'Deze kassa: taal en geluid',
  'nav.keys': 'Alle toetsen',
  'cloud.unreachable': 'Geen verbinding met Handpoint',
  'link.lost': 'Deze pagina heeft geen verbinding meer met Paydesk',
  'link.lost.todo': 'Wat u ziet kan oud zijn. Reken niets opnieuw af tot deze regel weg is.',
  'part.failed': 'Dit onderdeel kan niet worden getoond',
  'part.failed.terminal': 'Kijk op de terminal voordat u iets opnieuw afrekent.',
  'part.failed.todo':
    'Wat begonnen is, gaat door, en Paydesk bewaart elke betaling. Laad het scherm opnieuw; helpt dat niet, sluit Paydesk dan, start het opnieuw en roep de manager.',
  'part.again': 'Opnieuw laden',
  'late.label': 'Late uitslagen',
  'late.title': '{what}: {state} om {time}',
  'late.corrected': 'Dit stond er eerst anders: {before}.',
  'late.signature': 'Nog niemand heeft gezegd of de handtekening klopt.',
  'late.more': '{count, plural, one {en nog #} other {en nog #}}',
  'late.list': 'Alle {count} bekijken',
  'late.all': 'Alle {count} als gezien markeren',
  'late.all.ask': 'Heeft iemand ze alle {count} bekeken?',
  'late.all.yes': 'Ja, als gezien markeren',
  'act.open': 'Openen',
  'act.seen': 'Gezien',
  'act.close': 'Sluiten',
  'act.back': 'Terug',

  'health.label': 'Toestand van deze kassa',
  'health.more': '{title} · {count, plural, one {en nog #} other {en nog #}}',
  'health.todo': 'Wat te doen',
  'health.listener': 'De terminals kunnen deze kassa niet bereiken',
  'health.listener.todo':
    'Betalen gaat gewoon door: Paydesk vraagt elke uitslag zelf op, en dat duurt enkele tellen langer. Vraag de manager het adres en het certificaat voor uitslagen na te kijken.',
  'health.certificate': 'Het certificaat voor uitslagen loopt af op {date}',
  'health.certificate.todo':
    'Betalen gaat gewoon door. Vraag de manager het te laten vernieuwen: zonder duren uitslagen enkele tellen langer.',
  'health.plain': 'Uitslagen komen onversleuteld bij deze kassa aan',
  'health.plain.todo':
    'Betalen gaat gewoon door. Dit is alleen voor proeven: Handpoint beschrijft alleen versleutelde adressen. Vraag de manager deze kassa een adres voor uitslagen te geven dat met https begint.',
  'health.foreign':
    '{count, plural, one {De uitslag van # betaling noemde een andere betaling} other {De uitslagen van # betalingen noemden een andere betaling}}',
  'health.foreign.todo':
    'Dat is geweigerd en veranderde geen enkele betaling; de laatste kwam op {when}. Paydesk vraagt elke uitslag zelf aan de bank. Reken daarom niets af en betaal niets terug. Meld het de manager: de hulpdienst moet uitzoeken wie dit stuurde.',
  'health.backup': 'Van de betalingen van deze kassa is geen reservekopie gemaakt sinds {when}',
  'health.backup.todo':
    'Betalen gaat gewoon door, en alles wordt op deze computer bewaard. Meld het de manager: er moet ruimte op de schijf zijn, en de map voor kopieën moet bereikbaar zijn.',
  'health.backup.never': 'Van de betalingen van deze kassa is nog nooit een reservekopie gemaakt',
  'health.orphans':
    '{count, plural, one {# uitslag hoort bij geen betaling van deze kassa} other {# uitslagen horen bij geen betaling van deze kassa}}',
  'health.orphans.todo':
    'Een terminal meldde een betaling die deze kassa niet is begonnen. Reken daarom niets af en betaal niets terug. Meld het de manager: het is bewaard, om met de lijst van de bank te vergelijken.',
  'health.unreadable':
    '{count, plural, one {# melding van een terminal is niet te lezen} other {# meldingen van terminals zijn niet te lezen}}',
  'health.unreadable.todo':
    'Een terminal meldde iets wat deze kassa niet begrijpt. Reken daarom niets af en betaal niets terug: Paydesk vraagt de betaling op zoals altijd. Meld het de manager: het is bewaard, voor de helpdesk.',
  'health.restored': 'De betalingen op deze computer waren beschadigd en zijn hersteld',
  'health.restored.todo':
    'Paydesk vraagt de bank alles opnieuw na sinds de laatste reservekopie. Kijk bij Onopgelost voordat u iets een tweede keer afrekent, en meld het de manager.',
  'health.support': 'Voor de hulpdienst: {text}',
  'health.well': 'Met deze kassa is niets mis.',

  'keys.title': 'Alle toetsen',
  'keys.digits': 'Bedrag typen, met de centen erbij',
  'keys.decimal': 'Hele bedragen typen, dan de decimalen',
  'keys.backspace': 'Laatste cijfer weghalen',
  'keys.delete': 'Bedrag wissen',
  'keys.paste': 'Een bedrag plakken',
  'keys.enter': 'Eén keer afrekenen; de eerste knop van een uitslag',
  'keys.escape': 'Terug; tijdens een betaling: annuleren?',
  'keys.arrows': 'Door een lijst lopen',
  'keys.tab': 'Van knop naar knop',
  'keys.f1': 'Deze lijst',
  'keys.f2': 'Verkoop',
  'keys.f3': 'Terugbetalen: welke verkoop?',
  'keys.f4': 'Geschiedenis; nog eens: erin zoeken',
  'keys.f7': 'Onopgeloste betalingen',
  'keys.f8': 'Bon van de laatste betaling: Enter drukt hem af',
  'keys.p': 'Bon van deze betaling',
  'keys.letters': 'Op de pagina van een betaling: terugbetalen, annuleren, fooi',
  'keys.f10': 'Taal en geluid van deze kassa',
  'keys.f12': 'Bij “Nog een keer afrekenen?”: nog een keer afrekenen',
  'keys.tip': 'Bij Verkoop: of de terminal om fooi vraagt',
} as const satisfies Readonly<Record<keyof typeof english, string>>
