import type { errors as english } from '../en/errors.ts'

/** Failures, in French. What happened to the money is said before these, by the money state. */
export const errors = {
  'error.input.invalid':
    'Paydesk n’a pas compris cette action. Réessayez une fois ; si cela persiste, appelez votre responsable.',
  'error.amount.empty': 'Saisissez d’abord un montant.',
  'error.amount.notANumber': 'Ce n’est pas un montant. Saisissez-le avec le pavé numérique.',
  'error.amount.zero': 'Le montant est nul. Saisissez ce qui est à payer.',
  'error.amount.negative': 'Un montant à encaisser ne peut pas être négatif. Saisissez ce qui est à payer.',
  'error.amount.tooLarge': 'C’est plus qu’un terminal ne peut accepter. Vérifiez le montant.',
  'error.amount.tooManyDecimals': 'Le montant a plus de décimales que la devise. Vérifiez le montant.',
  'error.amount.ambiguous': 'Le montant peut se lire de deux façons. Saisissez-le avec le pavé numérique.',
  'error.terminal.unknown': 'Ce terminal n’est plus dans la liste du magasin. Choisissez-en un autre.',
  'error.terminal.virtual': 'Ce n’est pas un terminal de paiement. Choisissez-en un autre.',
  'error.terminal.unresolved':
    'Le terminal est retenu par un paiement en suspens. Ouvrez ce paiement, ou prenez un autre terminal.',
  'error.payment.looksDoubled':
    'Le même montant vient d’être commencé ou payé. Regardez d’abord la liste. S’il était pour un autre client, saisissez-le dans Vente et encaissez-le là.',
  'error.payment.notFound': 'Cette caisse n’a pas ce paiement. Regardez la liste.',
  'error.payment.notCancellable': 'Ce paiement ne peut plus être abandonné. Attendez son résultat.',
  'error.payment.notRetryable': 'Un nouvel essai n’est pas possible. Regardez dans la liste où cela en est.',
  'error.currency.mismatch': 'Le montant n’est pas dans la devise du magasin. Recommencez la vente.',
  'error.original.notCharged':
    'Il n’est pas prouvé que le premier ait déplacé de l’argent. Il n’y a encore rien à modifier.',
  'error.original.noTransactionId':
    'La banque n’a pas donné de numéro au premier : cette caisse ne peut donc pas le modifier. Appelez votre responsable.',
  'error.original.linkUnresolved':
    'Autre chose a été commencé avec lui, et ce n’est pas encore connu. Regardez dans En suspens, et attendez.',
  'error.original.alreadyReversed': 'C’est déjà annulé. Regardez sa page dans Historique.',
  'error.original.alreadyRefunded': 'Une partie est déjà remboursée. Seul le reste peut l’être.',
  'error.original.alreadyCaptured': 'C’est déjà encaissé. Remboursez plutôt.',
  'error.original.doneElsewhere':
    'Selon la banque, c’est déjà remboursé ou encaissé, et pas par cette caisse. Rien de plus n’est possible ici. Appelez votre responsable.',
  'error.original.tooMuch': 'C’est plus que ce qu’il en reste. Le reste figure sur sa page dans Historique.',
  'error.original.wrongKind': 'Ce n’est pas possible avec ce type de paiement.',
  'error.operation.disabled':
    'Ce magasin n’utilise pas cette fonction. Un responsable peut l’activer dans la configuration.',
  'error.approval.needed': 'Un responsable doit approuver. Demandez au vôtre de saisir son PIN.',
  'error.approval.notSet':
    'Aucun PIN de responsable n’est fixé sur cette caisse : ce n’est donc pas possible ici. Qui s’occupe de la caisse peut en fixer un.',
  'error.settlement.notNeeded':
    'C’est connu entre-temps : aucun responsable n’a besoin de le clore. Regardez où cela en est.',
  'error.settlement.changed':
    'On en sait plus depuis que ceci a été rempli, donc rien n’a été enregistré. Regardez ce qui est nouveau, puis choisissez de nouveau.',
  'error.document.missing': 'Ce document n’existe pas pour ce paiement.',
  'error.document.pending':
    'Handpoint n’a pas encore livré le ticket. Il arrive tout seul ; réessayez dans une minute. Le paiement n’est pas touché.',
  'error.printer.none':
    'Cet ordinateur n’a pas d’imprimante utilisable par Paydesk, ou aucune n’est choisie. Choisissez-en une dans Imprimantes, ou imprimez sur le terminal. Le paiement n’est pas touché.',
  'error.pdf.failed':
    'Le PDF n’a pas pu être créé ou enregistré. Le paiement n’est pas touché. Réessayez, ou imprimez plutôt.',
  'error.jobs.unavailable':
    'Paydesk n’a pas pu noter ce qui est à imprimer : rien n’est donc imprimé ni envoyé. Le paiement n’est pas touché. Il faut de la place sur le disque.',
  'error.job.missing': 'Cette impression n’est plus dans la liste : elle a été retirée, ou terminée depuis longtemps.',
  'error.slip.notNeeded': 'Le résultat est connu maintenant : imprimez plutôt le ticket.',
  'error.mail.off':
    'Cette caisse n’envoie pas d’e-mails : aucun serveur de messagerie n’est réglé. Imprimez le ticket ou enregistrez-le en PDF.',
  'error.journal.unavailable':
    'Paydesk ne peut pas enregistrer de paiements sur cet ordinateur : il ne vend donc pas. Appelez votre responsable.',
  'error.journal.newer':
    'Les paiements de cet ordinateur ont été enregistrés par un Paydesk plus récent. Mettez Paydesk à jour sur cette caisse.',
  'error.journal.inUse': 'Paydesk est déjà ouvert sur cet ordinateur. Utilisez cette fenêtre, ou fermez-la d’abord.',
  'error.journal.restoring':
    'Les paiements de cet ordinateur sont en cours de restauration. La vente reprend ensuite d’elle-même ; consultez En suspens en attendant.',
  'error.disk.low':
    'Le disque de cet ordinateur est presque plein : rien de nouveau ne commence. Libérez de la place, ou appelez votre responsable.',
  'error.key.missing': 'Cette caisse n’a pas encore de clé Handpoint. Demandez à votre responsable de la saisir.',
  'error.key.refused': 'Handpoint n’accepte pas la clé de cette caisse. Demandez à votre responsable de la vérifier.',
  'error.cloud.unreachable': 'Handpoint est injoignable. Vérifiez le réseau ; Paydesk réessaie tout seul.',
  'error.cloud.unexpected': 'Handpoint a répondu quelque chose que Paydesk ne comprend pas. Appelez votre responsable.',
  'error.bridge.refused': 'Cette page ne peut plus parler à Paydesk. Fermez-la et rouvrez Paydesk.',
  'error.bridge.disconnected':
    'Paydesk n’a pas répondu. Regardez la liste avant d’encaisser quoi que ce soit de nouveau.',
  'error.internal':
    'Quelque chose ne va pas dans Paydesk. Regardez la liste avant de continuer, et appelez votre responsable.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
