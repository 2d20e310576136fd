import type { lists as english } from '../en/lists.ts'

/** The lists of payments, in Dutch. */
export const lists = {
  'unresolved.title': 'Onopgeloste betalingen',
  'unresolved.hint': 'Paydesk blijft naar elk hiervan vanzelf vragen tot het bekend is.',
  'unresolved.empty': 'Er is niets onopgelost',
  'unresolved.empty.todo': 'Elke betaling van deze kassa is bekend.',
  'unresolved.openName': 'Openen: {what}, {time}',
  'unresolved.checkName': 'Nu navragen: {what}, {time}',
  'unresolved.settleName': 'Manager: {what}, {time}',
} as const satisfies Readonly<Record<keyof typeof english, string>>
