import type { PrintWords } from '../print-words.ts'

/** Spanish words that Paydesk puts on paper. */
export const es: PrintWords = {
  copy: 'DUPLICADO',
  practice: 'PRÁCTICAS',
  practiceNote: 'No se ha movido dinero. Esto no es un recibo.',
  customerReceipt: 'Recibo',
  merchantReceipt: 'Recibo del comercio',
  customerSlip: 'Resguardo provisional',
  slip: {
    title: 'AÚN NO SE SABE EL RESULTADO',
    amount: 'Importe pedido',
    started: 'Iniciado',
    printed: 'Impreso',
    terminal: 'Terminal',
    reference: 'Referencia',
    customerReference: 'Pedido',
    meaning: 'Aún no se sabe si se ha cobrado en su tarjeta. Este resguardo no es un justificante de pago.',
    happens: 'El comercio sigue consultando al banco hasta que se sepa el resultado.',
    todo: 'No debe pagar nada de nuevo hasta que el comercio le diga qué ha pasado. Mire su cuenta y vuelva o llame con este resguardo.',
    keep: 'Conserve este resguardo.',
  },
}
