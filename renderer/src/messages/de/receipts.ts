import type { receipts as english } from '../en/receipts.ts'

/** Receipts and signatures as they are shown, in German. */
export const receipts = {
  'receipt.title': 'Belege',
  'receipt.tab.customerReceipt': 'Kundenbeleg',
  'receipt.tab.merchantReceipt': 'Händlerbeleg',
  'receipt.tab.signature': 'Unterschrift',
  'receipt.pending': 'Ist unterwegs',
  'receipt.pending.meaning':
    'Paydesk holt ihn von Handpoint und versucht es von selbst weiter; er erscheint hier. Die Zahlung hängt nicht davon ab.',
  'receipt.built': 'Von dieser Kasse erstellt',
  'receipt.built.meaning':
    'Vom Terminal gibt es keinen Beleg; dieser ist aus dem erstellt, was Paydesk über die Zahlung weiß.',
  'receipt.built.expired':
    'Der Beleg des Terminals wurde dreizehn Monate aufbewahrt und dann gelöscht. Dieser ist aus dem erstellt, was Paydesk noch weiß.',
  'receipt.expired.signature': 'Nicht mehr aufbewahrt',
  'receipt.expired.signature.meaning': 'Die Unterschrift wurde dreizehn Monate aufbewahrt und dann gelöscht.',
  'receipt.none': 'Dazu gibt es keinen Beleg.',
  'receipt.none.open': 'Es gibt noch keinen Beleg: Er kommt, sobald das Ergebnis bekannt ist.',
  'receipt.none.signature': 'Es war keine Unterschrift verlangt, oder das Terminal hat keine geliefert.',
  'receipt.empty': 'Der Beleg des Terminals ist leer. Die Beträge und Zeiten stehen auf dieser Seite.',
  'receipt.asText': 'Dieser Beleg lässt sich nicht so zeigen, wie das Terminal ihn erstellt hat. Das ist sein Text:',
  'receipt.readAgain': 'Neu lesen',
  'signature.picture': 'Die Unterschrift des Kunden',
  'signature.unusable':
    'Das Bild der Unterschrift ist beschädigt und lässt sich nicht zeigen. Sehen Sie auf dem Händlerbeleg nach.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
