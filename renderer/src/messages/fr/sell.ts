import type { sell as english } from '../en/sell.ts'

/** The page Sell and the choice of a terminal, in French. */
export const sell = {
  'sell.title': 'Vente',
  'sell.toPay': 'À payer',
  'sell.clear': 'Effacer',
  'sell.keypad': 'Pavé numérique',
  'sell.backspace': 'Effacer le dernier chiffre',
  'sell.charge': 'Encaisser',
  'sell.chargeAmount': 'Encaisser {amount}',
  'sell.charging': 'Démarrage…',
  'sell.terminal': 'Terminal',
  'sell.changeTerminal': 'Terminal {name}, {state}. Changer de terminal',
  'sell.noTerminal': 'Choisir un terminal',
  'sell.tip': 'Pourboire sur le terminal',
  'switch.on': 'Oui',
  'switch.off': 'Non',
  'sell.reference': 'Référence client',
  'sell.reference.add': 'Ajouter',
  'sell.reference.addName': 'Ajouter une référence client',
  'sell.reference.hint': 'Par exemple un numéro de commande. Figure dans la liste et sur le ticket.',
  'sell.reference.remove': 'Retirer la référence client',
  'sell.scanned': 'Rien n’a été débité. C’est un lecteur de codes qui a saisi cela : le montant est resté le même.',
  'sell.doubt.title': 'Nous ne savons pas encore.',
  'sell.doubt.meaning':
    '{amount} sur {terminal} : Paydesk n’a pas répondu, la vente a donc pu commencer. N’encaissez pas de nouveau.',
  'sell.doubt.todo':
    '« Regarder » montre cette même vente. Elle ne peut jamais débiter deux fois : si elle n’avait pas commencé, elle commence maintenant, une seule fois.',
  'sell.doubt.again': 'Regarder',
  'sell.doubt.looking': 'Recherche…',
  'sell.doubt.list': 'Voir la liste',
  'sell.twin.moved': '{amount} : débité {ago} sur {terminal} ({what}). Encaisser encore ?',
  'sell.twin.moved.todo':
    'Le même client : n’encaissez pas, ce paiement est bon. Un autre client, même montant : encaissez.',
  'sell.twin.doubt': '{amount} sur {terminal} : pas encore connu ({what}, {ago}). Encaisser encore ?',
  'sell.twin.doubt.todo':
    'Le même client : n’encaissez pas, ce paiement peut encore se révéler débité. Un autre client, même montant : encaissez.',
  'sell.twin.no': 'Ne pas encaisser',
  'sell.twin.yes': 'Encaisser encore',
  'sell.twin.open': 'Voir : {what}',
  'sell.held.title': '{terminal} est retenu par un paiement en suspens',
  'sell.held.todo':
    'Il prendra la vente suivante dès que ce paiement sera connu. Un autre terminal peut servir en attendant.',
  'sell.held.open': 'Ouvrir ce paiement',
  'sell.held.other': 'Autre terminal',
  'blocked.title': 'Rien ne peut être encaissé pour l’instant',
  'blocked.journal.unavailable':
    'Paydesk ne peut pas enregistrer de paiements sur cet ordinateur : il ne vend donc pas. Libérez de la place sur le disque et relancez Paydesk, ou appelez votre responsable.',
  'blocked.journal.restoring':
    'Les paiements de cet ordinateur étaient endommagés et ont été restaurés. Paydesk redemande à la banque tout ce qui date d’après la dernière sauvegarde ; la vente reprend ensuite d’elle-même. Consultez En suspens en attendant.',
  'blocked.disk.low':
    'Le disque de cet ordinateur est presque plein. Ce qui est en cours est encore enregistré, mais rien de nouveau ne commence. Libérez de la place ou appelez votre responsable ; la vente reprend d’elle-même dès qu’il y a de la place.',
  'blocked.key.missing': 'Cette caisse n’a pas encore de clé Handpoint. Demandez à votre responsable de la saisir.',
  'blocked.key.refused': 'Handpoint n’accepte pas la clé de cette caisse. Demandez à votre responsable de la vérifier.',

  'terminal.pick': 'Choisir le terminal',
  'terminal.condition.ready': 'Prêt',
  'terminal.condition.idle': 'Prêt, {ago}',
  'terminal.condition.offline': 'Hors ligne, {ago}',
  'terminal.condition.unknown': 'Pas encore de nouvelles',
  'terminal.busy': 'Occupé : {what} depuis {time}',
  'terminal.busyAmount': 'Occupé : {what} {amount} depuis {time}',
  'terminal.battery': 'Batterie {percent}',
  'terminal.battery.charging': 'Batterie {percent}, en charge',
  'terminal.battery.ago': '{words}, {ago}',
  'terminal.check': 'Tester le terminal',
  'terminal.check.name': 'Tester le terminal {terminal}',
  'terminal.check.asking': 'Test de {terminal}…',
  'terminal.check.answered': '{terminal} a répondu à {time} : il est allumé et connecté.',
  'terminal.check.busy': '{terminal} a répondu à {time} : il est allumé, connecté et occupé.',
  'terminal.check.offline':
    '{terminal} est injoignable. Vérifiez qu’il est allumé, que son application de paiement est ouverte et qu’il a du réseau.',
  'terminal.check.silent':
    'Handpoint n’a pas répondu, ce qui ne dit rien de {terminal}. Vérifiez le réseau de cette caisse.',
  'terminal.refresh': 'Relire la liste',
  'terminal.refreshing': 'Lecture…',
  'terminal.loading': 'Lecture de la liste des terminaux…',
  'terminal.none': 'Aucun terminal n’est attribué à ce magasin.',
  'terminal.stale': 'Cette liste vient d’une lecture précédente.',
  'terminal.failed': 'La liste des terminaux n’a pas pu être lue.',

  'amount.takeBack': 'Effacez avec Retour arrière.',
  'amount.empty': 'Saisissez d’abord un montant.',
  'amount.notANumber': 'Ce n’est pas un montant.',
  'amount.zero': 'Le montant est nul. Saisissez ce qui est à payer.',
  'amount.negative': 'Un montant à encaisser ne peut pas être négatif.',
  'amount.tooLarge': 'C’est plus qu’un terminal ne peut accepter.',
  'amount.tooManyDecimals':
    '{currency} {digits, plural, =0 {n’a pas de décimales} one {a # décimale} many {a # de décimales} other {a # décimales}}.',
  'amount.ambiguous': 'Cela peut se lire comme deux montants différents. Saisissez-le plutôt.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
