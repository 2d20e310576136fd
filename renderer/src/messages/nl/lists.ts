import type { lists as english } from '../en/lists.ts'

/** The lists of payments, in Dutch. */
export const lists = {
  'history.title': 'Geschiedenis',
  'history.empty': 'Nog geen betalingen',
  'history.empty.todo': 'Hier komt de eerste verkoop te staan.',
  'history.older': 'Oudere tonen',
  'history.reading': 'Leest…',
  'history.end': 'Dat is alles.',
  'history.corrected': 'Gecorrigeerd',
  'history.today': 'Vandaag',
  'history.yesterday': 'Gisteren',

  'unresolved.title': 'Onopgeloste betalingen',
  'unresolved.hint': 'Paydesk blijft naar elk hiervan vanzelf vragen tot het bekend is.',
  'unresolved.empty': 'Er is niets onopgelost',
  'unresolved.empty.todo': 'Elke betaling van deze kassa is bekend.',
  'unresolved.openName': 'Openen: {what}, {time}',
  'unresolved.checkName': 'Nu navragen: {what}, {time}',
  'unresolved.settleName': 'Manager: {what}, {time}',
} as const satisfies Readonly<Record<keyof typeof english, string>>
