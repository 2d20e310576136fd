import type { sell as english } from '../en/sell.ts'

/** The page Sell and the choice of a terminal, in Spanish. */
export const sell = {
  'sell.title': 'Venta',
  'sell.toPay': 'A pagar',
  'sell.clear': 'Borrar',
  'sell.keypad': 'Teclado numérico',
  'sell.backspace': 'Borrar la última cifra',
  'sell.charge': 'Cobrar',
  'sell.chargeAmount': 'Cobrar {amount}',
  'sell.charging': 'Iniciando…',
  'sell.terminal': 'Terminal',
  'sell.changeTerminal': 'Terminal {name}, {state}. Cambiar de terminal',
  'sell.noTerminal': 'Elija un terminal',
  'sell.tip': 'El terminal pide propina',
  'switch.on': 'Sí',
  'switch.off': 'No',
  'sell.reference': 'Referencia del cliente',
  'sell.reference.add': 'Añadir',
  'sell.reference.addName': 'Añadir una referencia del cliente',
  'sell.reference.hint': 'Por ejemplo, un número de pedido. Aparece en la lista y en el recibo.',
  'sell.reference.remove': 'Quitar la referencia del cliente',
  'sell.scanned': 'No se ha cobrado nada. Eso lo ha escrito un lector; el importe queda como estaba.',
  'sell.doubt.title': 'Aún no se sabe si se ha cobrado.',
  'sell.doubt.meaning':
    '{amount} en {terminal}: Paydesk no ha respondido, así que la venta puede haber empezado. No vuelva a cobrarla.',
  'sell.doubt.todo':
    'Mirar otra vez muestra esta misma venta. Nunca puede cobrar dos veces: si la venta no había empezado, empieza ahora, una sola vez.',
  'sell.doubt.again': 'Mirar otra vez',
  'sell.doubt.looking': 'Mirando…',
  'sell.doubt.list': 'Ver la lista',
  'sell.twin.moved': 'Ya cobrado {ago} en {terminal}: {amount} ({what}). ¿Cobrar otra vez?',
  'sell.twin.moved.todo':
    'El mismo cliente: no vuelva a cobrar, ese pago es válido. Otro cliente con el mismo importe: cobre otra vez.',
  'sell.twin.doubt':
    '{amount} en {terminal}: aún no se sabe si se ha cobrado ({what}, iniciado {ago}). ¿Cobrar otra vez?',
  'sell.twin.doubt.todo':
    'El mismo cliente: no vuelva a cobrar, ese pago aún puede resultar cobrado. Otro cliente con el mismo importe: cobre otra vez.',
  'sell.twin.no': 'No cobrar',
  'sell.twin.yes': 'Cobrar otra vez',
  'sell.twin.open': 'Ver {what}',
  'sell.held.title': '{terminal} está ocupado con un pago abierto',
  'sell.held.todo':
    'Podrá hacer la siguiente venta en cuanto se sepa el resultado de ese pago. Mientras tanto se puede usar otro terminal.',
  'sell.held.open': 'Abrir ese pago',
  'sell.held.other': 'Otro terminal',
  'blocked.title': 'Ahora no se puede cobrar nada',
  'blocked.journal.unavailable':
    'Paydesk no puede guardar pagos en este ordenador, por eso no vende. Libere espacio en el disco y vuelva a abrir Paydesk, o llame al encargado.',
  'blocked.journal.restoring':
    'Los pagos de este ordenador estaban dañados y se han restaurado. Paydesk está consultando al banco todo lo posterior a la última copia de seguridad; después podrá seguir vendiendo sin hacer nada. Mientras tanto, mire en Sin resolver.',
  'blocked.disk.low':
    'El disco de este ordenador está casi lleno. Lo que está en curso se sigue registrando, pero no empieza nada nuevo. Libere espacio en el disco o llame al encargado; cuando haya espacio podrá seguir vendiendo sin hacer nada.',
  'blocked.key.missing': 'Esta caja aún no tiene clave de Handpoint. Pida al encargado que la introduzca.',
  'blocked.key.refused': 'Handpoint no acepta la clave de esta caja. Pida al encargado que la revise.',

  'terminal.pick': 'Elija el terminal',
  'terminal.condition.ready': 'Listo',
  'terminal.condition.idle': 'Listo, {ago}',
  'terminal.condition.offline': 'Sin conexión, {ago}',
  'terminal.condition.unknown': 'Aún sin noticias',
  'terminal.busy': 'Ocupado: {what} desde las {time}',
  'terminal.busyAmount': 'Ocupado: {what} {amount} desde las {time}',
  'terminal.battery': 'Batería {percent}',
  'terminal.battery.charging': 'Batería {percent}, cargando',
  'terminal.battery.ago': '{words}, {ago}',
  'terminal.check': 'Probar terminal',
  'terminal.check.name': 'Probar el terminal {terminal}',
  'terminal.check.asking': 'Consultando {terminal}…',
  'terminal.check.answered': '{terminal} ha respondido a las {time}: está encendido y conectado.',
  'terminal.check.busy': '{terminal} ha respondido a las {time}: está encendido, conectado y ocupado.',
  'terminal.check.offline':
    'No se puede conectar con {terminal}. Compruebe que está encendido, que su aplicación de pago está abierta y que tiene red.',
  'terminal.check.silent': 'Handpoint no ha respondido; eso no dice nada de {terminal}. Compruebe la red de esta caja.',
  'terminal.refresh': 'Leer la lista de nuevo',
  'terminal.refreshing': 'Leyendo…',
  'terminal.loading': 'Leyendo la lista de terminales…',
  'terminal.none': 'Este comercio no tiene ningún terminal asignado.',
  'terminal.stale': 'Esta lista es de una lectura anterior.',
  'terminal.failed': 'No se ha podido leer la lista de terminales.',

  'amount.takeBack': 'Deshágalo con Backspace.',
  'amount.empty': 'Escriba primero un importe.',
  'amount.notANumber': 'Eso no es un importe.',
  'amount.zero': 'El importe es cero. Escriba lo que hay que pagar.',
  'amount.negative': 'Un importe que cobrar no puede ser negativo.',
  'amount.tooLarge': 'Es más de lo que admite un terminal.',
  'amount.tooManyDecimals':
    '{currency} {digits, plural, =0 {no tiene decimales} one {tiene # decimal} many {tiene # de decimales} other {tiene # decimales}}.',
  'amount.ambiguous': 'Puede leerse como dos importes distintos. Escríbalo con las teclas.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
