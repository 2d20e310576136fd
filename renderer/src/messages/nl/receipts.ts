/** Bonnen en handtekeningen zoals ze getoond worden. */
export const receipts = {
  'receipt.title': 'Bonnen',
  'receipt.tab.customerReceipt': 'Bon voor de klant',
  'receipt.tab.merchantReceipt': 'Bon voor de winkel',
  'receipt.tab.signature': 'Handtekening',
  'receipt.pending': 'Is onderweg',
  'receipt.pending.meaning':
    'Paydesk haalt het op bij Handpoint en blijft het vanzelf proberen; het verschijnt hier. De betaling hangt er niet van af.',
  'receipt.built': 'Gemaakt door deze kassa',
  'receipt.built.meaning':
    'Er is geen bon van de terminal. Daarom is deze gemaakt van wat Paydesk van de betaling weet.',
  'receipt.built.expired':
    'De bon van de terminal zelf is dertien maanden bewaard en daarna gewist. Deze is gemaakt van wat Paydesk nog weet.',
  'receipt.expired.signature': 'Niet meer bewaard',
  'receipt.expired.signature.meaning': 'De handtekening is dertien maanden bewaard en daarna gewist.',
  'receipt.none': 'Hiervan is geen bon.',
  'receipt.none.open': 'Er is nog geen bon: die komt zodra de uitslag bekend is.',
  'receipt.none.signature': 'Er is geen handtekening gevraagd, of de terminal gaf er geen.',
  'receipt.empty': 'De bon van de terminal is leeg. De bedragen en tijden staan op deze pagina.',
  'receipt.asText': 'Deze bon kan niet getoond worden zoals de terminal hem maakte. Dit is de tekst:',
  'receipt.readAgain': 'Opnieuw lezen',
  'signature.picture': 'De handtekening van de klant',
  'signature.unusable':
    'De afbeelding van de handtekening is beschadigd en kan niet getoond worden. Kijk op de bon voor de winkel.',
} as const
