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
  'listener.test': 'Prófa leiðina að þessum kassa',
  'listener.test.asking': 'Leitað að þessum kassa á eigin slóð hans…',
  'listener.test.at': 'Prófað kl. {time}',
  'listener.test.reached': 'Náðist: nafn, vottorð og milliliður leiða að þessum kassa.',
  'listener.test.changed':
    'Þessi kassi náðist en eitthvað á leiðinni breytti beiðninni eða svarinu. Milliliðurinn verður að láta Host, slóð og hausa óbreytta og má engu svara sjálfur.',
  'listener.test.nameNotFound':
    'Nafn slóðarinnar fyrir niðurstöður fannst ekki. Athugið það í stillingunum og hjá þeim sem sér um nafnið. Sumir beinar hafna nöfnum sem leiða inn á þeirra eigið net: leyfið þetta.',
  'listener.test.refused':
    'Þar tekur enginn við tengingum. Athugið að milliliðurinn sé í gangi og að nafn og gátt slóðarinnar leiði að honum.',
  'listener.test.certificate':
    'Vottorðið þar gildir ekki fyrir þetta nafn, er útrunnið eða er ekki frá útgefanda sem þessi tölva þekkir. Posar hafna því þegjandi: notið vottorð frá opinberum útgefanda.',
  'listener.test.wrongAnswer':
    'Eitthvað annað svarar þar. Athugið að milliliðurinn áframsendi slóðina fyrir niðurstöður til þessa kassa og að http og https sé ekki ruglað saman.',
  'listener.test.timeout':
    'Ekkert svar barst í tæka tíð. Athugið eldvegginn og að milliliðurinn áframsendi á slóðina og gáttina í stillingunum.',
  'listener.test.notListening':
    'Það er ekkert til að ná í: kassinn tekur ekki við niðurstöðum núna. Það þarf fyrst að laga.',
  'listener.test.here':
    'Aðeins spurt úr þessari tölvu. Posar eru á eigin neti: aðeins niðurstaða sem posi skilar sannar að þeir komist líka hingað.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
