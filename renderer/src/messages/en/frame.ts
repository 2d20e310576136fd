/** The frame, its pages and its keys. */
export const frame = {
  'app.loading': 'Opening the till…',
  'app.readAgain': 'Read again',
  'mode.training': 'Practice: no money moves',
  'mode.development': 'Development: test terminals, no real money',
  'nav.label': 'Pages',
  'nav.sell': 'Sell',
  'nav.refund': 'Refund',
  'nav.history': 'History',
  'nav.unresolved': 'Unresolved',
  'nav.unresolvedName':
    '{count, plural, =0 {Unresolved: none} one {Unresolved: # payment} other {Unresolved: # payments}}',
  'nav.preferences': 'This till: language and sound',
  'nav.keys': 'All keys',
  'cloud.unreachable': 'No connection to Handpoint',
  'link.lost': 'This page lost its connection to Paydesk',
  'link.lost.todo': 'What you see may be old. Do not charge anything again until this line is gone.',
  'part.failed': 'This part cannot be shown',
  'part.failed.terminal': 'Look at the terminal before you charge anything again.',
  'part.failed.todo':
    'What was begun goes on, and Paydesk keeps every payment. Load the screen again; if that does not help, close Paydesk, start it again and call your manager.',
  'part.again': 'Load again',
  'late.label': 'Late results',
  'late.title': '{what}: {state} at {time}',
  'late.corrected': 'This was shown differently before: {before}.',
  'late.signature': 'Nobody has said yet whether the signature matches.',
  'late.more': '{count, plural, one {and # more} other {and # more}}',
  'late.list': 'See all {count}',
  'late.all': 'Mark all {count} as seen',
  'late.all.ask': 'Has somebody looked at all {count}?',
  'late.all.yes': 'Yes, mark them as seen',
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
  'health.plain': 'Results reach this till without encryption',
  'health.plain.todo':
    'Payments go on as usual. This is for trials only: Handpoint describes encrypted addresses and no other. Tell your manager to give this till an address for results that begins with https.',
  'health.foreign':
    '{count, plural, one {The result of # payment named another payment} other {The results of # payments named another payment}}',
  'health.foreign.todo':
    'It was refused and changed no payment; the last one came on {when}. Paydesk asks the bank for every result by itself. Do not charge or refund anything because of it. Tell your manager: support has to find out who sent it.',
  'health.backup': 'The payments of this till were not backed up since {when}',
  'health.backup.todo':
    'Payments go on as usual, and all of them are saved on this computer. Tell your manager: there should be room on the disk, and the backup folder should be within reach.',
  'health.backup.never': 'The payments of this till were never backed up',
  'health.orphans':
    '{count, plural, one {# result belongs to no payment of this till} other {# results belong to no payment of this till}}',
  'health.orphans.todo':
    'A terminal reported a payment that this till did not begin. Do not charge or refund anything because of it. Tell your manager: it is kept, to be compared with the bank’s list.',
  'health.unreadable':
    '{count, plural, one {# report of a terminal cannot be read} other {# reports of terminals cannot be read}}',
  'health.unreadable.todo':
    'A terminal reported something that this till does not understand. Do not charge or refund anything because of it: Paydesk asks about the payment as before. Tell your manager: it is kept, for support.',
  'health.restored': 'The payments on this computer were damaged and have been restored',
  'health.restored.todo':
    'Paydesk asks the bank again about everything since the last backup. Look at Unresolved before you charge anything a second time, and tell your manager.',
  'health.support': 'For support: {text}',
  'health.well': 'Nothing is wrong with this till.',

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
  'keys.f3': 'Refund: which sale?',
  'keys.f4': 'History; once more: search in it',
  'keys.f7': 'Unresolved payments',
  'keys.f8': 'Receipt of the last payment: Enter prints it',
  'keys.p': 'Receipt of this payment',
  'keys.letters': 'On a payment’s page: refund, cancel, tip',
  'keys.f10': 'Language and sound of this till',
  'keys.f12': 'Asked “Charge again?”: charge again',
  'keys.tip': 'On Sell: whether the terminal asks for a tip',
} as const
