import type { approval as english } from '../en/approval.ts'

/** A manager's approval, asked for over the page, in Spanish. */
export const approval = {
  'approval.title': 'Tiene que autorizarlo un encargado',
  'approval.again':
    'Un encargado lo autorizó hace más de 10 minutos. Esa autorización ha caducado, por eso se pide otra vez.',
  'approval.reason': 'Motivo',
  'approval.reason.hint': 'Para quien lo lea después: por qué se hace.',
  'approval.reason.missing': 'Indique primero un motivo.',
  'approval.pin': 'PIN del encargado',
  'approval.pin.missing': 'Escriba el PIN: de 4 a 12 cifras.',
  'approval.pin.wrong': 'Ese PIN no es correcto. Aún no ha pasado nada.',
  'approval.pad': 'Teclado del PIN',
  'approval.clear': 'Borrar',
  'approval.practice': 'Prácticas: el PIN es {pin}.',
  'approval.locked': 'Demasiados PIN incorrectos',
  'approval.locked.wait': 'Durante un rato no se admite ningún PIN. No ha pasado nada; el pago queda como está.',
  'approval.notSet': 'Esta caja no tiene PIN de encargado',
  'approval.notSet.todo':
    'Por eso nadie puede autorizarlo aquí. Quien mantiene la caja puede definir uno en su configuración.',
  'approval.approve': 'Autorizar',
  'approval.checking': 'Comprobando…',
} as const satisfies Readonly<Record<keyof typeof english, string>>
