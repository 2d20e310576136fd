import type { frame as english } from '../en/frame.ts'

/** The frame, its pages and its keys, in Spanish. */
export const frame = {
  'app.loading': 'Abriendo la caja…',
  'app.readAgain': 'Leer de nuevo',
  'mode.training': 'Prácticas: no se mueve dinero',
  'mode.development': 'Desarrollo: terminales de prueba, sin dinero real',
  'nav.label': 'Páginas',
  'nav.sell': 'Venta',
  'nav.refund': 'Devolver',
  'nav.history': 'Historial',
  'nav.unresolved': 'Sin resolver',
  'nav.unresolvedName':
    '{count, plural, =0 {Sin resolver: ninguno} one {Sin resolver: # pago} many {Sin resolver: # de pagos} other {Sin resolver: # pagos}}',
  'nav.preferences': 'Esta caja: idioma y sonido',
  'nav.keys': 'Todas las teclas',
  'cloud.unreachable': 'Sin conexión con Handpoint',
  'link.lost': 'Esta página ha perdido la conexión con Paydesk',
  'link.lost.todo': 'Lo que ve puede ser antiguo. No vuelva a cobrar nada hasta que desaparezca esta línea.',
  'part.failed': 'Esta parte no se puede mostrar',
  'part.failed.terminal': 'Mire el terminal antes de volver a cobrar nada.',
  'part.failed.todo':
    'Lo que empezó sigue en marcha, y Paydesk guarda todos los pagos. Cargue la pantalla otra vez; si no sirve, cierre Paydesk, ábralo de nuevo y llame al encargado.',
  'part.again': 'Cargar otra vez',
  'late.label': 'Resultados tardíos',
  'late.title': '{what}: {state} a las {time}',
  'late.corrected': 'Antes se mostraba otra cosa: {before}.',
  'late.signature': 'Nadie ha dicho todavía si la firma coincide.',
  'late.more': '{count, plural, one {y # más} many {y # más} other {y # más}}',
  'late.list': 'Ver los {count}',
  'late.all': 'Marcar los {count} como vistos',
  'late.all.ask': '¿Alguien ha mirado los {count}?',
  'late.all.yes': 'Sí, marcar como vistos',
  'act.open': 'Abrir',
  'act.seen': 'Visto',
  'act.close': 'Cerrar',
  'act.back': 'Volver',

  'health.label': 'Estado de esta caja',
  'health.more': '{title} · {count, plural, one {y # más} many {y # más} other {y # más}}',
  'health.todo': 'Qué hacer',
  'health.listener': 'Los terminales no pueden conectar con esta caja',
  'health.listener.todo':
    'Los pagos siguen como siempre: Paydesk consulta cada resultado por sí mismo y tarda unos segundos más. Pida al encargado que revise la dirección y el certificado de resultados.',
  'health.certificate': 'El certificado de resultados caduca el {date}',
  'health.certificate.todo':
    'Los pagos siguen como siempre. Pida al encargado que lo haga renovar: sin él, los resultados tardan unos segundos más.',
  'health.plain': 'Los resultados llegan a esta caja sin cifrar',
  'health.plain.todo':
    'Los pagos siguen como siempre. Esto es solo para pruebas: Handpoint describe únicamente direcciones cifradas. Pida al encargado que dé a esta caja una dirección de resultados que empiece por https.',
  'health.foreign':
    '{count, plural, one {El resultado de # pago nombraba otro pago} many {Los resultados de # de pagos nombraban otro pago} other {Los resultados de # pagos nombraban otro pago}}',
  'health.foreign.todo':
    'Se rechazó y no cambió ningún pago; el último llegó el {when}. Paydesk consulta cada resultado al banco por sí mismo. No cobre ni devuelva nada por ello. Avise al encargado: soporte tiene que averiguar quién lo envió.',
  'health.backup': 'No hay copia de seguridad de los pagos de esta caja desde {when}',
  'health.backup.todo':
    'Los pagos siguen como siempre y todos están guardados en este ordenador. Avise al encargado: tiene que haber espacio en el disco y la carpeta de copias tiene que estar accesible.',
  'health.backup.never': 'Nunca se ha hecho copia de seguridad de los pagos de esta caja',
  'health.orphans':
    '{count, plural, one {# resultado no corresponde a ningún pago de esta caja} many {# de resultados no corresponden a ningún pago de esta caja} other {# resultados no corresponden a ningún pago de esta caja}}',
  'health.orphans.todo':
    'Un terminal ha comunicado un pago que esta caja no inició. No cobre ni devuelva nada por ello. Avise al encargado: queda guardado para compararlo con la lista del banco.',
  'health.unreadable':
    '{count, plural, one {# aviso de un terminal no se puede leer} many {# de avisos de terminales no se pueden leer} other {# avisos de terminales no se pueden leer}}',
  'health.unreadable.todo':
    'Un terminal ha comunicado algo que esta caja no entiende. No cobre ni devuelva nada por ello: Paydesk sigue preguntando por el pago. Avise al encargado: queda guardado para el soporte.',
  'health.restored': 'Los pagos de este ordenador estaban dañados y se han restaurado',
  'health.restored.todo':
    'Paydesk vuelve a consultar al banco todo lo posterior a la última copia de seguridad. Mire en Sin resolver antes de cobrar algo por segunda vez y avise al encargado.',
  'health.support': 'Para soporte: {text}',
  'health.well': 'Esta caja no tiene ningún problema.',

  'keys.title': 'Todas las teclas',
  'keys.digits': 'Escribir el importe con los céntimos',
  'keys.decimal': 'Escribir los enteros y después los decimales',
  'keys.backspace': 'Borrar la última cifra',
  'keys.delete': 'Borrar el importe',
  'keys.paste': 'Pegar un importe',
  'keys.enter': 'Cobrar una vez; el primer botón de un resultado',
  'keys.escape': 'Volver; durante un pago: ¿cancelar?',
  'keys.arrows': 'Moverse por una lista',
  'keys.tab': 'Pasar de un control a otro',
  'keys.f1': 'Esta lista',
  'keys.f2': 'Venta',
  'keys.f3': 'Devolución: ¿de qué venta?',
  'keys.f4': 'Historial; otra vez: buscar en él',
  'keys.f7': 'Pagos sin resolver',
  'keys.f8': 'Recibo del último pago: Enter lo imprime',
  'keys.p': 'Recibo de este pago',
  'keys.letters': 'En la página de un pago: devolución, anulación, propina',
  'keys.f10': 'Idioma y sonido de esta caja',
  'keys.f12': 'A la pregunta «¿Cobrar otra vez?»: cobrar otra vez',
  'keys.tip': 'En Venta: si el terminal pide propina',
} as const satisfies Readonly<Record<keyof typeof english, string>>
