import type { preferences as english } from '../en/preferences.ts'

/** What the people at a till choose for it, in German. */
export const preferences = {
  'preferences.title': 'Diese Kasse',
  'preferences.language': 'Sprache',
  'preferences.language.shop': 'Sprache des Geschäfts',
  'preferences.language.fixed': 'Ihr Manager hat diese Sprache festgelegt.',
  'preferences.sound': 'Ton',
  'preferences.sound.results': 'Ergebnisse sind zu hören',
  'preferences.volume': 'Lautstärke',
  'preferences.volume.now': 'Lautstärke {percent}',
  'preferences.quieter': 'Leiser',
  'preferences.louder': 'Lauter',
  'preferences.try': 'Probe hören',
  'preferences.try.approved': 'Genehmigt',
  'preferences.try.refused': 'Nicht belastet',
  'preferences.try.doubt': 'Nicht bekannt',
  'preferences.try.notice': 'Spätes Ergebnis',
  'preferences.sound.twin': 'Was zu hören ist, steht auch auf dem Bildschirm.',
  'preferences.problem.reset':
    'Die Auswahl für diese Kasse war nicht lesbar; jetzt gilt, was auf einer neuen Kasse gilt. Zahlungen sind nicht betroffen. Wählen Sie noch einmal.',
  'preferences.problem.notSaved':
    'Das gilt, bis Paydesk geschlossen wird: Es ließ sich auf diesem Computer nicht speichern. Zahlungen sind nicht betroffen.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
