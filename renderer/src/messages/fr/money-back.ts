import type { moneyBack as english } from '../en/money-back.ts'

/** Giving money back, and changing a tip, in French. */
export const moneyBack = {
  'moneyBack.act.refund': 'Rembourser…',
  'moneyBack.act.saleReversal': 'Annuler toute la vente…',
  'moneyBack.act.moToReversal': 'Annuler tout le paiement…',
  'moneyBack.act.refundReversal': 'Annuler ce remboursement…',
  'moneyBack.act.tip': 'Pourboire…',
  'moneyBack.act.unlinked': 'Rembourser sans vente…',

  'moneyBack.refund': 'Rembourser',
  'moneyBack.refund.of': 'Rembourser : {what}',
  'moneyBack.refund.act': 'Rembourser {amount}',
  'moneyBack.refund.instead': 'Rembourser une partie…',
  'moneyBack.all': 'Tout le reste',
  'moneyBack.refunded': 'Déjà remboursé',
  'moneyBack.left': 'Encore remboursable',
  'moneyBack.tooMuch': 'Il n’en reste que {amount}. Saisissez cela ou moins.',
  'moneyBack.notPossible': 'La situation a changé entre-temps. Fermez et regardez où cela en est.',

  'moneyBack.reversal': 'Annuler toute la vente',
  'moneyBack.reversal.lead': 'Le client récupère tout et n’en voit rien sur son relevé. Aucune carte n’est nécessaire.',
  'moneyBack.reversal.batch':
    'C’est possible jusqu’à ce que la banque close les paiements du jour. S’il est trop tard, rien ne se passe et Paydesk le dit : remboursez alors.',
  'moneyBack.reversal.signed': 'Le client a signé : un responsable doit donc approuver.',
  'moneyBack.reversal.act': 'Annuler la vente : {amount}',
  'moneyBack.reversal.hint': 'Tout, et le même jour ? Annulée, la vente n’apparaît même pas sur le relevé.',
  'moneyBack.reversal.instead': 'Plutôt annuler la vente…',
  'moneyBack.reversal.refund': 'Annuler tout le remboursement',
  'moneyBack.reversal.refund.lead': 'Finalement, le client ne reçoit pas ce remboursement. La vente compte de nouveau.',
  'moneyBack.reversal.refund.act': 'Annuler le remboursement de {amount}',
  'moneyBack.terminalGone': '{terminal} est injoignable. La banque peut le faire sans le terminal.',

  'moneyBack.unlinked': 'Rembourser sans vente',
  'moneyBack.unlinked.lead':
    'Seulement si la vente n’est pas sur cette caisse. Le client présente une carte, et l’argent y est versé. Un responsable approuve et dit pourquoi.',

  'moneyBack.tip': 'Pourboire',
  'moneyBack.tip.on': 'Pourboire sur {what}',
  'moneyBack.tip.lead':
    'Saisissez tout le pourboire tel qu’il figure sur le ticket : il remplace tout pourboire précédent.',
  'moneyBack.tip.without': 'Sans pourboire',
  'moneyBack.tip.now': 'Pourboire actuel',
  'moneyBack.tip.total': 'Nouveau total',
  'moneyBack.tip.high': 'Ce pourboire dépasse ce qui a été payé. Vérifiez-le ; un responsable doit l’approuver.',
  'moneyBack.tip.act': 'Passer à {total} au total',

  'moneyBack.twin.moved': '{amount} : remboursé {ago} sur {terminal} ({what}). Rembourser encore ?',
  'moneyBack.twin.moved.todo':
    'Le même client : ne remboursez pas, ce remboursement est bon. Un autre client, même montant : remboursez.',
  'moneyBack.twin.doubt': '{amount} sur {terminal} : pas encore connu ({what}, {ago}). Rembourser encore ?',
  'moneyBack.twin.doubt.todo':
    'Le même client : ne remboursez pas, ce montant peut déjà être remboursé. Un autre client, même montant : remboursez.',
  'moneyBack.twin.no': 'Ne pas rembourser',
  'moneyBack.twin.yes': 'Rembourser encore {amount}',

  'moneyBack.which': 'Quelle vente ?',
  'moneyBack.which.newest': 'Les ventes débitées les plus récentes. Tapez pour en trouver une autre.',
  'moneyBack.which.none': 'Aucune vente trouvée',
  'moneyBack.which.none.todo':
    'Saisissez autre chose, ou regardez tout l’Historique. Ce qui n’a pas été vendu sur cette caisse se rembourse sans vente.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
