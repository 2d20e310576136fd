import type { moneyBack as english } from '../en/money-back.ts'

/** Giving money back, and changing a tip, in Icelandic. */
export const moneyBack = {
  'moneyBack.act.refund': 'Endurgreiða…',
  'moneyBack.act.saleReversal': 'Bakfæra alla söluna…',
  'moneyBack.act.moToReversal': 'Bakfæra alla greiðsluna…',
  'moneyBack.act.refundReversal': 'Bakfæra endurgreiðsluna…',
  'moneyBack.act.tip': 'Skrá þjórfé…',
  'moneyBack.act.unlinked': 'Endurgreiða án sölu…',

  'moneyBack.refund': 'Endurgreiða',
  'moneyBack.refund.of': 'Endurgreiða: {what}',
  'moneyBack.refund.act': 'Endurgreiða {amount}',
  'moneyBack.refund.instead': 'Endurgreiða hluta í staðinn…',
  'moneyBack.all': 'Allt sem er eftir',
  'moneyBack.refunded': 'Þegar endurgreitt',
  'moneyBack.left': 'Enn hægt að endurgreiða',
  'moneyBack.tooMuch': 'Aðeins er eftir: {amount}. Sláið inn þá upphæð eða lægri.',
  'moneyBack.notPossible': 'Staðan hefur breyst. Lokið þessu og skoðið hvernig hún er nú.',

  'moneyBack.reversal': 'Bakfæra alla söluna',
  'moneyBack.reversal.lead': 'Viðskiptavinurinn fær allt til baka og sér ekkert af því á yfirlitinu. Ekki þarf kort.',
  'moneyBack.reversal.batch':
    'Þetta er hægt þar til bankinn lokar greiðslum dagsins. Ef það er of seint gerist ekkert og Paydesk segir það: endurgreiðið þá.',
  'moneyBack.reversal.signed': 'Viðskiptavinurinn skrifaði undir, svo stjórnandi þarf að samþykkja.',
  'moneyBack.reversal.act': 'Bakfæra söluna: {amount}',
  'moneyBack.reversal.hint': 'Allt, sama dag? Bakfærð sala sést ekki einu sinni á yfirlitinu.',
  'moneyBack.reversal.instead': 'Bakfæra söluna í staðinn…',
  'moneyBack.reversal.refund': 'Bakfæra alla endurgreiðsluna',
  'moneyBack.reversal.refund.lead': 'Viðskiptavinurinn fær þá ekki þessa endurgreiðslu. Salan gildir aftur.',
  'moneyBack.reversal.refund.act': 'Bakfæra endurgreiðslu: {amount}',
  'moneyBack.terminalGone': 'Ekki næst í {terminal}. Bankinn getur gert þetta án posans.',

  'moneyBack.unlinked': 'Endurgreiða án sölu',
  'moneyBack.unlinked.lead':
    'Aðeins þegar salan er ekki á þessum kassa. Viðskiptavinurinn sýnir kort og féð fer á það. Stjórnandi samþykkir og segir hvers vegna.',

  'moneyBack.tip': 'Skrá þjórfé',
  'moneyBack.tip.on': 'Þjórfé: {what}',
  'moneyBack.tip.lead': 'Sláið inn allt þjórféð eins og það er á kvittuninni: það kemur í stað fyrra þjórfjár.',
  'moneyBack.tip.without': 'Án þjórfjár',
  'moneyBack.tip.now': 'Þjórfé hingað til',
  'moneyBack.tip.total': 'Ný heildarupphæð',
  'moneyBack.tip.high': 'Þetta þjórfé er hærra en greiðslan. Athugið það; stjórnandi þarf að samþykkja það.',
  'moneyBack.tip.act': 'Breyta í {total} alls',

  'moneyBack.twin.moved': 'Endurgreitt {ago} á {terminal}: {amount} ({what}). Endurgreiða aftur?',
  'moneyBack.twin.moved.todo':
    'Sami viðskiptavinur: ekki endurgreiða aftur, sú endurgreiðsla er góð og gild. Annar með sömu upphæð: endurgreiða aftur.',
  'moneyBack.twin.doubt': 'Ekki vitað enn um {amount} á {terminal} ({what}, hófst {ago}). Endurgreiða aftur?',
  'moneyBack.twin.doubt.todo':
    'Sami viðskiptavinur: ekki endurgreiða aftur, hún gæti enn reynst endurgreidd. Annar með sömu upphæð: endurgreiða aftur.',
  'moneyBack.twin.no': 'Ekki endurgreiða',
  'moneyBack.twin.yes': 'Endurgreiða {amount} aftur',

  'moneyBack.which': 'Hvaða sala?',
  'moneyBack.which.newest': 'Nýjustu sölurnar sem voru gjaldfærðar. Sláið inn til að finna aðra.',
  'moneyBack.which.none': 'Engin slík sala',
  'moneyBack.which.none.todo':
    'Sláið inn eitthvað annað eða skoðið allar færslur. Það sem var ekki selt á þessum kassa er endurgreitt án sölu.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
