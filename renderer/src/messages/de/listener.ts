import type { listener as english } from '../en/listener.ts'

/** What came to the callback listener, and the way to it, in German. */
export const listener = {
  'listener.title': 'Ergebnisse von Terminals',
  'listener.stored':
    '{count, plural, =0 {Seit dem Start von Paydesk hat kein Terminal ein Ergebnis zugestellt.} one {Seit dem Start von Paydesk haben Terminals # Ergebnis zugestellt.} other {Seit dem Start von Paydesk haben Terminals # Ergebnisse zugestellt.}}',
  'listener.refused': 'Seitdem abgewiesen:',
  'listener.refused.strangers':
    '{count, plural, one {# Anfrage ohne die richtige Adresse und das richtige Token} other {# Anfragen ohne die richtige Adresse und das richtige Token}}',
  'listener.refused.otherName':
    '{count, plural, one {# Anfrage unter einem anderen Namen} other {# Anfragen unter einem anderen Namen}}: Sind das Ergebnisse, so verändert das Relay den Host',
  'listener.refused.unusable':
    '{count, plural, one {# Zustellung eines Ergebnisses, das nicht lesbar ist} other {# Zustellungen eines Ergebnisses, das nicht lesbar ist}}',
  'listener.refused.notSaved':
    '{count, plural, one {# Zustellung, die nicht gespeichert werden konnte} other {# Zustellungen, die nicht gespeichert werden konnten}}: Das Terminal sendet noch einmal',
  'listener.refused.connections':
    '{count, plural, one {# Verbindung, die abbrach oder zu langsam war} other {# Verbindungen, die abbrachen oder zu langsam waren}}',
} as const satisfies Readonly<Record<keyof typeof english, string>>
