import type { preferences as english } from '../en/preferences.ts'

/** What the people at a till choose for it, in Dutch. */
export const preferences = {
  'preferences.title': 'Deze kassa',
  'preferences.language': 'Taal',
  'preferences.language.shop': 'De taal van de winkel',
  'preferences.language.fixed': 'De manager heeft deze taal ingesteld.',
  'preferences.sound': 'Geluid',
  'preferences.sound.results': 'Uitslagen zijn te horen',
  'preferences.volume': 'Volume',
  'preferences.volume.now': 'Volume {percent}',
  'preferences.quieter': 'Zachter',
  'preferences.louder': 'Harder',
  'preferences.try': 'Luister ernaar',
  'preferences.try.approved': 'Goedgekeurd',
  'preferences.try.refused': 'Niet afgeschreven',
  'preferences.try.doubt': 'Niet bekend',
  'preferences.try.notice': 'Late uitslag',
  'preferences.sound.twin': 'Wat te horen is, staat ook op het scherm.',
  'preferences.problem.reset':
    'Wat op deze kassa gekozen was, kon niet worden gelezen; het is nu als op een nieuwe kassa. Betalingen zijn niet geraakt. Kies opnieuw.',
  'preferences.problem.notSaved':
    'Dit geldt tot Paydesk wordt gesloten: het kon op deze computer niet worden bewaard. Betalingen zijn niet geraakt.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
