/** De goedkeuring van een manager, gevraagd boven de pagina. */
export const approval = {
  'approval.title': 'Een manager moet dit goedkeuren',
  'approval.again':
    'Een manager heeft dit meer dan 10 minuten geleden goedgekeurd. Die goedkeuring is verlopen, daarom wordt er opnieuw om gevraagd.',
  'approval.reason': 'Reden',
  'approval.reason.hint': 'Voor wie dit later leest: waarom het gebeurt.',
  'approval.reason.missing': 'Geef eerst een reden.',
  'approval.pin': 'Managerpincode',
  'approval.pin.missing': 'Toets de pincode in: 4 tot 12 cijfers.',
  'approval.pin.wrong': 'Die pincode klopt niet. Er is nog niets gebeurd.',
  'approval.pad': 'Toetsen voor de pincode',
  'approval.clear': 'Wissen',
  'approval.practice': 'Oefenen: de pincode is {pin}.',
  'approval.locked': 'Te vaak een verkeerde pincode',
  'approval.locked.wait': 'Er wordt even geen pincode aangenomen. Er is niets gebeurd; de betaling blijft zoals ze is.',
  'approval.notSet': 'Op deze kassa is geen managerpincode ingesteld',
  'approval.notSet.todo':
    'Niemand kan dit hier dus goedkeuren. Wie de kassa beheert, kan er een instellen in de configuratie.',
  'approval.approve': 'Goedkeuren',
  'approval.checking': 'Controleren…',
} as const
