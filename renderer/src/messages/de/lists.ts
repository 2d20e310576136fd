import type { lists as english } from '../en/lists.ts'

/** The lists of payments, in German. */
export const lists = {
  'unresolved.title': 'Ungeklärte Zahlungen',
  'unresolved.hint': 'Paydesk fragt zu jeder davon von selbst weiter nach, bis sie bekannt ist.',
  'unresolved.empty': 'Nichts ist ungeklärt',
  'unresolved.empty.todo': 'Jede Zahlung dieser Kasse ist bekannt.',
  'unresolved.openName': 'Öffnen: {what}, {time}',
  'unresolved.checkName': 'Jetzt prüfen: {what}, {time}',
  'unresolved.settleName': 'Manager: {what}, {time}',
} as const satisfies Readonly<Record<keyof typeof english, string>>
