/** What the people at a till choose for it. */
export const preferences = {
  'preferences.title': 'This till',
  'preferences.language': 'Language',
  'preferences.language.shop': 'The shop’s language',
  'preferences.language.fixed': 'Your manager has set this language.',
  'preferences.sound': 'Sound',
  'preferences.sound.results': 'Results can be heard',
  'preferences.volume': 'Volume',
  'preferences.volume.now': 'Volume {percent}',
  'preferences.quieter': 'Quieter',
  'preferences.louder': 'Louder',
  'preferences.try': 'Listen to them',
  'preferences.try.approved': 'Approved',
  'preferences.try.refused': 'Not charged',
  'preferences.try.doubt': 'Not known',
  'preferences.try.notice': 'Late result',
  'preferences.sound.twin': 'Whatever is heard is on the screen too.',
  'preferences.problem.reset':
    'What was chosen on this till could not be read, so it is as on a new till. Payments are not touched. Choose again.',
  'preferences.problem.notSaved':
    'This counts until Paydesk is closed: it could not be saved on this computer. Payments are not touched.',
} as const
