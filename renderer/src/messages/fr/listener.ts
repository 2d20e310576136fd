import type { listener as english } from '../en/listener.ts'

/** What came to the callback listener, and the way to it, in French. */
export const listener = {
  'listener.title': 'Résultats des terminaux',
  'listener.stored':
    '{count, plural, =0 {Depuis le démarrage de Paydesk, aucun terminal n’a remis de résultat.} one {Depuis le démarrage de Paydesk, les terminaux ont remis # résultat.} many {Depuis le démarrage de Paydesk, les terminaux ont remis # de résultats.} other {Depuis le démarrage de Paydesk, les terminaux ont remis # résultats.}}',
  'listener.refused': 'Refusés depuis :',
  'listener.refused.strangers':
    '{count, plural, one {# demande sans la bonne adresse et le bon jeton} many {# de demandes sans la bonne adresse et le bon jeton} other {# demandes sans la bonne adresse et le bon jeton}}',
  'listener.refused.otherName':
    '{count, plural, one {# demande sous un autre nom} many {# de demandes sous un autre nom} other {# demandes sous un autre nom}} : si ce sont des résultats, le relais modifie Host',
  'listener.refused.unusable':
    '{count, plural, one {# remise d’un résultat illisible} many {# de remises d’un résultat illisible} other {# remises d’un résultat illisible}}',
  'listener.refused.notSaved':
    '{count, plural, one {# remise qui n’a pas pu être enregistrée} many {# de remises qui n’ont pas pu être enregistrées} other {# remises qui n’ont pas pu être enregistrées}} : le terminal renvoie le résultat',
  'listener.refused.connections':
    '{count, plural, one {# connexion interrompue ou trop lente} many {# de connexions interrompues ou trop lentes} other {# connexions interrompues ou trop lentes}}',
} as const satisfies Readonly<Record<keyof typeof english, string>>
