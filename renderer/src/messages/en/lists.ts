/** The lists of payments. */
export const lists = {
  'unresolved.title': 'Unresolved payments',
  'unresolved.hint': 'Paydesk goes on asking about each of these by itself until it is known.',
  'unresolved.empty': 'Nothing is unresolved',
  'unresolved.empty.todo': 'Every payment of this till is known.',
  'unresolved.openName': 'Open: {what}, {time}',
  'unresolved.checkName': 'Check now: {what}, {time}',
  'unresolved.settleName': 'Manager: {what}, {time}',
} as const
