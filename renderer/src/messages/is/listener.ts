import type { listener as english } from '../en/listener.ts'

/** What came to the callback listener, and the way to it, in Icelandic. */
export const listener = {
  'listener.title': 'Niðurstöður frá posum',
  'listener.stored':
    '{count, plural, =0 {Enginn posi hefur skilað niðurstöðu síðan Paydesk var ræst.} one {Posar hafa skilað # niðurstöðu síðan Paydesk var ræst.} other {Posar hafa skilað # niðurstöðum síðan Paydesk var ræst.}}',
  'listener.refused': 'Hafnað síðan þá:',
  'listener.refused.strangers':
    '{count, plural, one {# beiðni án réttrar slóðar og lykils} other {# beiðnir án réttrar slóðar og lykils}}',
  'listener.refused.otherName':
    '{count, plural, one {# beiðni undir öðru nafni} other {# beiðnir undir öðru nafni}}: ef þetta eru niðurstöður breytir milliliðurinn Host',
  'listener.refused.unusable':
    '{count, plural, one {# sending með niðurstöðu sem ekki er hægt að lesa} other {# sendingar með niðurstöðu sem ekki er hægt að lesa}}',
  'listener.refused.notSaved':
    '{count, plural, one {# sending sem ekki tókst að vista} other {# sendingar sem ekki tókst að vista}}: posinn sendir aftur',
  'listener.refused.connections':
    '{count, plural, one {# tenging sem slitnaði eða var of hæg} other {# tengingar sem slitnuðu eða voru of hægar}}',
} as const satisfies Readonly<Record<keyof typeof english, string>>
