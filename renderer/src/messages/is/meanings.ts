import type { meanings as english } from '../en/meanings.ts'

/** What a state means and what to do, under the headline, in Icelandic. */
export const meanings = {
  'meaning.starting': 'Það er vistað og á leið í posann {terminal}.',
  'meaning.starting.gateway': 'Það er vistað og á leið til bankans. Ekki þarf posa.',
  'meaning.longWait': 'Skoðið {terminal}: bíður hann eftir korti, PIN-númeri eða vali?',
  'meaning.cancelling': 'Ef kortið er þegar í notkun getur þetta enn farið í gegn.',
  'meaning.cannotCancel': 'Posinn heldur áfram. Bíðið eftir niðurstöðu hans.',
  'meaning.settled': 'Stjórnandi skráði þetta. Ástæða: {reason}',
  'meaning.done': 'Engir peningar færðust.',
  'meaning.approved.gateway': 'Bankinn staðfesti það; ekki þurfti posa.',
  'meaning.approved.unconfirmed': 'Bankinn segir það; posinn staðfesti það aldrei. Geymið tilvísunina.',
  'meaning.unwritten':
    'Paydesk getur ekki lengur vistað í þessari tölvu. Ekki gera þetta aftur. Kallið á stjórnanda: þegar Paydesk getur vistað á ný og er endurræst spyr það bankann sjálft.',
  'meaning.refundInstead':
    'Ekki er lengur hægt að bakfæra: bankinn hefur lokað deginum eða segir nei. Endurgreiðið í staðinn: finnið söluna í „Færslur“.',

  'meaning.charge.waiting': 'Viðskiptavinurinn greiðir þar. Píp merkir að kortið hafi verið lesið, ekki samþykkt.',
  'meaning.charge.checking': 'Ekki gjaldfæra aftur að svo stöddu.',
  'meaning.charge.notKnown': 'Ekki gjaldfæra þetta kort aftur. Ekki afhenda vörur nema stjórnandi leyfi.',
  'meaning.charge.confirming': 'Bankinn segir samþykkt en posinn ekki enn. Bíðið með að afhenda vörurnar.',
  'meaning.charge.partlyApprovedConfirming':
    'Viðskiptavinurinn getur enn sagt nei á posanum. Bíðið þar til það er staðfest.',
  'meaning.charge.approved': 'Posinn staðfesti það.',
  'meaning.charge.partlyApproved': 'Takið afganginn sem nýja sölu, með öðru korti eða á annan hátt.',
  'meaning.charge.declined':
    'Kortið eða banki korthafa sagði nei. Reynið annað kort eða takið við greiðslu á annan hátt.',
  'meaning.charge.cancelled': 'Stöðvað áður en kortið var gjaldfært. Hægt er að reyna aftur.',
  'meaning.charge.reversed': 'Þetta var samþykkt og svo afturkallað: kortið er ekki gjaldfært. Hægt er að reyna aftur.',
  'meaning.charge.failed': 'Posinn gat ekki lokið þessu. Hægt er að reyna aftur.',
  'meaning.charge.notChargedProved':
    'Spurt hefur verið nógu lengi: þetta kemst ekki lengur til skila. Óhætt er að gjaldfæra aftur.',

  'meaning.refund.waiting':
    'Viðskiptavinurinn ber kortið að posanum og fær endurgreitt á það. Píp merkir að kortið hafi verið lesið, ekki að endurgreitt hafi verið.',
  'meaning.refund.checking': 'Ekki endurgreiða aftur að svo stöddu.',
  'meaning.refund.notKnown':
    'Ekki endurgreiða aftur að svo stöddu, ekki heldur á annan hátt: féð gæti þegar verið á leiðinni. Kallið á stjórnanda.',
  'meaning.refund.confirming': 'Bankinn segir endurgreitt en posinn ekki enn. Ekki endurgreiða aftur.',
  'meaning.refund.partlyApprovedConfirming': 'Aðeins hluti er endurgreiddur enn. Bíðið þar til það er staðfest.',
  'meaning.refund.approved': 'Posinn staðfesti það. Nokkrir dagar geta liðið þar til það sést á reikningnum.',
  'meaning.refund.partlyApproved': 'Endurgreiðið afganginn sem nýja endurgreiðslu.',
  'meaning.refund.declined':
    'Kortið eða banki korthafa sagði nei. Notið kortið sem greitt var með, eða kallið á stjórnanda.',
  'meaning.refund.cancelled': 'Stöðvað áður en nokkuð var endurgreitt. Hægt er að reyna aftur.',
  'meaning.refund.reversed':
    'Þetta var endurgreitt og svo afturkallað: ekkert var endurgreitt. Hægt er að reyna aftur.',
  'meaning.refund.failed': 'Posinn gat ekki lokið þessu. Hægt er að reyna aftur.',
  'meaning.refund.notChargedProved':
    'Spurt hefur verið nógu lengi: þessi endurgreiðsla kemst ekki lengur til skila. Óhætt er að endurgreiða aftur.',

  'meaning.undo.waiting': 'Það er bakfært þar. Posinn gæti beðið um kortið.',
  'meaning.undo.checking': 'Ekki bakfæra aftur að svo stöddu og ekki endurgreiða.',
  'meaning.undo.notKnown': 'Hvorki bakfæra aftur né endurgreiða: féð gæti færst tvisvar. Kallið á stjórnanda.',
  'meaning.undo.confirming': 'Bankinn segir bakfært en posinn ekki enn. Ekki endurgreiða.',
  'meaning.undo.partlyApprovedConfirming': 'Aðeins hluti er bakfærður enn. Bíðið þar til það er staðfest.',
  'meaning.undo.approved': 'Posinn staðfesti það.',
  'meaning.undo.partlyApproved': 'Aðeins hluti var bakfærður. Kallið á stjórnanda.',
  'meaning.undo.declined': 'Bankinn bakfærði það ekki.',
  'meaning.undo.cancelled': 'Stöðvað áður en nokkuð var bakfært. Hægt er að reyna aftur.',
  'meaning.undo.reversed': 'Þetta var bakfært og svo afturkallað. Hægt er að reyna aftur.',
  'meaning.undo.failed': 'Posinn gat ekki lokið þessu. Hægt er að reyna aftur.',
  'meaning.undo.notChargedProved':
    'Spurt hefur verið nógu lengi: þetta kemst ekki lengur til skila. Óhætt er að bakfæra aftur.',

  'meaning.hold.waiting': 'Viðskiptavinurinn ber kortið að posanum. Upphæðin er tekin frá á kortinu, ekki gjaldfærð.',
  'meaning.hold.checking': 'Ekki taka frá aftur að svo stöddu.',
  'meaning.hold.notKnown': 'Ekki taka upphæðina frá aftur. Ekki afhenda vörur nema stjórnandi leyfi.',
  'meaning.hold.confirming': 'Bankinn segir frátekið en posinn ekki enn. Bíðið þar til það er staðfest.',
  'meaning.hold.partlyApprovedConfirming': 'Aðeins hluti er frátekinn enn. Bíðið þar til það er staðfest.',
  'meaning.hold.approved': 'Ekkert er gjaldfært fyrr en innheimt er.',
  'meaning.hold.partlyApproved': 'Aðeins þessi hluti er frátekinn. Ekkert er gjaldfært fyrr en innheimt er.',
  'meaning.hold.declined': 'Kortið eða banki korthafa sagði nei. Reynið annað kort.',
  'meaning.hold.cancelled': 'Stöðvað áður en nokkuð var tekið frá. Hægt er að reyna aftur.',
  'meaning.hold.reversed': 'Þetta var frátekið og svo losað aftur. Hægt er að reyna aftur.',
  'meaning.hold.failed': 'Posinn gat ekki lokið þessu. Hægt er að reyna aftur.',
  'meaning.hold.notChargedProved':
    'Spurt hefur verið nógu lengi: þetta kemst ekki lengur til skila. Óhætt er að taka upphæðina frá aftur.',

  'meaning.adjust.waiting': 'Það er á leið til bankans.',
  'meaning.adjust.checking': 'Ekki breyta þjórfénu aftur að svo stöddu. Salan sjálf stendur.',
  'meaning.adjust.notKnown':
    'Salan sjálf stendur. Nefnið enga nýja heildarupphæð við viðskiptavininn fyrr en þetta er vitað.',
  'meaning.adjust.confirming': 'Bankinn segir breytt en hefur ekki staðfest það enn.',
  'meaning.adjust.partlyApprovedConfirming': 'Aðeins hluti er tekinn enn. Bíðið þar til það er staðfest.',
  'meaning.adjust.approved': 'Bankinn staðfesti það. Það kemur í stað alls fyrra þjórfjár af þessari sölu.',
  'meaning.adjust.partlyApproved': 'Aðeins hluti var tekinn sem þjórfé. Kallið á stjórnanda.',
  'meaning.adjust.declined': 'Bankinn sagði nei. Salan sjálf stendur.',
  'meaning.adjust.cancelled': 'Þetta var stöðvað. Salan sjálf stendur. Hægt er að reyna aftur.',
  'meaning.adjust.reversed': 'Breytingin var afturkölluð. Salan sjálf stendur. Hægt er að reyna aftur.',
  'meaning.adjust.failed': 'Ekki tókst að ljúka þessu. Salan sjálf stendur. Hægt er að reyna aftur.',
  'meaning.adjust.notChargedProved':
    'Spurt hefur verið nógu lengi: þetta kemst ekki lengur til skila. Óhætt er að breyta þjórfénu aftur.',

  'meaning.none.waiting': 'Posinn gerir þetta núna. Engir peningar færast.',
  'meaning.none.checking': 'Engir peningar færast, svo ekkert getur týnst eða tvöfaldast. Bíðið eða haldið áfram.',
  'meaning.none.notDone': 'Engir peningar færast: óhætt er að gera þetta aftur.',
  'meaning.none.silence': 'Posinn svaraði ekki. Engir peningar færast: óhætt er að gera þetta aftur.',

  'refused.terminalBusy': 'Posinn er í notkun. Ljúkið því eða hættið við það sem er á honum og reynið svo aftur.',
  'refused.terminalOffline':
    'Slökkt er á posanum eða hann er ekki nettengdur. Kveikið á honum, bíðið eftir upphafsskjánum og reynið aftur.',
  'refused.terminalNotAssigned': 'Posinn tilheyrir ekki þessari verslun. Veljið annan og látið stjórnanda vita.',
  'refused.keyRefused': 'Handpoint tekur ekki við lykli þessa kassa. Biðjið stjórnanda að athuga hann.',
  'refused.invalidRequest': 'Handpoint tók ekki við beiðninni. Athugið upphæðina eða kallið á stjórnanda.',
  'refused.tooManyRequests': 'Of margar beiðnir í einu. Bíðið í tíu sekúndur og reynið aftur.',
  'refused.originalNotFound': 'Bankinn á ekki lengur það sem átti að breyta: þeim degi er lokað.',
  'refused.notAllowed': 'Bankinn á það skráð og leyfir þetta ekki. Kallið á stjórnanda.',
  'refused.other': 'Handpoint hafnaði þessu áður en nokkur posi sá það. Reynið aftur eða kallið á stjórnanda.',
  'refused.noConnection': 'Engin tenging var, svo þetta fór aldrei úr þessari tölvu. Athugið netið og reynið aftur.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
