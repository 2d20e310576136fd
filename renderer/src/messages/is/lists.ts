import type { lists as english } from '../en/lists.ts'

/** The lists of payments, in Icelandic. */
export const lists = {
  'unresolved.title': 'Óútkljáðar greiðslur',
  'unresolved.hint': 'Paydesk spyr sjálfkrafa áfram um hverja þeirra þar til hún er vituð.',
  'unresolved.empty': 'Ekkert er óútkljáð',
  'unresolved.empty.todo': 'Vitað er um allar greiðslur þessa kassa.',
  'unresolved.openName': 'Opna: {what}, {time}',
  'unresolved.checkName': 'Athuga núna: {what}, {time}',
  'unresolved.settleName': 'Stjórnandi: {what}, {time}',
} as const satisfies Readonly<Record<keyof typeof english, string>>
