import type { PrintWords } from '../print-words.ts'

/** French words on paper beside a receipt. */
export const fr: PrintWords = {
  copy: 'DUPLICATA',
  practice: 'ENTRAÎNEMENT',
  practiceNote: 'Aucun argent n’a circulé. Ceci n’est pas un ticket.',
  customerReceipt: 'Ticket',
  merchantReceipt: 'Ticket commerçant',
  customerSlip: 'Bordereau client',
  slip: {
    title: 'RÉSULTAT PAS ENCORE CONNU',
    amount: 'Montant demandé',
    started: 'Commencé',
    printed: 'Imprimé',
    terminal: 'Terminal',
    reference: 'Référence',
    customerReference: 'Commande',
    meaning: 'Nous ne savons pas encore si votre carte a été débitée. Ce bordereau n’est pas une preuve de paiement.',
    happens: 'Le magasin continue à interroger la banque jusqu’à ce que le résultat soit connu.',
    todo: 'Rien n’est à payer de nouveau tant que le magasin n’a pas dit ce qu’il en est. Consultez votre compte, et revenez ou appelez avec ce bordereau.',
    keep: 'Merci de conserver ce bordereau.',
  },
}
