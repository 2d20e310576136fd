import type { errors as english } from '../en/errors.ts'

/** Failures, in Spanish: what happened to the money is said before these, by the money state. */
export const errors = {
  'error.input.invalid': 'Paydesk no ha entendido esta acción. Inténtelo otra vez; si sigue igual, llame al encargado.',
  'error.amount.empty': 'Escriba primero un importe.',
  'error.amount.notANumber': 'Eso no es un importe. Escríbalo con el teclado numérico.',
  'error.amount.zero': 'El importe es cero. Escriba lo que hay que pagar.',
  'error.amount.negative': 'Un importe que cobrar no puede ser negativo. Escriba lo que hay que pagar.',
  'error.amount.tooLarge': 'Es más de lo que admite un terminal. Revise el importe.',
  'error.amount.tooManyDecimals': 'El importe tiene más decimales que la moneda. Revise el importe.',
  'error.amount.ambiguous': 'El importe se puede leer de dos formas. Escríbalo con el teclado numérico.',
  'error.terminal.unknown': 'Ese terminal ya no está en la lista del comercio. Elija otro.',
  'error.terminal.virtual': 'Eso no es un terminal de tarjetas. Elija otro.',
  'error.terminal.unresolved': 'El terminal está ocupado con un pago abierto. Abra ese pago o use otro terminal.',
  'error.payment.looksDoubled':
    'El mismo importe se inició o se pagó hace un momento. Mire primero en la lista. Si era de otro cliente, escríbalo en Venta y cóbrelo allí.',
  'error.payment.notFound': 'Esta caja no tiene ese pago. Mire en la lista.',
  'error.payment.notCancellable': 'Este pago ya no se puede cancelar. Espere su resultado.',
  'error.payment.notRetryable': 'Esto no se puede intentar de nuevo. Mire en la lista cómo está.',
  'error.currency.mismatch': 'El importe no está en la moneda del comercio. Empiece la venta de nuevo.',
  'error.original.notCharged':
    'No está demostrado que la primera operación moviera dinero. Aún no hay nada que cambiar.',
  'error.original.noTransactionId':
    'El banco no dio número a la primera operación y no se puede cambiar desde esta caja. Llame al encargado.',
  'error.original.linkUnresolved':
    'Con ella se inició otra cosa cuyo resultado aún no se sabe. Mire en Sin resolver y espere a que se sepa.',
  'error.original.alreadyReversed': 'Ya se anuló. Mire su página en Historial.',
  'error.original.alreadyRefunded': 'Una parte ya se devolvió. Solo se puede devolver lo que queda.',
  'error.original.alreadyCaptured': 'Ya se capturó. Haga una devolución.',
  'error.original.doneElsewhere':
    'Según el banco ya se devolvió o se capturó, y no desde esta caja. Aquí no se puede hacer nada más con ello. Llame al encargado.',
  'error.original.tooMuch': 'Es más de lo que queda. Mire en su página de Historial cuánto queda.',
  'error.original.wrongKind': 'Eso no se puede hacer con este tipo de pago.',
  'error.operation.disabled': 'Este comercio no usa esa función. Un encargado puede activarla en la configuración.',
  'error.approval.needed': 'Tiene que autorizarlo un encargado. Pídale que escriba el PIN.',
  'error.approval.notSet':
    'Esta caja no tiene PIN de encargado y esto no se puede hacer aquí. Quien mantiene la caja puede definir uno.',
  'error.settlement.notNeeded':
    'Mientras tanto se ha sabido el resultado y ya no tiene que resolverlo un encargado. Mire cómo está ahora.',
  'error.settlement.changed':
    'Mientras se rellenaba esto se ha sabido algo más, así que no se ha anotado nada. Mire lo que es nuevo y elija otra vez.',
  'error.document.missing': 'Ese documento no existe para este pago.',
  'error.document.pending':
    'El recibo aún viene de camino desde Handpoint y llega por sí solo; inténtelo de nuevo en un minuto. El pago no se ve afectado.',
  'error.printer.none':
    'Este ordenador no tiene ninguna impresora que Paydesk pueda usar, o no se ha elegido ninguna. Elija una en Impresoras o imprima en el terminal. El pago no se ve afectado.',
  'error.pdf.failed':
    'No se ha podido crear o guardar el PDF. El pago no se ve afectado. Inténtelo de nuevo o imprima.',
  'error.jobs.unavailable':
    'Paydesk no ha podido anotar lo que hay que imprimir, así que no se imprime ni se envía nada. El pago no se ve afectado. Tiene que haber espacio en el disco.',
  'error.job.missing': 'Esta impresión ya no está en la lista: se quitó o se hizo hace tiempo.',
  'error.slip.notNeeded': 'Ya se sabe el resultado: imprima el recibo.',
  'error.mail.off':
    'Esta caja no envía correo: no se ha configurado un servidor. Imprima el recibo o guárdelo como PDF.',
  'error.journal.unavailable':
    'Paydesk no puede guardar pagos en este ordenador, por eso no vende. Llame al encargado.',
  'error.journal.newer':
    'Los pagos de este ordenador los guardó una versión más nueva de Paydesk. Actualice Paydesk en esta caja.',
  'error.journal.inUse': 'Paydesk ya está abierto en este ordenador. Use esa ventana o ciérrela primero.',
  'error.journal.restoring':
    'Se están restaurando los pagos de este ordenador. Después podrá seguir vendiendo sin hacer nada; mientras tanto, mire en Sin resolver.',
  'error.disk.low':
    'El disco de este ordenador está casi lleno y no empieza nada nuevo. Libere espacio o llame al encargado.',
  'error.key.missing': 'Esta caja aún no tiene clave de Handpoint. Pida al encargado que la introduzca.',
  'error.key.refused': 'Handpoint no acepta la clave de esta caja. Pida al encargado que la revise.',
  'error.cloud.unreachable':
    'No se puede conectar con Handpoint. Compruebe la red; Paydesk sigue intentándolo por sí mismo.',
  'error.cloud.unexpected': 'Handpoint ha respondido algo que Paydesk no entiende. Llame al encargado.',
  'error.bridge.refused': 'Esta página ya no puede hablar con Paydesk. Ciérrela y vuelva a abrir Paydesk.',
  'error.bridge.disconnected': 'Paydesk no ha respondido. Mire en la lista antes de volver a cobrar.',
  'error.internal': 'Algo va mal dentro de Paydesk. Mire en la lista antes de seguir y llame al encargado.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
