import type { frame as english } from '../en/frame.ts'

/** The frame, its pages and its keys, in French. */
export const frame = {
  'app.loading': 'Ouverture de la caisse…',
  'app.readAgain': 'Relire',
  'mode.training': 'Entraînement : aucun argent ne circule',
  'mode.development': 'Développement : terminaux de test, argent fictif',
  'nav.label': 'Pages',
  'nav.sell': 'Vente',
  'nav.refund': 'Rembourser',
  'nav.history': 'Historique',
  'nav.unresolved': 'En suspens',
  'nav.unresolvedName':
    '{count, plural, =0 {En suspens : aucun paiement} one {En suspens : # paiement} many {En suspens : # de paiements} other {En suspens : # paiements}}',
  'nav.preferences': 'Cette caisse : langue et son',
  'nav.keys': 'Toutes les touches',
  'cloud.unreachable': 'Handpoint injoignable',
  'link.lost': 'Cette page a perdu la connexion avec Paydesk',
  'link.lost.todo':
    'Ce que vous voyez est peut-être ancien. N’encaissez rien de nouveau tant que cette ligne est affichée.',
  'part.failed': 'Cette partie ne peut pas s’afficher',
  'part.failed.terminal': 'Regardez le terminal avant d’encaisser quoi que ce soit de nouveau.',
  'part.failed.todo':
    'Ce qui a commencé continue, et Paydesk garde chaque paiement. Rechargez l’écran ; si cela ne suffit pas, fermez Paydesk, relancez-le et appelez votre responsable.',
  'part.again': 'Recharger',
  'late.label': 'Résultats tardifs',
  'late.title': '{what} : {state} à {time}',
  'late.corrected': 'L’affichage précédent était différent : {before}.',
  'late.signature': 'Personne n’a encore dit si la signature est conforme.',
  'late.more': '{count, plural, one {et # autre} many {et # d’autres} other {et # autres}}',
  'late.list': 'Voir les {count}',
  'late.all': 'Tout marquer comme vu ({count})',
  'late.all.ask': 'Quelqu’un a-t-il regardé les {count} ?',
  'late.all.yes': 'Oui, marquer comme vu',
  'act.open': 'Ouvrir',
  'act.seen': 'Vu',
  'act.close': 'Fermer',
  'act.back': 'Retour',

  'health.label': 'État de cette caisse',
  'health.more': '{title} · {count, plural, one {et # autre} many {et # d’autres} other {et # autres}}',
  'health.todo': 'Que faire',
  'health.listener': 'Les terminaux ne peuvent pas joindre cette caisse',
  'health.listener.todo':
    'Les paiements continuent : Paydesk demande lui-même chaque résultat, ce qui prend quelques secondes de plus. Demandez à votre responsable de vérifier l’adresse et le certificat des résultats.',
  'health.certificate': 'Le certificat des résultats expire le {date}',
  'health.certificate.todo':
    'Les paiements continuent. Demandez à votre responsable de le faire renouveler : sans lui, les résultats prennent quelques secondes de plus.',
  'health.plain': 'Les résultats arrivent à cette caisse sans chiffrement',
  'health.plain.todo':
    'Les paiements continuent. C’est réservé aux essais : Handpoint ne décrit que des adresses chiffrées. Demandez à votre responsable de donner à cette caisse une adresse des résultats qui commence par https.',
  'health.foreign':
    '{count, plural, one {Le résultat de # paiement désignait un autre paiement} many {Les résultats de # de paiements désignaient un autre paiement} other {Les résultats de # paiements désignaient un autre paiement}}',
  'health.foreign.todo':
    'Il a été refusé et n’a modifié aucun paiement ; le dernier est arrivé le {when}. Paydesk demande lui-même chaque résultat à la banque. N’encaissez et ne remboursez rien à cause de lui. Prévenez votre responsable : l’assistance doit trouver qui l’a envoyé.',
  'health.backup': 'Les paiements de cette caisse ne sont plus sauvegardés depuis le {when}',
  'health.backup.todo':
    'Les paiements continuent, et tous sont enregistrés sur cet ordinateur. Prévenez votre responsable : il faut de la place sur le disque, et le dossier de sauvegarde doit être accessible.',
  'health.backup.never': 'Les paiements de cette caisse n’ont jamais été sauvegardés',
  'health.orphans':
    '{count, plural, one {# résultat ne correspond à aucun paiement de cette caisse} many {# de résultats ne correspondent à aucun paiement de cette caisse} other {# résultats ne correspondent à aucun paiement de cette caisse}}',
  'health.orphans.todo':
    'Un terminal a signalé un paiement que cette caisse n’a pas commencé. N’encaissez et ne remboursez rien à cause de lui. Prévenez votre responsable : il est conservé, pour être comparé au relevé de la banque.',
  'health.unreadable':
    '{count, plural, one {# message d’un terminal est illisible} many {# de messages de terminaux sont illisibles} other {# messages de terminaux sont illisibles}}',
  'health.unreadable.todo':
    'Un terminal a signalé quelque chose que cette caisse ne comprend pas. N’encaissez et ne remboursez rien à cause de cela : Paydesk continue de demander ce qu’il en est du paiement. Prévenez votre responsable : le message est conservé, pour l’assistance.',
  'health.restored': 'Les paiements de cet ordinateur étaient endommagés et ont été restaurés',
  'health.restored.todo':
    'Paydesk redemande à la banque tout ce qui date d’après la dernière sauvegarde. Consultez En suspens avant d’encaisser quoi que ce soit une seconde fois, et prévenez votre responsable.',
  'health.support': 'Pour l’assistance : {text}',
  'health.well': 'Cette caisse n’a aucun problème.',

  'keys.title': 'Toutes les touches',
  'keys.digits': 'Saisir le montant, centimes compris',
  'keys.decimal': 'Saisir les unités, puis les décimales',
  'keys.backspace': 'Effacer le dernier chiffre',
  'keys.delete': 'Effacer le montant',
  'keys.paste': 'Coller un montant',
  'keys.enter': 'Encaisser une fois ; premier bouton d’un résultat',
  'keys.escape': 'Retour ; pendant un paiement : abandonner ?',
  'keys.arrows': 'Se déplacer dans une liste',
  'keys.tab': 'Passer d’un bouton à l’autre',
  'keys.f1': 'Cette liste',
  'keys.f2': 'Vente',
  'keys.f3': 'Rembourser : quelle vente ?',
  'keys.f4': 'Historique ; encore une fois : y rechercher',
  'keys.f7': 'Paiements en suspens',
  'keys.f8': 'Ticket du dernier paiement : Entrée l’imprime',
  'keys.p': 'Ticket de ce paiement',
  'keys.letters': 'Sur la page d’un paiement : rembourser, annuler, pourboire',
  'keys.f10': 'Langue et son de cette caisse',
  'keys.f12': 'À « Encaisser encore ? » : encaisser encore',
  'keys.tip': 'À la vente : le terminal demande un pourboire, ou non',
} as const satisfies Readonly<Record<keyof typeof english, string>>
