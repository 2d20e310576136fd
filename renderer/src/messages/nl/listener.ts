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
} as const satisfies Readonly<Record<keyof typeof english, string>>
