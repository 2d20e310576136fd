import type { lists as english } from '../en/lists.ts'

/** The lists of payments, in French. */
export const lists = {
  'unresolved.title': 'Paiements en suspens',
  'unresolved.hint': 'Pour chacun d’eux, Paydesk continue à demander tout seul jusqu’à ce qu’il soit connu.',
  'unresolved.empty': 'Rien n’est en suspens',
  'unresolved.empty.todo': 'Chaque paiement de cette caisse est connu.',
  'unresolved.openName': 'Ouvrir : {what}, {time}',
  'unresolved.checkName': 'Vérifier : {what}, {time}',
  'unresolved.settleName': 'Responsable : {what}, {time}',
} as const satisfies Readonly<Record<keyof typeof english, string>>
