import type { moneyBack as english } from '../en/money-back.ts'

/** Giving money back, and changing a tip, in Spanish. */
export const moneyBack = {
  'moneyBack.act.refund': 'Devolver…',
  'moneyBack.act.saleReversal': 'Anular toda la venta…',
  'moneyBack.act.moToReversal': 'Anular todo el pago…',
  'moneyBack.act.refundReversal': 'Anular esta devolución…',
  'moneyBack.act.tip': 'Propina…',
  'moneyBack.act.unlinked': 'Devolución sin venta…',

  'moneyBack.refund': 'Devolución',
  'moneyBack.refund.of': 'Devolución: {what}',
  'moneyBack.refund.act': 'Devolver {amount}',
  'moneyBack.refund.instead': 'Devolver solo una parte…',
  'moneyBack.all': 'Todo lo que queda',
  'moneyBack.refunded': 'Ya devuelto',
  'moneyBack.left': 'Aún se puede devolver',
  'moneyBack.tooMuch': 'Solo queda {amount}. Escriba eso o menos.',
  'moneyBack.notPossible': 'Su estado ya ha cambiado. Cierre esto y mire cómo está.',

  'moneyBack.reversal': 'Anular toda la venta',
  'moneyBack.reversal.lead': 'El cliente lo recupera todo y no ve nada en su extracto. No hace falta la tarjeta.',
  'moneyBack.reversal.batch':
    'Funciona hasta que el banco cierre los pagos del día. Si es tarde, no pasa nada y Paydesk lo dice: entonces haga una devolución.',
  'moneyBack.reversal.signed': 'El cliente firmó, así que tiene que autorizarlo un encargado.',
  'moneyBack.reversal.act': 'Anular la venta: {amount}',
  'moneyBack.reversal.hint': '¿Todo y el mismo día? Si se anula, la venta ni siquiera aparece en el extracto.',
  'moneyBack.reversal.instead': 'Mejor anular la venta…',
  'moneyBack.reversal.refund': 'Anular toda la devolución',
  'moneyBack.reversal.refund.lead': 'Al final el cliente no recibe esta devolución. La venta vuelve a contar.',
  'moneyBack.reversal.refund.act': 'Anular la devolución de {amount}',
  'moneyBack.terminalGone': 'No se puede conectar con {terminal}. El banco puede hacerlo sin el terminal.',

  'moneyBack.unlinked': 'Devolución sin venta',
  'moneyBack.unlinked.lead':
    'Solo si la venta no está en esta caja. El cliente presenta una tarjeta y recibe en ella el dinero. Un encargado lo autoriza e indica el motivo.',

  'moneyBack.tip': 'Poner propina',
  'moneyBack.tip.on': 'Propina de {what}',
  'moneyBack.tip.lead': 'Escriba la propina entera tal como está en el recibo: sustituye a cualquier otra anterior.',
  'moneyBack.tip.without': 'Sin propina',
  'moneyBack.tip.now': 'Propina actual',
  'moneyBack.tip.total': 'Nuevo total',
  'moneyBack.tip.high': 'Esa propina supera lo pagado. Revísela; tiene que autorizarla un encargado.',
  'moneyBack.tip.act': 'Cambiar a {total} en total',

  'moneyBack.twin.moved': 'Ya devuelto {ago} en {terminal}: {amount} ({what}). ¿Devolver otra vez?',
  'moneyBack.twin.moved.todo':
    'El mismo cliente: no vuelva a devolver, esa devolución es válida. Otro cliente con el mismo importe: devuelva otra vez.',
  'moneyBack.twin.doubt':
    '{amount} en {terminal}: aún no se sabe si se ha devuelto ({what}, iniciado {ago}). ¿Devolver otra vez?',
  'moneyBack.twin.doubt.todo':
    'El mismo cliente: no vuelva a devolver, ese importe aún puede resultar devuelto. Otro cliente con el mismo importe: devuelva otra vez.',
  'moneyBack.twin.no': 'No devolver',
  'moneyBack.twin.yes': 'Devolver {amount} otra vez',

  'moneyBack.which': '¿Qué venta?',
  'moneyBack.which.newest': 'Las últimas ventas cobradas. Escriba para buscar otra.',
  'moneyBack.which.none': 'No existe esa venta',
  'moneyBack.which.none.todo':
    'Escriba otra cosa o mire todo el Historial. Lo que no se vendió en esta caja se devuelve sin venta.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
