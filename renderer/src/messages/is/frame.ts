import type { frame as english } from '../en/frame.ts'

/** The frame, its pages and its keys, in Icelandic. */
export const frame = {
  'app.loading': 'Opna kassann…',
  'app.readAgain': 'Lesa aftur',
  'mode.training': 'Æfing: engir peningar færast',
  'mode.development': 'Þróun: prófunarposar, engir raunverulegir peningar',
  'nav.label': 'Síður',
  'nav.sell': 'Sala',
  'nav.refund': 'Endurgreiða',
  'nav.history': 'Færslur',
  'nav.unresolved': 'Óútkljáð',
  'nav.unresolvedName':
    '{count, plural, =0 {Óútkljáð: ekkert} one {Óútkljáð: # greiðsla} other {Óútkljáð: # greiðslur}}',
  'nav.preferences': 'Þessi kassi: tungumál og hljóð',
  'nav.keys': 'Flýtilyklar',
  'cloud.unreachable': 'Handpoint næst ekki',
  'link.lost': 'Þessi síða missti samband við Paydesk',
  'link.lost.todo': 'Það sem sést gæti verið gamalt. Ekki gjaldfæra neitt aftur fyrr en þessi lína er horfin.',
  'part.failed': 'Ekki er hægt að sýna þennan hluta',
  'part.failed.terminal': 'Skoðið posann áður en nokkuð er gjaldfært aftur.',
  'part.failed.todo':
    'Það sem hófst heldur áfram og Paydesk geymir hverja greiðslu. Hlaðið skjáinn aftur; dugi það ekki, lokið Paydesk, ræsið það á ný og kallið á stjórnanda.',
  'part.again': 'Hlaða aftur',
  'late.label': 'Síðbúnar niðurstöður',
  'late.title': '{what}: {state} kl. {time}',
  'late.corrected': 'Áður var annað sýnt: {before}.',
  'late.signature': 'Enginn hefur sagt enn hvort undirskriftin passar.',
  'late.more': '{count, plural, one {og # í viðbót} other {og # í viðbót}}',
  'late.list': 'Sjá allar {count}',
  'late.all': 'Merkja allar {count} sem séðar',
  'late.all.ask': 'Hefur einhver skoðað allar {count}?',
  'late.all.yes': 'Já, merkja þær sem séðar',
  'act.open': 'Opna',
  'act.seen': 'Séð',
  'act.close': 'Loka',
  'act.back': 'Til baka',

  'health.label': 'Staða þessa kassa',
  'health.more': '{title} · {count, plural, one {og # í viðbót} other {og # í viðbót}}',
  'health.todo': 'Hvað á að gera',
  'health.listener': 'Posarnir ná ekki sambandi við þennan kassa',
  'health.listener.todo':
    'Greiðslur ganga sem fyrr: Paydesk sækir sjálft hverja niðurstöðu og það tekur nokkrum sekúndum lengri tíma. Biðjið stjórnanda að athuga slóðina og vottorðið fyrir niðurstöður.',
  'health.certificate': 'Vottorð fyrir niðurstöður rennur út: {date}',
  'health.certificate.todo':
    'Greiðslur ganga sem fyrr. Biðjið stjórnanda að láta endurnýja það: án þess koma niðurstöður nokkrum sekúndum seinna.',
  'health.plain': 'Niðurstöður berast þessum kassa ódulkóðaðar',
  'health.plain.todo':
    'Greiðslur ganga sem fyrr. Þetta er aðeins ætlað til prófana: Handpoint lýsir eingöngu dulkóðuðum slóðum. Biðjið stjórnanda að gefa þessum kassa slóð fyrir niðurstöður sem hefst á https.',
  'health.foreign':
    '{count, plural, one {Niðurstaða # greiðslu nefndi aðra greiðslu} other {Niðurstöður # greiðslna nefndu aðra greiðslu}}',
  'health.foreign.todo':
    'Henni var hafnað og hún breytti engri greiðslu; sú síðasta barst {when}. Paydesk sækir sjálft hverja niðurstöðu til bankans. Ekki gjaldfæra eða endurgreiða neitt vegna hennar. Látið stjórnanda vita: þjónustuaðili þarf að komast að því hver sendi hana.',
  'health.backup': 'Greiðslur þessa kassa hafa ekki verið afritaðar síðan {when}',
  'health.backup.todo':
    'Greiðslur ganga sem fyrr og eru allar vistaðar í þessari tölvu. Látið stjórnanda vita: laust pláss þarf að vera á diskinum og samband við afritamöppuna.',
  'health.backup.never': 'Greiðslur þessa kassa hafa aldrei verið afritaðar',
  'health.orphans':
    '{count, plural, one {# niðurstaða tilheyrir engri greiðslu þessa kassa} other {# niðurstöður tilheyra engri greiðslu þessa kassa}}',
  'health.orphans.todo':
    'Posi tilkynnti greiðslu sem þessi kassi hóf ekki. Ekki gjaldfæra eða endurgreiða neitt vegna hennar. Látið stjórnanda vita: hún er geymd til samanburðar við lista bankans.',
  'health.unreadable':
    '{count, plural, one {# tilkynning frá posa er ólæsileg} other {# tilkynningar frá posum eru ólæsilegar}}',
  'health.unreadable.todo':
    'Posi tilkynnti eitthvað sem þessi kassi skilur ekki. Ekki gjaldfæra eða endurgreiða neitt vegna þess: Paydesk spyr áfram um greiðsluna. Látið stjórnanda vita: tilkynningin er geymd fyrir þjónustuborðið.',
  'health.restored': 'Greiðslur í þessari tölvu skemmdust og voru endurheimtar',
  'health.restored.todo':
    'Paydesk spyr bankann aftur um allt frá síðustu afritun. Skoðið „Óútkljáð“ áður en nokkuð er gjaldfært aftur og látið stjórnanda vita.',
  'health.support': 'Fyrir þjónustuaðila: {text}',
  'health.well': 'Ekkert er að þessum kassa.',

  'keys.title': 'Flýtilyklar',
  'keys.digits': 'Slá inn upphæð, aurar meðtaldir',
  'keys.decimal': 'Slá inn heilar einingar, svo aukastafi',
  'keys.backspace': 'Eyða síðasta tölustaf',
  'keys.delete': 'Hreinsa upphæðina',
  'keys.paste': 'Líma upphæð',
  'keys.enter': 'Gjaldfæra einu sinni; fyrsti hnappur niðurstöðu',
  'keys.escape': 'Til baka; í greiðslu: hætta við?',
  'keys.arrows': 'Færa sig í lista',
  'keys.tab': 'Fara á milli hnappa og reita',
  'keys.f1': 'Þessi listi',
  'keys.f2': 'Sala',
  'keys.f3': 'Endurgreiðsla: hvaða sala?',
  'keys.f4': 'Færslur; aftur: leita í þeim',
  'keys.f7': 'Óútkljáðar greiðslur',
  'keys.f8': 'Kvittun síðustu greiðslu: Enter prentar hana',
  'keys.p': 'Kvittun þessarar greiðslu',
  'keys.letters': 'Á síðu greiðslu: endurgreiða, bakfæra, þjórfé',
  'keys.f10': 'Tungumál og hljóð þessa kassa',
  'keys.f12': 'Þegar spurt er „Gjaldfæra aftur?“: gjaldfæra aftur',
  'keys.tip': 'Á síðunni „Sala“: hvort posinn biður um þjórfé',
} as const satisfies Readonly<Record<keyof typeof english, string>>
