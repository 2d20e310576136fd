/** Giving money back, and changing a tip. */
export const moneyBack = {
  'moneyBack.act.refund': 'Refund…',
  'moneyBack.act.saleReversal': 'Cancel the whole sale…',
  'moneyBack.act.moToReversal': 'Cancel the whole payment…',
  'moneyBack.act.refundReversal': 'Take back this refund…',
  'moneyBack.act.tip': 'Enter tip…',
  'moneyBack.act.unlinked': 'Refund without a sale…',

  'moneyBack.refund': 'Refund',
  'moneyBack.refund.of': 'Refund: {what}',
  'moneyBack.refund.act': 'Refund {amount}',
  'moneyBack.refund.instead': 'Refund a part instead…',
  'moneyBack.all': 'All that is left',
  'moneyBack.refunded': 'Already refunded',
  'moneyBack.left': 'Can still be refunded',
  'moneyBack.tooMuch': 'Only {amount} is left of it. Type that or less.',
  'moneyBack.notPossible': 'It stands differently by now. Close this and look at how it stands.',

  'moneyBack.reversal': 'Cancel the whole sale',
  'moneyBack.reversal.lead':
    'The customer gets everything back and sees nothing of it on the statement. No card is needed.',
  'moneyBack.reversal.batch':
    'It works until the bank closes the day’s payments. If it is too late, nothing happens and Paydesk says so: refund it then.',
  'moneyBack.reversal.signed': 'The customer signed for it, so a manager has to approve.',
  'moneyBack.reversal.act': 'Cancel the sale: {amount}',
  'moneyBack.reversal.hint': 'All of it, on the same day? Cancelled, the sale does not even appear on the statement.',
  'moneyBack.reversal.instead': 'Cancel the sale instead…',
  'moneyBack.reversal.refund': 'Take back the whole refund',
  'moneyBack.reversal.refund.lead': 'The customer does not get this refund after all. The sale counts again.',
  'moneyBack.reversal.refund.act': 'Take back the refund of {amount}',
  'moneyBack.terminalGone': '{terminal} cannot be reached. The bank can do it without the terminal.',

  'moneyBack.unlinked': 'Refund without a sale',
  'moneyBack.unlinked.lead':
    'Only where the sale is not on this till. The customer shows a card, and the money goes to it. A manager approves and says why.',

  'moneyBack.tip': 'Enter tip',
  'moneyBack.tip.on': 'Tip on {what}',
  'moneyBack.tip.lead': 'Type the whole tip as it stands on the receipt: it replaces any tip before it.',
  'moneyBack.tip.without': 'Without tip',
  'moneyBack.tip.now': 'Tip so far',
  'moneyBack.tip.total': 'New total',
  'moneyBack.tip.high': 'That tip is higher than what was paid. Check it; a manager has to approve it.',
  'moneyBack.tip.act': 'Change to {total} in all',

  'moneyBack.twin.moved': '{amount} was paid back {ago} on {terminal} ({what}). Pay it back again?',
  'moneyBack.twin.moved.todo':
    'The same customer: do not pay back again, that refund is good. Another customer with the same amount: pay it back again.',
  'moneyBack.twin.doubt': '{amount} on {terminal} is not known yet ({what}, begun {ago}). Pay it back again?',
  'moneyBack.twin.doubt.todo':
    'The same customer: do not pay back again, that refund may still turn out paid back. Another customer with the same amount: pay it back again.',
  'moneyBack.twin.no': 'Do not refund',
  'moneyBack.twin.yes': 'Refund {amount} again',

  'moneyBack.which': 'Which sale?',
  'moneyBack.which.newest': 'The newest sales that were charged. Type to find another one.',
  'moneyBack.which.none': 'No such sale',
  'moneyBack.which.none.todo':
    'Type something else, or look at the whole History. What was not sold on this till is refunded without a sale.',
} as const
