import type { listener as english } from '../en/listener.ts'

/** What came to the callback listener, and the way to it, in Spanish. */
export const listener = {
  'listener.title': 'Resultados de los terminales',
  'listener.stored':
    '{count, plural, =0 {Desde que se inició Paydesk, ningún terminal ha entregado un resultado.} one {Desde que se inició Paydesk, los terminales han entregado # resultado.} many {Desde que se inició Paydesk, los terminales han entregado # de resultados.} other {Desde que se inició Paydesk, los terminales han entregado # resultados.}}',
  'listener.refused': 'Rechazados desde entonces:',
  'listener.refused.strangers':
    '{count, plural, one {# petición sin la dirección y el token correctos} many {# de peticiones sin la dirección y el token correctos} other {# peticiones sin la dirección y el token correctos}}',
  'listener.refused.otherName':
    '{count, plural, one {# petición con otro nombre} many {# de peticiones con otro nombre} other {# peticiones con otro nombre}}: si son resultados, el relay cambia Host',
  'listener.refused.unusable':
    '{count, plural, one {# entrega de un resultado que no se puede leer} many {# de entregas de un resultado que no se puede leer} other {# entregas de un resultado que no se puede leer}}',
  'listener.refused.notSaved':
    '{count, plural, one {# entrega que no se pudo guardar} many {# de entregas que no se pudieron guardar} other {# entregas que no se pudieron guardar}}: el terminal lo envía de nuevo',
  'listener.refused.connections':
    '{count, plural, one {# conexión que se cortó o fue demasiado lenta} many {# de conexiones que se cortaron o fueron demasiado lentas} other {# conexiones que se cortaron o fueron demasiado lentas}}',
} as const satisfies Readonly<Record<keyof typeof english, string>>
