import type { receipts as english } from '../en/receipts.ts'

/** Receipts and signatures as they are shown, in French. */
export const receipts = {
  'receipt.title': 'Tickets',
  'receipt.tab.customerReceipt': 'Ticket client',
  'receipt.tab.merchantReceipt': 'Ticket commerçant',
  'receipt.tab.signature': 'Signature',
  'receipt.pending': 'Le ticket est en route',
  'receipt.pending.meaning':
    'Paydesk le demande à Handpoint et réessaie tout seul ; il apparaîtra ici. Le paiement n’en dépend pas.',
  'receipt.built': 'Établi par cette caisse',
  'receipt.built.meaning':
    'Le terminal n’a pas donné de ticket : celui-ci est établi avec ce que Paydesk sait du paiement.',
  'receipt.built.expired':
    'Le ticket du terminal a été conservé treize mois, puis effacé. Celui-ci est établi avec ce que Paydesk sait encore.',
  'receipt.expired.signature': 'N’est plus conservée',
  'receipt.expired.signature.meaning': 'La signature a été conservée treize mois, puis effacée.',
  'receipt.none': 'Il n’y a pas de ticket pour ceci.',
  'receipt.none.open': 'Il n’y a pas encore de ticket : il viendra une fois le résultat connu.',
  'receipt.none.signature': 'Aucune signature n’a été demandée, ou le terminal n’en a pas donné.',
  'receipt.empty': 'Le ticket du terminal est vide. Les montants et les heures figurent sur cette page.',
  'receipt.asText': 'Ce ticket ne peut pas être affiché tel que le terminal l’a fait. Voici son texte :',
  'receipt.readAgain': 'Relire',
  'signature.picture': 'La signature du client',
  'signature.unusable':
    'L’image de la signature est endommagée et ne peut pas être affichée. Regardez le ticket commerçant.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
