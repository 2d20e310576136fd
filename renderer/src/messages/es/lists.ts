import type { lists as english } from '../en/lists.ts'

/** The lists of payments, in Spanish. */
export const lists = {
  'unresolved.title': 'Pagos sin resolver',
  'unresolved.hint': 'Paydesk sigue consultando cada uno por sí mismo hasta que se sepa.',
  'unresolved.empty': 'No hay nada sin resolver',
  'unresolved.empty.todo': 'Se sabe el resultado de todos los pagos de esta caja.',
  'unresolved.openName': 'Abrir: {what}, {time}',
  'unresolved.checkName': 'Consultar ya: {what}, {time}',
  'unresolved.settleName': 'Encargado: {what}, {time}',
} as const satisfies Readonly<Record<keyof typeof english, string>>
