import type { errors as english } from '../en/errors.ts'

/** Failures, in Dutch. */
export const errors = {
  'error.input.invalid': 'Paydesk begreep dit niet. Probeer het nog eens; blijft het zo, roep dan de manager.',
  'error.amount.empty': 'Typ eerst een bedrag.',
  'error.amount.notANumber': 'Dat is geen bedrag. Typ het met het toetsenblok.',
  'error.amount.zero': 'Het bedrag is nul. Typ wat er te betalen is.',
  'error.amount.negative': 'Een af te rekenen bedrag kan niet negatief zijn. Typ wat er te betalen is.',
  'error.amount.tooLarge': 'Dat is meer dan een terminal aankan. Kijk het bedrag na.',
  'error.amount.tooManyDecimals': 'Het bedrag heeft meer decimalen dan de munt. Kijk het bedrag na.',
  'error.amount.ambiguous': 'Het bedrag is op twee manieren te lezen. Typ het met het toetsenblok.',
  'error.terminal.unknown': 'Die terminal staat niet meer in de lijst van de winkel. Kies een andere.',
  'error.terminal.virtual': 'Dat is geen kaartterminal. Kies een andere.',
  'error.terminal.unresolved':
    'De terminal wacht op een open betaling. Open die betaling, of neem een andere terminal.',
  'error.payment.looksDoubled':
    'Hetzelfde bedrag is zojuist begonnen of betaald. Kijk eerst in de lijst. Was het van een andere klant, typ het dan bij Verkoop en reken het daar af.',
  'error.payment.notFound': 'Deze kassa kent die betaling niet. Kijk in de lijst.',
  'error.payment.notCancellable': 'Deze betaling kan niet meer worden geannuleerd. Wacht op de uitslag.',
  'error.payment.notRetryable': 'Dit kan niet opnieuw. Kijk in de lijst hoe het ervoor staat.',
  'error.currency.mismatch': 'Het bedrag is niet in de munt van de winkel. Begin de verkoop opnieuw.',
  'error.original.notCharged':
    'Het is niet bewezen dat er bij de eerste geld is omgegaan. Er valt nog niets te wijzigen.',
  'error.original.noTransactionId':
    'De bank gaf de eerste geen nummer, dus vanaf deze kassa is die niet te wijzigen. Roep de manager.',
  'error.original.linkUnresolved':
    'Er is iets anders mee begonnen en dat is nog niet bekend. Kijk bij Onopgelost en wacht tot het bekend is.',
  'error.original.alreadyReversed': 'Het is al teruggedraaid. Kijk op de pagina ervan in Geschiedenis.',
  'error.original.alreadyRefunded': 'Een deel is al terugbetaald. Alleen wat over is kan worden terugbetaald.',
  'error.original.alreadyCaptured': 'Het is al geïnd. Betaal het in plaats daarvan terug.',
  'error.original.doneElsewhere':
    'Volgens de bank is het al terugbetaald of geïnd, en niet door deze kassa. Hier kan er niets meer mee. Roep de manager.',
  'error.original.tooMuch': 'Dat is meer dan ervan over is. Kijk op de pagina ervan in Geschiedenis wat over is.',
  'error.original.wrongKind': 'Dat kan niet met dit soort betaling.',
  'error.operation.disabled': 'Deze winkel gebruikt dat niet. Een manager kan het in de configuratie aanzetten.',
  'error.approval.needed': 'Een manager moet dit goedkeuren. Vraag je manager de pincode in te toetsen.',
  'error.approval.notSet':
    'Op deze kassa is geen managerpincode ingesteld, dus dit kan hier niet. Wie de kassa beheert, kan er een instellen.',
  'error.settlement.notNeeded':
    'Het is ondertussen bekend geworden, dus hoeft geen manager het af te sluiten. Kijk hoe het er nu voor staat.',
  'error.settlement.changed':
    'Terwijl dit werd ingevuld, is er meer bekend geworden. Er is dus niets vastgelegd. Bekijk wat er nieuw is en kies dan opnieuw.',
  'error.document.missing': 'Zo’n document is er bij deze betaling niet.',
  'error.document.pending':
    'De bon is nog onderweg van Handpoint. Hij wordt vanzelf opgehaald; probeer het over een minuut nog eens. De betaling verandert er niet door.',
  'error.printer.none':
    'Deze computer heeft geen printer die Paydesk kan gebruiken, of er is er geen gekozen. Kies er een bij Printers, of druk af op de terminal. De betaling verandert er niet door.',
  'error.pdf.failed':
    'De PDF kon niet worden gemaakt of bewaard. De betaling verandert er niet door. Probeer het nog eens, of druk af.',
  'error.jobs.unavailable':
    'Paydesk kon niet opschrijven wat er moet worden afgedrukt, dus er wordt niets afgedrukt of verstuurd. De betaling verandert er niet door. Er moet ruimte op de schijf zijn.',
  'error.job.missing': 'Deze afdruk staat niet meer in de lijst: hij is eraf gehaald of allang klaar.',
  'error.slip.notNeeded': 'De uitkomst is nu bekend: druk de bon af.',
  'error.mail.off':
    'Deze kassa verstuurt geen e-mail: er is geen mailserver ingesteld. Druk de bon af of bewaar hem als PDF.',
  'error.journal.unavailable':
    'Paydesk kan op deze computer geen betalingen bewaren en verkoopt daarom niet. Roep de manager.',
  'error.journal.newer':
    'De betalingen op deze computer zijn bewaard door een nieuwere Paydesk. Werk Paydesk hier bij.',
  'error.journal.inUse': 'Paydesk is op deze computer al open. Gebruik dat venster, of sluit het eerst.',
  'error.journal.restoring':
    'De betalingen op deze computer worden hersteld. Daarna gaat verkopen vanzelf verder; kijk ondertussen bij Onopgelost.',
  'error.disk.low':
    'De schijf van deze computer is bijna vol, dus er begint niets nieuws. Maak ruimte vrij, of roep de manager.',
  'error.key.missing': 'Deze kassa heeft nog geen Handpoint-sleutel. Vraag de manager die in te voeren.',
  'error.key.refused': 'Handpoint aanvaardt de sleutel van deze kassa niet. Vraag de manager die na te kijken.',
  'error.cloud.unreachable': 'Handpoint is niet bereikbaar. Kijk het netwerk na; Paydesk blijft het vanzelf proberen.',
  'error.cloud.unexpected': 'Handpoint antwoordde iets dat Paydesk niet begrijpt. Roep de manager.',
  'error.bridge.refused': 'Deze pagina mag niet meer met Paydesk praten. Sluit haar en open Paydesk opnieuw.',
  'error.bridge.disconnected': 'Paydesk gaf geen antwoord. Kijk in de lijst voordat u iets opnieuw afrekent.',
  'error.internal': 'Er is iets mis in Paydesk. Kijk in de lijst voordat u verdergaat en roep de manager.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
