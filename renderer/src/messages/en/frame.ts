/** The frame, its pages and its keys. */
export const frame = {
  'app.loading': 'Opening the till…',
  'app.readAgain': 'Read again',
  'mode.training': 'Practice: no money moves',
  'mode.development': 'Development: test terminals, no real money',
  'nav.label': 'Pages',
  'nav.sell': 'Sell',
  'nav.history': 'History',
  'nav.unresolved': 'Unresolved',
  'nav.unresolvedName':
    '{count, plural, =0 {Unresolved: none} one {Unresolved: # payment} other {Unresolved: # payments}}',
  'nav.keys': 'All keys',
  'cloud.unreachable': 'No connection to Handpoint',
  'link.lost': 'This page lost its connection to Paydesk',
  'link.lost.todo': 'What you see may be old. Do not charge anything again until this line is gone.',
  'late.label': 'Late results',
  'late.title': '{what}: {state} at {time}',
  'late.corrected': 'This was shown differently before: {before}.',
  'late.more': '{count, plural, one {and # more} other {and # more}}',
  'act.open': 'Open',
  'act.seen': 'Seen',
  'act.close': 'Close',
  'act.back': 'Back',

  'health.label': 'State of this till',
  'health.more': '{title} · {count, plural, one {and # more} other {and # more}}',
  'health.todo': 'What to do',
  'health.listener': 'The terminals cannot reach this till',
  'health.listener.todo':
    'Payments go on as usual: Paydesk asks for each result by itself, which takes some seconds longer. Tell your manager to check the address and the certificate for results.',
  'health.certificate': 'The certificate for results ends on {date}',
  'health.certificate.todo':
    'Payments go on as usual. Tell your manager to have it renewed: without it, results take some seconds longer.',
  'health.backup': 'The payments of this till were not backed up since {when}',
  'health.backup.todo':
    'Payments go on as usual, and all of them are saved on this computer. Tell your manager: there should be room on the disk, and the backup folder should be within reach.',
  'health.backup.never': 'The payments of this till were never backed up',
  'health.orphans':
    '{count, plural, one {# result belongs to no payment of this till} other {# results belong to no payment of this till}}',
  'health.orphans.todo':
    'A terminal reported a payment that this till did not begin. Do not charge or refund anything because of it. Tell your manager: it is kept, to be compared with the bank’s list.',
  'health.restored': 'The payments on this computer were damaged and have been restored',
  'health.restored.todo':
    'Paydesk asks the bank again about everything since the last backup. Look at Unresolved before you charge anything a second time, and tell your manager.',
  'health.support': 'For support: {text}',

  'keys.title': 'All keys',
  'keys.digits': 'Type the amount, cents included',
  'keys.decimal': 'Type whole units, then decimals',
  'keys.backspace': 'Take back the last digit',
  'keys.delete': 'Clear the amount',
  'keys.paste': 'Paste an amount',
  'keys.enter': 'Charge once; the first button of a result',
  'keys.escape': 'Back; during a payment: cancel?',
  'keys.arrows': 'Move in a list',
  'keys.tab': 'Move between controls',
  'keys.f1': 'This list',
  'keys.f2': 'Sell',
  'keys.f4': 'History',
  'keys.f7': 'Unresolved payments',
} as const
