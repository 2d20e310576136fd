import type { errors as english } from '../en/errors.ts'

/** Failures, in Icelandic. */
export const errors = {
  'error.input.invalid': 'Paydesk skildi ekki þessa aðgerð. Reynið aftur; ef það dugar ekki skal kalla á stjórnanda.',
  'error.amount.empty': 'Sláið fyrst inn upphæð.',
  'error.amount.notANumber': 'Þetta er ekki upphæð. Sláið hana inn á talnaborðinu.',
  'error.amount.zero': 'Upphæðin er núll. Sláið inn það sem á að greiða.',
  'error.amount.negative': 'Upphæðin má ekki vera neikvæð. Sláið inn það sem á að greiða.',
  'error.amount.tooLarge': 'Þetta er meira en posi ræður við. Athugið upphæðina.',
  'error.amount.tooManyDecimals': 'Upphæðin hefur fleiri aukastafi en gjaldmiðillinn. Athugið upphæðina.',
  'error.amount.ambiguous': 'Upphæðina má lesa á tvo vegu. Sláið hana inn á talnaborðinu.',
  'error.terminal.unknown': 'Þessi posi er ekki lengur á lista verslunarinnar. Veljið annan.',
  'error.terminal.virtual': 'Þetta er ekki kortaposi. Veljið annan.',
  'error.terminal.unresolved': 'Posinn er upptekinn: opin greiðsla. Opnið þá greiðslu eða notið annan posa.',
  'error.payment.looksDoubled':
    'Sama upphæð var hafin eða greidd rétt áðan. Skoðið fyrst listann. Ef hún var annars viðskiptavinar skal slá þessa inn á síðunni „Sala“ og gjaldfæra þar.',
  'error.payment.notFound': 'Þessi kassi á enga slíka greiðslu. Skoðið listann.',
  'error.payment.notCancellable': 'Ekki er lengur hægt að hætta við þessa greiðslu. Bíðið eftir niðurstöðu hennar.',
  'error.payment.notRetryable': 'Þetta er ekki hægt að reyna aftur. Skoðið stöðuna í listanum.',
  'error.currency.mismatch': 'Upphæðin er ekki í gjaldmiðli verslunarinnar. Hefjið söluna aftur.',
  'error.original.notCharged': 'Ekki er sannað að peningar hafi færst í þeirri fyrri. Engu er að breyta enn.',
  'error.original.noTransactionId':
    'Bankinn gaf þeirri fyrri ekkert númer, svo ekki er hægt að breyta henni á þessum kassa. Kallið á stjórnanda.',
  'error.original.linkUnresolved':
    'Annað var hafið með þessa greiðslu og ekki vitað enn um það. Skoðið „Óútkljáð“ og bíðið þar til það er vitað.',
  'error.original.alreadyReversed': 'Þetta var þegar bakfært. Skoðið síðu þess í „Færslur“.',
  'error.original.alreadyRefunded': 'Hluti var þegar endurgreiddur. Aðeins er hægt að endurgreiða það sem er eftir.',
  'error.original.alreadyCaptured': 'Þetta var þegar innheimt. Endurgreiðið í staðinn.',
  'error.original.doneElsewhere':
    'Bankinn segir að þetta hafi þegar verið endurgreitt eða innheimt, og ekki á þessum kassa. Hér er ekki hægt að gera meira við það. Kallið á stjórnanda.',
  'error.original.tooMuch': 'Þetta er meira en er eftir. Síða greiðslunnar í „Færslur“ sýnir hvað er eftir.',
  'error.original.wrongKind': 'Þetta er ekki hægt að gera við þessa tegund greiðslu.',
  'error.operation.disabled': 'Þessi verslun notar þetta ekki. Stjórnandi getur virkjað það í stillingum.',
  'error.approval.needed': 'Stjórnandi þarf að samþykkja þetta. Biðjið stjórnanda að slá inn PIN-númerið.',
  'error.approval.notSet':
    'Ekkert PIN-númer stjórnanda er á þessum kassa, svo þetta er ekki hægt hér. Sá sem sér um kassann getur sett það.',
  'error.settlement.notNeeded':
    'Útkoman er orðin vituð, svo stjórnandi þarf ekki að útkljá hana. Skoðið hvernig staðan er nú.',
  'error.settlement.changed':
    'Meira varð vitað á meðan þetta var fyllt út, svo ekkert var skráð. Skoðið það sem er nýtt og veljið svo aftur.',
  'error.document.missing': 'Ekkert slíkt skjal er til fyrir þessa greiðslu.',
  'error.document.pending':
    'Kvittunin er enn á leiðinni frá Handpoint. Hún er sótt sjálfkrafa; reynið aftur eftir mínútu. Þetta snertir ekki greiðsluna.',
  'error.printer.none':
    'Þessi tölva hefur engan prentara sem Paydesk getur notað, eða enginn var valinn. Veljið hann undir „Prentarar og pappír“ eða prentið á posanum. Þetta snertir ekki greiðsluna.',
  'error.pdf.failed':
    'Ekki tókst að búa til eða vista PDF. Þetta snertir ekki greiðsluna. Reynið aftur eða prentið í staðinn.',
  'error.jobs.unavailable':
    'Paydesk gat ekki skráð það sem á að prenta, svo ekkert er prentað eða sent. Þetta snertir ekki greiðsluna. Laust pláss þarf að vera á diskinum.',
  'error.job.missing': 'Þessi prentun er ekki lengur á listanum: hún var tekin af honum eða er löngu búin.',
  'error.slip.notNeeded': 'Útkoman er nú vituð: prentið kvittunina í staðinn.',
  'error.mail.off':
    'Þessi kassi sendir ekki tölvupóst: enginn póstþjónn var settur upp. Prentið kvittunina eða vistið hana sem PDF.',
  'error.journal.unavailable':
    'Paydesk getur ekki vistað greiðslur í þessari tölvu og selur því ekki. Kallið á stjórnanda.',
  'error.journal.newer': 'Greiðslur í þessari tölvu voru vistaðar með nýrra Paydesk. Uppfærið Paydesk á þessum kassa.',
  'error.journal.inUse': 'Paydesk er þegar opið í þessari tölvu. Notið þann glugga eða lokið honum fyrst.',
  'error.journal.restoring':
    'Verið er að endurheimta greiðslur í þessari tölvu. Sala heldur sjálfkrafa áfram eftir það; skoðið „Óútkljáð“ á meðan.',
  'error.disk.low':
    'Diskur þessarar tölvu er næstum fullur, svo ekkert nýtt hefst. Losið um pláss eða kallið á stjórnanda.',
  'error.key.missing': 'Þessi kassi er ekki enn með Handpoint-lykil. Biðjið stjórnanda að slá hann inn.',
  'error.key.refused': 'Handpoint tekur ekki við lykli þessa kassa. Biðjið stjórnanda að athuga hann.',
  'error.cloud.unreachable': 'Ekki næst samband við Handpoint. Athugið netið; Paydesk reynir sjálfkrafa áfram.',
  'error.cloud.unexpected': 'Handpoint svaraði einhverju sem Paydesk skilur ekki. Kallið á stjórnanda.',
  'error.bridge.refused': 'Þessi síða má ekki lengur tala við Paydesk. Lokið henni og opnið Paydesk aftur.',
  'error.bridge.disconnected': 'Paydesk svaraði ekki. Skoðið listann áður en nokkuð er gjaldfært aftur.',
  'error.internal': 'Eitthvað er að í Paydesk. Skoðið listann áður en haldið er áfram og kallið á stjórnanda.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
