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
  'listener.test': 'Probar el camino hasta esta caja',
  'listener.test.asking': 'Buscando esta caja en su propia dirección…',
  'listener.test.at': 'Probado a las {time}',
  'listener.test.reached': 'Encontrada: el nombre, el certificado y el relay llevan a esta caja.',
  'listener.test.changed':
    'Se llegó a esta caja, pero algo cambió por el camino la petición o su respuesta. El relay tiene que dejar Host, la ruta y las cabeceras sin cambios, y no responder nada por sí mismo.',
  'listener.test.nameNotFound':
    'No se encontró el nombre de la dirección de resultados. Revíselo en la configuración y con quien gestione el nombre. Algunos routers rechazan los nombres que llevan a su propia red: permita este.',
  'listener.test.refused':
    'Nadie acepta conexiones allí. Compruebe que el relay funciona y que el nombre y el puerto de la dirección llevan hasta él.',
  'listener.test.certificate':
    'El certificado de allí no vale para este nombre, ha caducado o no lo avala ninguna autoridad que este ordenador conozca. Los terminales lo rechazan sin decir nada: ponga uno de una autoridad pública.',
  'listener.test.wrongAnswer':
    'Allí responde otra cosa. Compruebe que el relay reenvía la dirección de resultados a esta caja y que no se confunden http y https.',
  'listener.test.timeout':
    'No hubo respuesta a tiempo. Revise el cortafuegos y que el relay reenvíe a la dirección y el puerto de la configuración.',
  'listener.test.notListening':
    'No hay nada que encontrar: la caja no está a la escucha ahora. Eso hay que arreglarlo primero.',
  'listener.test.here':
    'Solo se preguntó desde este ordenador. Los terminales están en una red propia: solo un resultado que entregue uno de ellos demuestra que también llegan hasta aquí.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
