import type { meanings as english } from '../en/meanings.ts'

/** What a state means and what to do, under the headline, in French. */
export const meanings = {
  'meaning.starting': 'C’est enregistré et en route vers {terminal}.',
  'meaning.starting.gateway': 'C’est enregistré et en route vers la banque. Aucun terminal n’est nécessaire.',
  'meaning.longWait': 'Regardez {terminal} : attend-il la carte, un code ou un choix ?',
  'meaning.cancelling': 'Si la carte est déjà en cours d’utilisation, le paiement peut encore passer.',
  'meaning.cannotCancel': 'Le terminal continue. Attendez son résultat.',
  'meaning.settled': 'Noté par un responsable. Motif : {reason}',
  'meaning.done': 'Cela n’a déplacé aucun argent.',
  'meaning.approved.gateway': 'La banque l’a confirmé ; aucun terminal n’était nécessaire.',
  'meaning.approved.unconfirmed':
    'C’est la banque qui le dit ; le terminal ne l’a jamais confirmé. Conservez la référence.',
  'meaning.unwritten':
    'Paydesk ne peut plus rien enregistrer sur cet ordinateur. Ne le refaites pas. Appelez votre responsable : dès que Paydesk pourra enregistrer et sera relancé, il interrogera lui-même la banque.',
  'meaning.refundInstead':
    'L’annulation n’est plus possible : la banque a clos cette journée, ou refuse. Rendez plutôt l’argent par un remboursement : cherchez la vente dans Historique.',

  'meaning.charge.waiting': 'Le client paie là. Le bip signifie que la carte est lue, pas que le paiement est accepté.',
  'meaning.charge.checking': 'N’encaissez pas encore de nouveau.',
  'meaning.charge.notKnown': 'Ne réencaissez pas cette carte. Ne remettez rien sans le responsable.',
  'meaning.charge.confirming':
    'La banque dit accepté, le terminal ne l’a pas encore dit. Attendez avant de remettre la marchandise.',
  'meaning.charge.partlyApprovedConfirming':
    'Le client peut encore refuser sur le terminal. Attendez que ce soit confirmé.',
  'meaning.charge.approved': 'Le terminal l’a confirmé.',
  'meaning.charge.partlyApproved': 'Encaissez le reste comme nouvelle vente, avec une autre carte ou autrement.',
  'meaning.charge.declined': 'La carte ou sa banque a refusé. Essayez une autre carte ou un autre moyen de paiement.',
  'meaning.charge.cancelled': 'Arrêté avant que la carte soit débitée. Vous pouvez réessayer.',
  'meaning.charge.reversed':
    'Le paiement avait été accepté, puis annulé : la carte n’est pas débitée. Vous pouvez réessayer.',
  'meaning.charge.failed': 'Le terminal n’a pas pu terminer. Vous pouvez réessayer.',
  'meaning.charge.notChargedProved':
    'Nous avons demandé assez longtemps : ce paiement ne peut plus arriver. Encaisser de nouveau est sans risque.',

  'meaning.refund.waiting':
    'Le client y présente sa carte et y reçoit l’argent. Le bip signifie que la carte est lue, pas que c’est remboursé.',
  'meaning.refund.checking': 'Ne remboursez pas encore de nouveau.',
  'meaning.refund.notKnown': 'Ne remboursez pas de nouveau, même autrement. Appelez le responsable.',
  'meaning.refund.confirming':
    'La banque dit remboursé, le terminal ne l’a pas encore dit. Ne remboursez pas de nouveau.',
  'meaning.refund.partlyApprovedConfirming':
    'Une partie seulement est remboursée jusqu’ici. Attendez que ce soit confirmé.',
  'meaning.refund.approved':
    'Le terminal l’a confirmé. Il faut parfois plusieurs jours avant de le voir sur le compte du client.',
  'meaning.refund.partlyApproved': 'Remboursez le reste par un nouveau remboursement.',
  'meaning.refund.declined':
    'La carte ou sa banque a refusé. Prenez la carte qui a payé, ou appelez votre responsable.',
  'meaning.refund.cancelled': 'Arrêté avant que rien ne soit remboursé. Vous pouvez réessayer.',
  'meaning.refund.reversed':
    'Le remboursement avait eu lieu, puis il a été annulé : rien n’a été remboursé. Vous pouvez réessayer.',
  'meaning.refund.failed': 'Le terminal n’a pas pu terminer. Vous pouvez réessayer.',
  'meaning.refund.notChargedProved':
    'Nous avons demandé assez longtemps : ce remboursement ne peut plus arriver. Rembourser de nouveau est sans risque.',

  'meaning.undo.waiting': 'L’annulation se fait là. Le terminal peut demander la carte.',
  'meaning.undo.checking': 'N’annulez pas encore de nouveau, et ne remboursez pas.',
  'meaning.undo.notKnown': 'N’annulez plus, ne remboursez plus. Appelez le responsable.',
  'meaning.undo.confirming': 'La banque dit annulé, le terminal ne l’a pas encore dit. Ne remboursez pas.',
  'meaning.undo.partlyApprovedConfirming': 'Une partie seulement est annulée jusqu’ici. Attendez que ce soit confirmé.',
  'meaning.undo.approved': 'Le terminal l’a confirmé.',
  'meaning.undo.partlyApproved': 'Une partie seulement a été annulée. Appelez votre responsable.',
  'meaning.undo.declined': 'La banque n’a pas fait l’annulation.',
  'meaning.undo.cancelled': 'Arrêté avant que rien ne soit annulé. Vous pouvez réessayer.',
  'meaning.undo.reversed': 'L’annulation avait eu lieu, puis elle a été défaite. Vous pouvez réessayer.',
  'meaning.undo.failed': 'Le terminal n’a pas pu terminer. Vous pouvez réessayer.',
  'meaning.undo.notChargedProved':
    'Nous avons demandé assez longtemps : cette annulation ne peut plus arriver. Annuler de nouveau est sans risque.',

  'meaning.hold.waiting': 'Le client y présente sa carte. Le montant y est réservé, non débité.',
  'meaning.hold.checking': 'Ne réservez pas encore de nouveau.',
  'meaning.hold.notKnown': 'Ne réservez pas de nouveau. Ne remettez rien sans le responsable.',
  'meaning.hold.confirming': 'La banque dit réservé, le terminal ne l’a pas encore dit. Attendez que ce soit confirmé.',
  'meaning.hold.partlyApprovedConfirming':
    'Une partie seulement est réservée jusqu’ici. Attendez que ce soit confirmé.',
  'meaning.hold.approved': 'Rien n’est débité avant l’encaissement de la préautorisation.',
  'meaning.hold.partlyApproved':
    'Seule cette partie est réservée. Rien n’est débité avant l’encaissement de la préautorisation.',
  'meaning.hold.declined': 'La carte ou sa banque a refusé. Réessayez avec une autre carte.',
  'meaning.hold.cancelled': 'Arrêté avant que rien ne soit réservé. Vous pouvez réessayer.',
  'meaning.hold.reversed': 'Le montant avait été réservé, puis libéré. Vous pouvez réessayer.',
  'meaning.hold.failed': 'Le terminal n’a pas pu terminer. Vous pouvez réessayer.',
  'meaning.hold.notChargedProved':
    'Nous avons demandé assez longtemps : cette réservation ne peut plus arriver. Réserver de nouveau est sans risque.',

  'meaning.adjust.waiting': 'C’est en route vers la banque.',
  'meaning.adjust.checking': 'Ne modifiez pas encore le pourboire de nouveau. La vente elle-même reste valable.',
  'meaning.adjust.notKnown': 'La vente reste valable. N’annoncez pas encore de nouveau total.',
  'meaning.adjust.confirming': 'La banque dit modifié, et ne l’a pas encore confirmé.',
  'meaning.adjust.partlyApprovedConfirming': 'Une partie seulement est prise jusqu’ici. Attendez que ce soit confirmé.',
  'meaning.adjust.approved': 'La banque l’a confirmé. Il remplace tout pourboire précédent de cette vente.',
  'meaning.adjust.partlyApproved': 'Une partie seulement a été prise en pourboire. Appelez votre responsable.',
  'meaning.adjust.declined': 'La banque a refusé. La vente elle-même reste valable.',
  'meaning.adjust.cancelled': 'Arrêté. La vente elle-même reste valable. Vous pouvez réessayer.',
  'meaning.adjust.reversed': 'La modification a été défaite. La vente elle-même reste valable. Vous pouvez réessayer.',
  'meaning.adjust.failed':
    'La modification n’a pas pu aboutir. La vente elle-même reste valable. Vous pouvez réessayer.',
  'meaning.adjust.notChargedProved':
    'Nous avons demandé assez longtemps : cette modification ne peut plus arriver. Modifier de nouveau le pourboire est sans risque.',

  'meaning.none.waiting': 'Le terminal le fait maintenant. Cela ne déplace aucun argent.',
  'meaning.none.checking':
    'Cela ne déplace aucun argent : rien ne peut être perdu ni compté deux fois. Attendez, ou continuez.',
  'meaning.none.notDone': 'Cela ne déplace aucun argent : le refaire est sans risque.',
  'meaning.none.silence': 'Le terminal n’a pas répondu. Cela ne déplace aucun argent : le refaire est sans risque.',

  'refused.terminalBusy': 'Le terminal est occupé. Terminez ou abandonnez ce qu’il affiche, puis réessayez.',
  'refused.terminalOffline':
    'Le terminal est éteint ou n’a pas de réseau. Allumez-le, attendez son écran d’accueil, réessayez.',
  'refused.terminalNotAssigned':
    'Le terminal n’appartient pas à ce magasin. Choisissez-en un autre et prévenez votre responsable.',
  'refused.keyRefused': 'Handpoint n’accepte pas la clé de cette caisse. Demandez à votre responsable de la vérifier.',
  'refused.invalidRequest': 'Handpoint n’a pas accepté la demande. Vérifiez le montant, ou appelez votre responsable.',
  'refused.tooManyRequests': 'Trop de demandes à la fois. Attendez dix secondes, puis réessayez.',
  'refused.originalNotFound': 'La banque n’a plus ce qui devait être modifié : sa journée est close.',
  'refused.notAllowed': 'La banque l’a bien, mais ne le permet pas. Appelez votre responsable.',
  'refused.other': 'Handpoint l’a refusé avant qu’un terminal ne le voie. Réessayez, ou appelez votre responsable.',
  'refused.noConnection':
    'Il n’y avait pas de connexion : rien n’a quitté cet ordinateur. Vérifiez le réseau, réessayez.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
