import type { listener as english } from '../en/listener.ts'

/** What came to the callback listener, and the way to it, in Dutch. */
export const listener = {
  'listener.title': 'Uitslagen van terminals',
  'listener.stored':
    '{count, plural, =0 {Sinds Paydesk is gestart, heeft geen terminal een uitslag afgeleverd.} one {Sinds Paydesk is gestart, hebben terminals # uitslag afgeleverd.} other {Sinds Paydesk is gestart, hebben terminals # uitslagen afgeleverd.}}',
  'listener.refused': 'Sindsdien geweigerd:',
  'listener.refused.strangers':
    '{count, plural, one {# verzoek zonder het juiste adres en token} other {# verzoeken zonder het juiste adres en token}}',
  'listener.refused.otherName':
    '{count, plural, one {# verzoek onder een andere naam} other {# verzoeken onder een andere naam}}: als dit uitslagen zijn, verandert de relay Host',
  'listener.refused.unusable':
    '{count, plural, one {# aflevering van een uitslag die niet te lezen is} other {# afleveringen van een uitslag die niet te lezen is}}',
  'listener.refused.notSaved':
    '{count, plural, one {# aflevering die niet kon worden bewaard} other {# afleveringen die niet konden worden bewaard}}: de terminal stuurt opnieuw',
  'listener.refused.connections':
    '{count, plural, one {# verbinding die afbrak of te traag was} other {# verbindingen die afbraken of te traag waren}}',
  'listener.test': 'De weg naar deze kassa testen',
  'listener.test.asking': 'Deze kassa wordt op haar eigen adres gezocht…',
  'listener.test.at': 'Getest om {time}',
  'listener.test.reached': 'Bereikt: naam, certificaat en relay leiden naar deze kassa.',
  'listener.test.changed':
    'Deze kassa is bereikt, maar onderweg is het verzoek of het antwoord veranderd. De relay moet Host, pad en headers ongewijzigd laten en mag niets zelf beantwoorden.',
  'listener.test.nameNotFound':
    'De naam van het adres voor uitslagen is niet gevonden. Kijk hem na in de instellingen en bij wie de naam beheert. Sommige routers weigeren namen die naar hun eigen netwerk leiden: sta deze toe.',
  'listener.test.refused':
    'Daar neemt niemand verbindingen aan. Kijk na of de relay draait, en of naam en poort van het adres ernaartoe leiden.',
  'listener.test.certificate':
    'Het certificaat daar geldt niet voor deze naam, is verlopen, of is van geen instantie die deze computer kent. Terminals weigeren het zonder iets te zeggen: gebruik er een van een openbare instantie.',
  'listener.test.wrongAnswer':
    'Daar antwoordt iets anders. Kijk na of de relay het adres voor uitslagen naar deze kassa doorstuurt, en of http en https niet zijn verwisseld.',
  'listener.test.timeout':
    'Geen antwoord op tijd. Kijk de firewall na, en of de relay doorstuurt naar het adres en de poort in de instellingen.',
  'listener.test.notListening': 'Er is niets te bereiken: de kassa luistert nu niet. Dat moet eerst in orde komen.',
  'listener.test.here':
    'Alleen vanaf deze computer gevraagd. Terminals zitten in een eigen netwerk: alleen een uitslag die een terminal aflevert, bewijst dat ook zij hier komen.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
