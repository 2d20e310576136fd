/** A manager's approval, asked for over the page. */
export const approval = {
  'approval.title': 'A manager has to approve this',
  'approval.again':
    'A manager approved this more than 10 minutes ago. Such an approval has ended, so it is asked for once more.',
  'approval.reason': 'Reason',
  'approval.reason.hint': 'For whoever reads this later: why it is done.',
  'approval.reason.missing': 'Give a reason first.',
  'approval.pin': 'Manager PIN',
  'approval.pin.missing': 'Type the PIN: 4 to 12 digits.',
  'approval.pin.wrong': 'That PIN is not right. Nothing has happened yet.',
  'approval.pad': 'PIN pad',
  'approval.clear': 'Clear',
  'approval.practice': 'Practice: the PIN is {pin}.',
  'approval.locked': 'Too many wrong PINs',
  'approval.locked.wait': 'No PIN is taken for a while. Nothing has happened; the payment stays as it is.',
  'approval.notSet': 'No manager PIN is set on this till',
  'approval.notSet.todo':
    'So nobody can approve this here. Whoever looks after the till can set one in its configuration.',
  'approval.approve': 'Approve',
  'approval.checking': 'Checking…',
} as const
