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
  'listener.test': 'Tester le chemin vers cette caisse',
  'listener.test.asking': 'Recherche de cette caisse à sa propre adresse…',
  'listener.test.at': 'Testé à {time}',
  'listener.test.reached': 'Atteinte : le nom, le certificat et le relais mènent à cette caisse.',
  'listener.test.changed':
    'Cette caisse a été atteinte, mais la demande ou sa réponse a été modifiée en chemin. Le relais doit laisser Host, le chemin et les en-têtes tels quels, et ne rien répondre lui-même.',
  'listener.test.nameNotFound':
    'Le nom de l’adresse des résultats est introuvable. Vérifiez-le dans les réglages et auprès de qui gère ce nom. Certains routeurs refusent les noms qui mènent dans leur propre réseau : autorisez celui-ci.',
  'listener.test.refused':
    'Personne n’y accepte de connexion. Vérifiez que le relais fonctionne, et que le nom et le port de l’adresse y mènent.',
  'listener.test.certificate':
    'Le certificat qui s’y trouve n’est pas valable pour ce nom, a expiré, ou n’est garanti par aucune autorité que cet ordinateur connaît. Les terminaux le refusent sans rien dire : mettez celui d’une autorité publique.',
  'listener.test.wrongAnswer':
    'Autre chose répond à cette adresse. Vérifiez que le relais transmet l’adresse des résultats à cette caisse, et que http et https ne sont pas confondus.',
  'listener.test.timeout':
    'Pas de réponse à temps. Vérifiez le pare-feu, et que le relais transmet à l’adresse et au port des réglages.',
  'listener.test.notListening':
    'Il n’y a rien à atteindre : la caisse n’attend pas de résultats en ce moment. C’est à corriger d’abord.',
  'listener.test.here':
    'Demandé depuis cet ordinateur seulement. Les terminaux sont dans un réseau à eux : seul un résultat remis par l’un d’eux prouve qu’ils arrivent ici aussi.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
