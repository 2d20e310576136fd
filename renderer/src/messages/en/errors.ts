/** Failures. What happened to the money is said before these, by the money state; they say what it means and what to do. */
export const errors = {
  'error.input.invalid': 'Paydesk did not understand this act. Try once more; if it stays, call your manager.',
  'error.amount.empty': 'Type an amount first.',
  'error.amount.notANumber': 'That is not an amount. Type it with the keypad.',
  'error.amount.zero': 'The amount is zero. Type what is to be paid.',
  'error.amount.negative': 'An amount to charge cannot be negative. Type what is to be paid.',
  'error.amount.tooLarge': 'That is more than a terminal can take. Check the amount.',
  'error.amount.tooManyDecimals': 'The amount has more decimals than the currency. Check the amount.',
  'error.amount.ambiguous': 'The amount can be read in two ways. Type it with the keypad.',
  'error.terminal.unknown': 'That terminal is not in the shop’s list any more. Choose another one.',
  'error.terminal.virtual': 'That is not a card terminal. Choose another one.',
  'error.terminal.unresolved': 'The terminal is held by an open payment. Open that payment, or use another terminal.',
  'error.payment.looksDoubled':
    'The same amount was begun or paid moments ago. Look in the list first. If it was another customer’s, type it on Sell and charge it there.',
  'error.payment.notFound': 'This till has no such payment. Look in the list.',
  'error.payment.notCancellable': 'This payment cannot be cancelled any more. Wait for its result.',
  'error.payment.notRetryable': 'This cannot be tried again. Look in the list at how it stands.',
  'error.currency.mismatch': 'The amount is not in the shop’s currency. Start the sale again.',
  'error.original.notCharged': 'It is not proved that money moved by the first one. There is nothing to change yet.',
  'error.original.noTransactionId':
    'The bank gave no number for the first one, so it cannot be changed from this till. Call your manager.',
  'error.original.linkUnresolved':
    'Something else was begun with it, and that is not known yet. Look under Unresolved, and wait until it is.',
  'error.original.alreadyReversed': 'It was already taken back. Look at its page in History.',
  'error.original.alreadyRefunded': 'Some of it was already refunded. Only what is left can be refunded.',
  'error.original.alreadyCaptured': 'It was already captured. Refund it instead.',
  'error.original.doneElsewhere':
    'The bank says that it was refunded or captured already, and not by this till. Nothing more can be done with it here. Call your manager.',
  'error.original.tooMuch': 'That is more than is left of it. Look at its page in History for what is left.',
  'error.original.wrongKind': 'That cannot be done with this kind of payment.',
  'error.operation.disabled': 'This shop does not use that. A manager can switch it on in the configuration.',
  'error.approval.needed': 'A manager has to approve this. Ask your manager to type the PIN.',
  'error.approval.notSet':
    'No manager PIN is set on this till, so this cannot be done here. Whoever looks after the till can set one.',
  'error.settlement.notNeeded': 'It became known meanwhile, so no manager has to settle it. Look at how it stands now.',
  'error.settlement.changed':
    'More became known while this was filled in, so nothing was recorded. Look at what is new, then choose again.',
  'error.document.missing': 'There is no such document for this payment.',
  'error.document.pending':
    'The receipt is still on its way from Handpoint. It is fetched by itself; try again in a minute. The payment is not affected.',
  'error.printer.none':
    'This computer has no printer that Paydesk could use, or none was chosen. Choose one under Printers, or print on the terminal. The payment is not affected.',
  'error.pdf.failed': 'The PDF could not be made or saved. The payment is not affected. Try again, or print instead.',
  'error.jobs.unavailable':
    'Paydesk could not write down what is to be printed, so nothing is printed or sent. The payment is not affected. There should be room on the disk.',
  'error.job.missing': 'This print is no longer in the list: it was taken off, or is long done.',
  'error.slip.notNeeded': 'The outcome is known now: print the receipt instead.',
  'error.mail.off': 'This till sends no e-mail: no mail server was set up. Print the receipt or save it as a PDF.',
  'error.journal.unavailable': 'Paydesk cannot save payments on this computer, so it does not sell. Call your manager.',
  'error.journal.newer': 'The payments on this computer were saved by a newer Paydesk. Update Paydesk on this till.',
  'error.journal.inUse': 'Paydesk is already open on this computer. Use that window, or close it first.',
  'error.journal.restoring':
    'The payments on this computer are being restored. Selling goes on by itself after that; look at Unresolved meanwhile.',
  'error.disk.low':
    'The disk of this computer is almost full, so nothing new begins. Free some space, or call your manager.',
  'error.key.missing': 'This till has no Handpoint key yet. Ask your manager to enter it.',
  'error.key.refused': 'Handpoint does not accept the key of this till. Ask your manager to check it.',
  'error.cloud.unreachable': 'Handpoint cannot be reached. Check the network; Paydesk goes on trying by itself.',
  'error.cloud.unexpected': 'Handpoint answered something that Paydesk does not understand. Call your manager.',
  'error.bridge.refused': 'This page may no longer speak with Paydesk. Close it and open Paydesk again.',
  'error.bridge.disconnected': 'Paydesk did not answer. Look in the list before you charge anything again.',
  'error.internal': 'Something is wrong inside Paydesk. Look in the list before you go on, and call your manager.',
} as const
