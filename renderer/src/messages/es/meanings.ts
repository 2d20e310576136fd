import type { meanings as english } from '../en/meanings.ts'

/** What a state means and what to do, under the headline, in Spanish. */
export const meanings = {
  'meaning.starting': 'Está guardado y de camino a {terminal}.',
  'meaning.starting.gateway': 'Está guardado y de camino al banco. No hace falta ningún terminal.',
  'meaning.longWait': 'Mire {terminal}: ¿espera la tarjeta, un PIN o una elección?',
  'meaning.cancelling': 'Si la tarjeta ya se está usando, aún puede completarse.',
  'meaning.cannotCancel': 'El terminal sigue adelante. Espere su resultado.',
  'meaning.settled': 'Lo ha registrado un encargado. Motivo: {reason}',
  'meaning.done': 'No ha movido dinero.',
  'meaning.approved.gateway': 'El banco lo ha confirmado; no hacía falta ningún terminal.',
  'meaning.approved.unconfirmed': 'Lo dice el banco; el terminal nunca lo ha confirmado. Guarde la referencia.',
  'meaning.unwritten':
    'Paydesk ya no puede guardar en este ordenador. No lo haga otra vez. Llame al encargado: en cuanto Paydesk pueda guardar y se vuelva a abrir, consultará al banco por sí mismo.',
  'meaning.refundInstead':
    'Ya no se puede anular: el banco ha cerrado ese día o no lo admite. Haga una devolución del dinero: busque la venta en Historial.',

  'meaning.charge.waiting':
    'El cliente paga ahí. El pitido significa que se ha leído la tarjeta, no que se haya aprobado.',
  'meaning.charge.checking': 'No vuelva a cobrar todavía.',
  'meaning.charge.notKnown': 'No cobre otra vez con esta tarjeta. No entregue nada sin permiso del encargado.',
  'meaning.charge.confirming': 'El banco dice aprobado, el terminal aún no. Espere antes de entregar la mercancía.',
  'meaning.charge.partlyApprovedConfirming':
    'El cliente aún puede decir que no en el terminal. Espere a que se confirme.',
  'meaning.charge.approved': 'El terminal lo ha confirmado.',
  'meaning.charge.partlyApproved': 'Cobre lo que falta como venta nueva, con otra tarjeta o de otra forma.',
  'meaning.charge.declined': 'La tarjeta o su banco ha dicho que no. Pruebe con otra tarjeta o use otra forma de pago.',
  'meaning.charge.cancelled': 'Se ha parado antes de cobrar. Puede intentarlo de nuevo.',
  'meaning.charge.reversed': 'Se había aprobado y se ha deshecho: no se ha cobrado. Puede intentarlo de nuevo.',
  'meaning.charge.failed': 'El terminal no ha podido terminar. Puede intentarlo de nuevo.',
  'meaning.charge.notChargedProved':
    'Se ha consultado el tiempo suficiente: esto ya no puede llegar. Es seguro cobrar de nuevo.',

  'meaning.refund.waiting':
    'El cliente presenta ahí la tarjeta y recibe en ella el dinero. El pitido significa que se ha leído la tarjeta, no que se haya devuelto.',
  'meaning.refund.checking': 'No vuelva a devolver todavía.',
  'meaning.refund.notKnown':
    'No vuelva a devolver todavía, tampoco de otra forma: el dinero puede estar ya en camino. Llame al encargado.',
  'meaning.refund.confirming': 'El banco dice devuelto, el terminal aún no. No vuelva a devolver.',
  'meaning.refund.partlyApprovedConfirming': 'Hasta ahora solo se ha devuelto una parte. Espere a que se confirme.',
  'meaning.refund.approved': 'El terminal lo ha confirmado. Puede tardar días en aparecer en la cuenta del cliente.',
  'meaning.refund.partlyApproved': 'Devuelva lo que falta como devolución nueva.',
  'meaning.refund.declined':
    'La tarjeta o su banco ha dicho que no. Use la tarjeta con la que se pagó o llame al encargado.',
  'meaning.refund.cancelled': 'Se ha parado antes de devolver nada. Puede intentarlo de nuevo.',
  'meaning.refund.reversed': 'Se había devuelto y se ha deshecho: no se ha devuelto nada. Puede intentarlo de nuevo.',
  'meaning.refund.failed': 'El terminal no ha podido terminar. Puede intentarlo de nuevo.',
  'meaning.refund.notChargedProved':
    'Se ha consultado el tiempo suficiente: esta devolución ya no puede llegar. Es seguro devolver de nuevo.',

  'meaning.undo.waiting': 'Se anula ahí. El terminal puede pedir la tarjeta.',
  'meaning.undo.checking': 'No vuelva a anularlo todavía ni haga una devolución.',
  'meaning.undo.notKnown': 'No repita ni devuelva: el dinero podría moverse dos veces. Llame al encargado.',
  'meaning.undo.confirming': 'El banco dice anulado, el terminal aún no. No haga una devolución.',
  'meaning.undo.partlyApprovedConfirming': 'Hasta ahora solo se ha anulado una parte. Espere a que se confirme.',
  'meaning.undo.approved': 'El terminal lo ha confirmado.',
  'meaning.undo.partlyApproved': 'Solo se ha anulado una parte. Llame al encargado.',
  'meaning.undo.declined': 'El banco no lo ha anulado.',
  'meaning.undo.cancelled': 'Se ha parado antes de anular nada. Puede intentarlo de nuevo.',
  'meaning.undo.reversed': 'Se había anulado y eso se ha deshecho. Puede intentarlo de nuevo.',
  'meaning.undo.failed': 'El terminal no ha podido terminar. Puede intentarlo de nuevo.',
  'meaning.undo.notChargedProved':
    'Se ha consultado el tiempo suficiente: esto ya no puede llegar. Es seguro anular de nuevo.',

  'meaning.hold.waiting': 'El cliente presenta ahí la tarjeta. El importe se retiene en ella, no se cobra.',
  'meaning.hold.checking': 'No vuelva a retener todavía.',
  'meaning.hold.notKnown': 'No retenga el importe otra vez. No entregue nada sin permiso del encargado.',
  'meaning.hold.confirming': 'El banco dice retenido, el terminal aún no. Espere a que se confirme.',
  'meaning.hold.partlyApprovedConfirming': 'Hasta ahora solo se ha retenido una parte. Espere a que se confirme.',
  'meaning.hold.approved': 'No se cobra nada hasta que se capture.',
  'meaning.hold.partlyApproved': 'Solo se retiene esta parte. No se cobra nada hasta que se capture.',
  'meaning.hold.declined': 'La tarjeta o su banco ha dicho que no. Pruebe con otra tarjeta.',
  'meaning.hold.cancelled': 'Se ha parado antes de retener nada. Puede intentarlo de nuevo.',
  'meaning.hold.reversed': 'Se había retenido y se ha liberado. Puede intentarlo de nuevo.',
  'meaning.hold.failed': 'El terminal no ha podido terminar. Puede intentarlo de nuevo.',
  'meaning.hold.notChargedProved':
    'Se ha consultado el tiempo suficiente: esto ya no puede llegar. Es seguro retener el importe de nuevo.',

  'meaning.adjust.waiting': 'Está de camino al banco.',
  'meaning.adjust.checking': 'No vuelva a cambiar la propina todavía. La venta sigue en pie.',
  'meaning.adjust.notKnown': 'La venta sigue en pie. No diga al cliente un total nuevo hasta que se sepa.',
  'meaning.adjust.confirming': 'El banco dice cambiada y aún no lo ha confirmado.',
  'meaning.adjust.partlyApprovedConfirming': 'Hasta ahora solo se ha tomado una parte. Espere a que se confirme.',
  'meaning.adjust.approved': 'El banco lo ha confirmado. Sustituye toda propina anterior de esta venta.',
  'meaning.adjust.partlyApproved': 'Solo se ha tomado una parte como propina. Llame al encargado.',
  'meaning.adjust.declined': 'El banco ha dicho que no. La venta sigue en pie.',
  'meaning.adjust.cancelled': 'Se ha parado. La venta sigue en pie. Puede intentarlo de nuevo.',
  'meaning.adjust.reversed': 'El cambio se ha deshecho. La venta sigue en pie. Puede intentarlo de nuevo.',
  'meaning.adjust.failed': 'No se ha podido terminar. La venta sigue en pie. Puede intentarlo de nuevo.',
  'meaning.adjust.notChargedProved':
    'Se ha consultado el tiempo suficiente: esto ya no puede llegar. Es seguro cambiar la propina de nuevo.',

  'meaning.none.waiting': 'El terminal lo está haciendo. No mueve dinero.',
  'meaning.none.checking': 'No mueve dinero, así que nada puede perderse ni duplicarse. Espere o siga.',
  'meaning.none.notDone': 'No mueve dinero: es seguro hacerlo de nuevo.',
  'meaning.none.silence': 'El terminal no ha respondido. No mueve dinero: es seguro hacerlo de nuevo.',

  'refused.terminalBusy': 'El terminal está en uso. Termine o cancele lo que muestra y vuelva a intentarlo.',
  'refused.terminalOffline':
    'El terminal está apagado o sin red. Enciéndalo, espere a su pantalla inicial y vuelva a intentarlo.',
  'refused.terminalNotAssigned': 'El terminal no pertenece a este comercio. Elija otro y avise al encargado.',
  'refused.keyRefused': 'Handpoint no acepta la clave de esta caja. Pida al encargado que la revise.',
  'refused.invalidRequest': 'Handpoint no ha aceptado la petición. Revise el importe o llame al encargado.',
  'refused.tooManyRequests': 'Demasiadas peticiones a la vez. Espere diez segundos y vuelva a intentarlo.',
  'refused.originalNotFound': 'El banco ya no tiene lo que se quería cambiar: ese día está cerrado.',
  'refused.notAllowed': 'El banco lo tiene y no permite hacer esto. Llame al encargado.',
  'refused.other': 'Handpoint lo ha rechazado antes de llegar a un terminal. Vuelva a intentarlo o llame al encargado.',
  'refused.noConnection': 'No había conexión: no ha salido de este ordenador. Compruebe la red y vuelva a intentarlo.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
