import type { receipts as english } from '../en/receipts.ts'

/** Receipts and signatures as they are shown, in Spanish. */
export const receipts = {
  'receipt.title': 'Recibos',
  'receipt.tab.customerReceipt': 'Copia cliente',
  'receipt.tab.merchantReceipt': 'Copia comercio',
  'receipt.tab.signature': 'Firma',
  'receipt.pending': 'Está en camino',
  'receipt.pending.meaning':
    'Paydesk lo pide a Handpoint y sigue intentándolo por sí mismo; aparecerá aquí. El pago no depende de ello.',
  'receipt.built': 'Hecho por esta caja',
  'receipt.built.meaning': 'No hay recibo del terminal; este se ha hecho con lo que Paydesk sabe del pago.',
  'receipt.built.expired':
    'El recibo del propio terminal se guardó trece meses y después se borró. Este se ha hecho con lo que Paydesk aún sabe.',
  'receipt.expired.signature': 'Ya no se guarda',
  'receipt.expired.signature.meaning': 'La firma se guardó trece meses y después se borró.',
  'receipt.none': 'No hay recibo de esto.',
  'receipt.none.open': 'Aún no hay recibo: llega cuando se sabe el resultado.',
  'receipt.none.signature': 'No se pidió firma, o el terminal no ha dado ninguna.',
  'receipt.empty': 'El recibo del terminal está vacío. Los importes y las horas están en esta página.',
  'receipt.asText': 'Este recibo no se puede dibujar como lo hizo el terminal. Este es su texto:',
  'receipt.readAgain': 'Leerlo de nuevo',
  'signature.picture': 'La firma del cliente',
  'signature.unusable': 'La imagen de la firma está dañada y no se puede mostrar. Mire la copia del comercio.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
