import type { preferences as english } from '../en/preferences.ts'

/** What the people at a till choose for it, in Spanish. */
export const preferences = {
  'preferences.title': 'Esta caja',
  'preferences.language': 'Idioma',
  'preferences.language.shop': 'El idioma del comercio',
  'preferences.language.fixed': 'El encargado ha fijado este idioma.',
  'preferences.sound': 'Sonido',
  'preferences.sound.results': 'Sonido de los resultados',
  'preferences.volume': 'Volumen',
  'preferences.volume.now': 'Volumen {percent}',
  'preferences.quieter': 'Bajar',
  'preferences.louder': 'Subir',
  'preferences.try': 'Escuchar los sonidos',
  'preferences.try.approved': 'Aprobado',
  'preferences.try.refused': 'No cobrado',
  'preferences.try.doubt': 'Aún no se sabe',
  'preferences.try.notice': 'Resultado tardío',
  'preferences.sound.twin': 'Todo lo que suena está también en la pantalla.',
  'preferences.problem.reset':
    'No se ha podido leer lo elegido en esta caja y queda como en una caja nueva. Los pagos no se ven afectados. Elija de nuevo.',
  'preferences.problem.notSaved':
    'Vale hasta que se cierre Paydesk: no se ha podido guardar en este ordenador. Los pagos no se ven afectados.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
