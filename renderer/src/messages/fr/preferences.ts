import type { preferences as english } from '../en/preferences.ts'

/** What the people at a till choose for it, in French. */
export const preferences = {
  'preferences.title': 'Cette caisse',
  'preferences.language': 'Langue',
  'preferences.language.shop': 'La langue du magasin',
  'preferences.language.fixed': 'Votre responsable a fixé cette langue.',
  'preferences.sound': 'Son',
  'preferences.sound.results': 'Résultats sonores',
  'preferences.volume': 'Volume',
  'preferences.volume.now': 'Volume {percent}',
  'preferences.quieter': 'Moins fort',
  'preferences.louder': 'Plus fort',
  'preferences.try': 'Les écouter',
  'preferences.try.approved': 'Accepté',
  'preferences.try.refused': 'Non débité',
  'preferences.try.doubt': 'Pas connu',
  'preferences.try.notice': 'Résultat tardif',
  'preferences.sound.twin': 'Tout ce qui s’entend se voit aussi à l’écran.',
  'preferences.problem.reset':
    'Les choix faits sur cette caisse n’ont pas pu être lus : elle est réglée comme une caisse neuve. Les paiements ne sont pas touchés. Choisissez de nouveau.',
  'preferences.problem.notSaved':
    'Ceci vaut jusqu’à la fermeture de Paydesk : l’enregistrement sur cet ordinateur a échoué. Les paiements ne sont pas touchés.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
