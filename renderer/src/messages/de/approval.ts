import type { approval as english } from '../en/approval.ts'

/** A manager's approval, asked for over the page, in German. */
export const approval = {
  'approval.title': 'Ein Manager muss das freigeben',
  'approval.again':
    'Ein Manager hat das vor mehr als 10 Minuten freigegeben. Diese Freigabe ist abgelaufen, deshalb wird noch einmal gefragt.',
  'approval.reason': 'Grund',
  'approval.reason.hint': 'Für alle, die das später lesen: warum es geschieht.',
  'approval.reason.missing': 'Geben Sie zuerst einen Grund an.',
  'approval.pin': 'Manager-PIN',
  'approval.pin.missing': 'Geben Sie die PIN ein: 4 bis 12 Ziffern.',
  'approval.pin.wrong': 'Diese PIN stimmt nicht. Es ist noch nichts geschehen.',
  'approval.pad': 'PIN-Tastatur',
  'approval.clear': 'Löschen',
  'approval.practice': 'Übung: Die PIN ist {pin}.',
  'approval.locked': 'Zu oft eine falsche PIN',
  'approval.locked.wait':
    'Eine Zeit lang wird keine PIN angenommen. Es ist nichts geschehen; die Zahlung bleibt, wie sie ist.',
  'approval.notSet': 'Auf dieser Kasse ist keine Manager-PIN eingerichtet',
  'approval.notSet.todo':
    'Deshalb kann das hier niemand freigeben. Wer die Kasse betreut, kann in der Konfiguration eine einrichten.',
  'approval.approve': 'Freigeben',
  'approval.checking': 'Wird geprüft\u00A0…',
} as const satisfies Readonly<Record<keyof typeof english, string>>
