import type { preferences as english } from '../en/preferences.ts'

/** What the people at a till choose for it, in Icelandic. */
export const preferences = {
  'preferences.title': 'Þessi kassi',
  'preferences.language': 'Tungumál',
  'preferences.language.shop': 'Tungumál verslunarinnar',
  'preferences.language.fixed': 'Stjórnandi hefur valið þetta tungumál.',
  'preferences.sound': 'Hljóð',
  'preferences.sound.results': 'Niðurstöður heyrast',
  'preferences.volume': 'Hljóðstyrkur',
  'preferences.volume.now': 'Hljóðstyrkur {percent}',
  'preferences.quieter': 'Lægra',
  'preferences.louder': 'Hærra',
  'preferences.try': 'Hlusta á hljóðin',
  'preferences.try.approved': 'Samþykkt',
  'preferences.try.refused': 'Ekki gjaldfært',
  'preferences.try.doubt': 'Ekki vitað enn',
  'preferences.try.notice': 'Síðbúin niðurstaða',
  'preferences.sound.twin': 'Allt sem heyrist sést líka á skjánum.',
  'preferences.problem.reset':
    'Ekki tókst að lesa það sem valið var á þessum kassa, svo allt er eins og á nýjum kassa. Greiðslur eru óhreyfðar. Veljið aftur.',
  'preferences.problem.notSaved':
    'Þetta gildir þar til Paydesk er lokað: ekki tókst að vista það í þessari tölvu. Greiðslur eru óhreyfðar.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
