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
  'listener.test': 'Weg zu dieser Kasse testen',
  'listener.test.asking': 'Diese Kasse wird unter ihrer eigenen Adresse gesucht …',
  'listener.test.at': 'Getestet um {time}',
  'listener.test.reached': 'Erreicht: Name, Zertifikat und Relay führen zu dieser Kasse.',
  'listener.test.changed':
    'Diese Kasse wurde erreicht, aber unterwegs wurde die Anfrage oder die Antwort verändert. Das Relay muss Host, Pfad und Header unverändert lassen und darf nichts selbst beantworten.',
  'listener.test.nameNotFound':
    'Der Name der Adresse für Ergebnisse wurde nicht gefunden. Prüfen Sie ihn in den Einstellungen und bei dem, der den Namen verwaltet. Manche Router weisen Namen ab, die in ihr eigenes Netz führen: Erlauben Sie diesen.',
  'listener.test.refused':
    'Dort nimmt niemand Verbindungen an. Prüfen Sie, ob das Relay läuft und ob Name und Port der Adresse dorthin führen.',
  'listener.test.certificate':
    'Das Zertifikat dort gilt nicht für diesen Namen, ist abgelaufen oder stammt von keiner Stelle, die dieser Computer kennt. Terminals weisen es stillschweigend ab: Verwenden Sie eines von einer öffentlichen Stelle.',
  'listener.test.wrongAnswer':
    'Dort antwortet etwas anderes. Prüfen Sie, ob das Relay die Adresse für Ergebnisse an diese Kasse weiterleitet und ob http und https nicht verwechselt sind.',
  'listener.test.timeout':
    'Keine Antwort in der Zeit. Prüfen Sie die Firewall und ob das Relay an die Adresse und den Port in den Einstellungen weiterleitet.',
  'listener.test.notListening':
    'Es gibt nichts zu erreichen: Die Kasse nimmt gerade keine Ergebnisse entgegen. Das muss zuerst behoben werden.',
  'listener.test.here':
    'Nur von diesem Computer aus gefragt. Terminals sind in einem eigenen Netz: Erst ein Ergebnis, das ein Terminal zustellt, beweist, dass auch sie hierher gelangen.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
