import type { receipts as english } from '../en/receipts.ts'

/** Receipts and signatures as they are shown, in Icelandic. */
export const receipts = {
  'receipt.title': 'Kvittanir',
  'receipt.tab.customerReceipt': 'Eintak viðskiptavinar',
  'receipt.tab.merchantReceipt': 'Eintak verslunar',
  'receipt.tab.signature': 'Undirskrift',
  'receipt.pending': 'Hún er á leiðinni',
  'receipt.pending.meaning':
    'Paydesk sækir hana til Handpoint og reynir sjálfkrafa áfram; hún birtist hér. Greiðslan er ekki háð henni.',
  'receipt.built': 'Gerð á þessum kassa',
  'receipt.built.meaning': 'Engin kvittun er til frá posanum, svo þessi er gerð úr því sem Paydesk veit um greiðsluna.',
  'receipt.built.expired':
    'Kvittun posans sjálfs var geymd í þrettán mánuði og svo eytt. Þessi er gerð úr því sem Paydesk veit enn.',
  'receipt.expired.signature': 'Ekki lengur geymd',
  'receipt.expired.signature.meaning': 'Undirskriftin var geymd í þrettán mánuði og svo eytt.',
  'receipt.none': 'Engin kvittun er til fyrir þetta.',
  'receipt.none.open': 'Engin kvittun er til enn: hún kemur þegar útkoman er vituð.',
  'receipt.none.signature': 'Ekki var beðið um undirskrift eða posinn gaf enga.',
  'receipt.empty': 'Kvittun posans er tóm. Upphæðir og tímar eru á þessari síðu.',
  'receipt.asText': 'Ekki er hægt að sýna þessa kvittun eins og posinn gerði hana. Þetta er texti hennar:',
  'receipt.readAgain': 'Lesa aftur',
  'signature.picture': 'Undirskrift viðskiptavinarins',
  'signature.unusable': 'Myndin af undirskriftinni er skemmd og ekki hægt að sýna hana. Skoðið eintak verslunar.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
