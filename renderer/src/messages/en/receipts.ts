/** Receipts and signatures as they are shown. */
export const receipts = {
  'receipt.title': 'Receipts',
  'receipt.tab.customerReceipt': 'Customer copy',
  'receipt.tab.merchantReceipt': 'Merchant copy',
  'receipt.tab.signature': 'Signature',
  'receipt.pending': 'It is on its way',
  'receipt.pending.meaning':
    'Paydesk fetches it from Handpoint and goes on trying by itself; it appears here. The payment does not depend on it.',
  'receipt.built': 'Made by this till',
  'receipt.built.meaning':
    'There is no receipt from the terminal, so this one is made of what Paydesk knows about the payment.',
  'receipt.built.expired':
    'The terminal’s own receipt was kept for thirteen months and then deleted. This one is made of what Paydesk still knows.',
  'receipt.expired.signature': 'No longer kept',
  'receipt.expired.signature.meaning': 'The signature was kept for thirteen months and then deleted.',
  'receipt.none': 'There is no receipt for this.',
  'receipt.none.open': 'There is no receipt yet: it comes once the outcome is known.',
  'receipt.none.signature': 'No signature was asked for, or the terminal gave none.',
  'receipt.empty': 'The terminal’s receipt is empty. The amounts and the times are on this page.',
  'receipt.asText': 'This receipt cannot be drawn as the terminal made it. This is its text:',
  'receipt.readAgain': 'Read it again',
  'signature.picture': 'The customer’s signature',
  'signature.unusable': 'The picture of the signature is damaged and cannot be shown. Look at the merchant copy.',
} as const
