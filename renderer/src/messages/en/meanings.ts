/** What a state means and what to do, under the headline. */
export const meanings = {
  'meaning.starting': 'It is saved and on its way to {terminal}.',
  'meaning.starting.gateway': 'It is saved and on its way to the bank. No terminal is needed.',
  'meaning.longWait': 'Look at {terminal}: is it waiting for the card, a PIN or a choice?',
  'meaning.cancelling': 'If the card is already being used, it can still go through.',
  'meaning.cannotCancel': 'The terminal goes on with it. Wait for its result.',
  'meaning.settled': 'A manager recorded this. Reason: {reason}',
  'meaning.done': 'No money moved by it.',
  'meaning.approved.gateway': 'The bank confirmed it; no terminal was needed.',
  'meaning.approved.unconfirmed': 'The bank says so; the terminal never confirmed it. Keep the reference.',
  'meaning.unwritten':
    'Paydesk can no longer save on this computer. Do not do this once more. Call your manager: once Paydesk can save again and is restarted, it asks the bank by itself.',
  'meaning.refundInstead':
    'It can no longer be taken back: the bank has closed that day, or says no. Give the money back as a refund instead: find the sale in History.',

  'meaning.charge.waiting': 'The customer pays there. Its beep means that the card was read, not that it was approved.',
  'meaning.charge.checking': 'Do not charge again yet.',
  'meaning.charge.notKnown': 'Do not charge this card again. Do not hand over goods unless your manager agrees.',
  'meaning.charge.confirming':
    'The bank says approved, the terminal has not said so yet. Wait before handing over the goods.',
  'meaning.charge.partlyApprovedConfirming':
    'The customer may still say no on the terminal. Wait until it is confirmed.',
  'meaning.charge.approved': 'The terminal confirmed it.',
  'meaning.charge.partlyApproved': 'Take what is left as a new sale, with another card or in another way.',
  'meaning.charge.declined': 'The card or its bank said no. Try again with another card, or take another way to pay.',
  'meaning.charge.cancelled': 'It was stopped before the card was charged. You can try again.',
  'meaning.charge.reversed': 'It had been approved and was undone: the card is not charged. You can try again.',
  'meaning.charge.failed': 'The terminal could not finish it. You can try again.',
  'meaning.charge.notChargedProved': 'It was asked long enough: this can no longer arrive. It is safe to charge again.',

  'meaning.refund.waiting':
    'The customer shows the card there and gets the money back on it. Its beep means that the card was read, not that it was refunded.',
  'meaning.refund.checking': 'Do not refund again yet.',
  'meaning.refund.notKnown':
    'Do not refund again yet, not in another way either: the money may already be on its way. Call your manager.',
  'meaning.refund.confirming': 'The bank says refunded, the terminal has not said so yet. Do not refund again.',
  'meaning.refund.partlyApprovedConfirming': 'Only a part is refunded so far. Wait until it is confirmed.',
  'meaning.refund.approved': 'The terminal confirmed it. It can take days to show on the customer’s account.',
  'meaning.refund.partlyApproved': 'Pay back what is left as a new refund.',
  'meaning.refund.declined': 'The card or its bank said no. Use the card that paid, or call your manager.',
  'meaning.refund.cancelled': 'It was stopped before anything was paid back. You can try again.',
  'meaning.refund.reversed': 'It had been refunded, and that was undone: nothing was paid back. You can try again.',
  'meaning.refund.failed': 'The terminal could not finish it. You can try again.',
  'meaning.refund.notChargedProved':
    'It was asked long enough: this refund can no longer arrive. It is safe to refund again.',

  'meaning.undo.waiting': 'It is taken back there. The terminal may ask for the card.',
  'meaning.undo.checking': 'Do not take it back again yet, and do not refund it.',
  'meaning.undo.notKnown':
    'Do not take it back again and do not refund it: the money could move twice. Call your manager.',
  'meaning.undo.confirming': 'The bank says taken back, the terminal has not said so yet. Do not refund it.',
  'meaning.undo.partlyApprovedConfirming': 'Only a part is taken back so far. Wait until it is confirmed.',
  'meaning.undo.approved': 'The terminal confirmed it.',
  'meaning.undo.partlyApproved': 'Only a part was taken back. Call your manager.',
  'meaning.undo.declined': 'The bank did not take it back.',
  'meaning.undo.cancelled': 'It was stopped before anything was taken back. You can try again.',
  'meaning.undo.reversed': 'It had been taken back, and that was undone. You can try again.',
  'meaning.undo.failed': 'The terminal could not finish it. You can try again.',
  'meaning.undo.notChargedProved':
    'It was asked long enough: this can no longer arrive. It is safe to take it back again.',

  'meaning.hold.waiting': 'The customer shows the card there. The amount is held on it, not charged.',
  'meaning.hold.checking': 'Do not hold it again yet.',
  'meaning.hold.notKnown': 'Do not hold the amount again. Do not hand over goods unless your manager agrees.',
  'meaning.hold.confirming': 'The bank says held, the terminal has not said so yet. Wait until it is confirmed.',
  'meaning.hold.partlyApprovedConfirming': 'Only a part is held so far. Wait until it is confirmed.',
  'meaning.hold.approved': 'Nothing is charged until it is captured.',
  'meaning.hold.partlyApproved': 'Only this part is held. Nothing is charged until it is captured.',
  'meaning.hold.declined': 'The card or its bank said no. Try again with another card.',
  'meaning.hold.cancelled': 'It was stopped before anything was held. You can try again.',
  'meaning.hold.reversed': 'It had been held and was released again. You can try again.',
  'meaning.hold.failed': 'The terminal could not finish it. You can try again.',
  'meaning.hold.notChargedProved':
    'It was asked long enough: this can no longer arrive. It is safe to hold the amount again.',

  'meaning.adjust.waiting': 'It is on its way to the bank.',
  'meaning.adjust.checking': 'Do not change the tip again yet. The sale itself stands.',
  'meaning.adjust.notKnown': 'The sale itself stands. Name no new total to the customer until it is known.',
  'meaning.adjust.confirming': 'The bank says changed, and has not confirmed it yet.',
  'meaning.adjust.partlyApprovedConfirming': 'Only a part is taken so far. Wait until it is confirmed.',
  'meaning.adjust.approved': 'The bank confirmed it. It replaces every earlier tip of this sale.',
  'meaning.adjust.partlyApproved': 'Only a part was taken as tip. Call your manager.',
  'meaning.adjust.declined': 'The bank said no. The sale itself stands.',
  'meaning.adjust.cancelled': 'It was stopped. The sale itself stands. You can try again.',
  'meaning.adjust.reversed': 'The change was undone. The sale itself stands. You can try again.',
  'meaning.adjust.failed': 'It could not be finished. The sale itself stands. You can try again.',
  'meaning.adjust.notChargedProved':
    'It was asked long enough: this can no longer arrive. It is safe to change the tip again.',

  'meaning.none.waiting': 'The terminal does it now. No money moves by it.',
  'meaning.none.checking': 'No money moves by it, so nothing can be lost or doubled. Wait, or go on.',
  'meaning.none.notDone': 'No money moves by it: it is safe to do it again.',
  'meaning.none.silence': 'The terminal did not answer. No money moves by it: it is safe to do it again.',

  'refused.terminalBusy': 'The terminal is in use. Finish or cancel what it shows, then try again.',
  'refused.terminalOffline':
    'The terminal is off or has no network. Switch it on, wait for its start screen, try again.',
  'refused.terminalNotAssigned': 'The terminal does not belong to this shop. Choose another one and tell your manager.',
  'refused.keyRefused': 'Handpoint does not accept the key of this till. Ask your manager to check it.',
  'refused.invalidRequest': 'Handpoint did not accept the request. Check the amount, or call your manager.',
  'refused.tooManyRequests': 'Too many requests at once. Wait ten seconds, then try again.',
  'refused.originalNotFound': 'The bank no longer has what was to be changed: its day is closed.',
  'refused.notAllowed': 'The bank has it and does not allow this. Call your manager.',
  'refused.other': 'Handpoint refused it before any terminal saw it. Try again, or call your manager.',
  'refused.noConnection': 'There was no connection, so it never left this computer. Check the network, try again.',
} as const
