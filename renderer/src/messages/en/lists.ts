/** The lists of payments. */
export const lists = {
  'history.title': 'History',
  'history.empty': 'No payments yet',
  'history.empty.todo': 'The first sale will stand here.',
  'history.older': 'Show older',
  'history.reading': 'Reading…',
  'history.end': 'That is all there is.',
  'history.corrected': 'Corrected',
  'history.today': 'Today',
  'history.yesterday': 'Yesterday',

  'unresolved.title': 'Unresolved payments',
  'unresolved.hint': 'Paydesk goes on asking about each of these by itself until it is known.',
  'unresolved.empty': 'Nothing is unresolved',
  'unresolved.empty.todo': 'Every payment of this till is known.',
  'unresolved.openName': 'Open: {what}, {time}',
  'unresolved.checkName': 'Check now: {what}, {time}',
  'unresolved.settleName': 'Manager: {what}, {time}',
} as const
