import type { history as english } from '../en/history.ts'

/** The list of everything that the till has taken, in French. */
export const history = {
  'history.title': 'Historique',
  'history.count': '{count, plural, =0 {Aucun paiement} one {# paiement} many {# de paiements} other {# paiements}}',
  'history.count.more':
    '{count, plural, one {Plus de # paiement} many {Plus de # de paiements} other {Plus de # paiements}}',
  'history.empty': 'Pas encore de paiements',
  'history.empty.todo': 'La première vente figurera ici.',
  'history.nothing': 'Rien trouvé',
  'history.nothing.todo':
    'Aucun paiement de cette caisse n’y correspond. Retirez un filtre, ou cherchez moins précisément.',
  'history.unreadable': 'Rien trouvé',
  'history.unreadable.todo':
    'Ce n’est ni un montant, ni une carte, ni un numéro, ni une heure, ni une référence. Écrivez au moins deux signes.',
  'history.reading': 'Lecture…',
  'history.end': 'C’est tout.',
  'history.corrected': 'Corrigé',
  'history.today': 'Aujourd’hui',
  'history.yesterday': 'Hier',
  'history.number': 'n° {number}',
  'history.card': 'carte finissant par {digits}',
  'history.ofAsked': 'sur {amount}',
  'history.building':
    'La recherche est encore en préparation : {done} paiements sur {all}, les plus récents d’abord. Les plus anciens sont dans la liste, mais ne se trouvent pas encore.',
  'history.failed':
    'La recherche ne fonctionne pas pour l’instant : elle ne trouve donc rien. La liste sans filtre est complète. Paydesk réessaie tout seul.',

  'search.label': 'Rechercher',
  'history.search.hint': 'Montant, 4 derniers chiffres, n°, heure, réf.',
  'search.clear': 'Effacer la recherche',
  'history.searchedFor': 'Recherché :',
  'history.meaning.amount': 'montant {value}',
  'history.meaning.lastFour': 'carte finissant par {value}',
  'history.meaning.number': 'n° {value}',
  'history.meaning.time': 'heure {value}',
  'history.meaning.reference': 'référence {value}…',
  'history.meaning.transactionId': 'id de la banque {value}…',
  'history.meaning.words': 'référence client « {value} »',

  'history.filters': 'Filtres',
  'history.filter.today': 'Aujourd’hui',
  'history.filter.day': 'Jour',
  'history.filter.group.charged': 'Débité',
  'history.filter.group.notCharged': 'Non débité',
  'history.filter.group.inDoubt': 'Pas connu',
  'history.filter.group.settled': 'Clos par le responsable',
  'history.filter.kind': 'Type',
  'history.filter.kind.all': 'Tous les types',
  'history.filter.kind.sale': 'Ventes',
  'history.filter.kind.refund': 'Remboursements',
  'history.filter.kind.reversal': 'Annulations',
  'history.filter.kind.preAuthorization': 'Préautorisations',
  'history.filter.kind.tip': 'Pourboires',
  'history.filter.terminal': 'Terminal',
  'history.filter.terminal.all': 'Tous les terminaux',
  'history.filter.clear': 'Tout afficher',
} as const satisfies Readonly<Record<keyof typeof english, string>>
