import type { frame as english } from '../en/frame.ts'

/** The frame, its pages and its keys, in German. */
export const frame = {
  'app.loading': 'Die Kasse wird geöffnet\u00A0…',
  'app.readAgain': 'Neu laden',
  'mode.training': 'Übung: Es fließt kein Geld',
  'mode.development': 'Entwicklung: Testterminals, kein echtes Geld',
  'nav.label': 'Seiten',
  'nav.sell': 'Verkauf',
  'nav.refund': 'Erstatten',
  'nav.history': 'Verlauf',
  'nav.unresolved': 'Ungeklärt',
  'nav.unresolvedName':
    '{count, plural, =0 {Ungeklärt: keine} one {Ungeklärt: # Zahlung} other {Ungeklärt: # Zahlungen}}',
  'nav.preferences': 'Diese Kasse: Sprache und Ton',
  'nav.keys': 'Alle Tasten',
  'cloud.unreachable': 'Handpoint nicht erreichbar',
  'link.lost': 'Diese Seite hat die Verbindung zu Paydesk verloren',
  'link.lost.todo':
    'Was Sie sehen, kann veraltet sein. Kassieren Sie nichts noch einmal, bis diese Zeile verschwindet.',
  'part.failed': 'Dieser Teil kann nicht angezeigt werden',
  'part.failed.terminal': 'Sehen Sie auf das Terminal, bevor Sie etwas noch einmal kassieren.',
  'part.failed.todo':
    'Was begonnen wurde, läuft weiter, und Paydesk bewahrt jede Zahlung auf. Laden Sie den Bildschirm noch einmal; hilft das nicht, schließen Sie Paydesk, starten Sie es neu und rufen Sie Ihren Manager.',
  'part.again': 'Noch einmal laden',
  'late.label': 'Späte Ergebnisse',
  'late.title': '{what}: {state} um {time}',
  'late.corrected': 'Vorher stand hier etwas anderes: {before}.',
  'late.signature': 'Ob die Unterschrift stimmt, hat noch niemand gesagt.',
  'late.more': '{count, plural, one {und # weiteres} other {und # weitere}}',
  'late.list': 'Alle {count}',
  'late.all': 'Alle {count} gesehen',
  'late.all.ask': 'Hat jemand alle {count} angesehen?',
  'late.all.yes': 'Ja, alle gesehen',
  'act.open': 'Öffnen',
  'act.seen': 'Gesehen',
  'act.close': 'Schließen',
  'act.back': 'Zurück',

  'health.label': 'Zustand dieser Kasse',
  'health.more': '{title} · {count, plural, one {und # weiteres} other {und # weitere}}',
  'health.todo': 'Was tun?',
  'health.listener': 'Die Terminals erreichen diese Kasse nicht',
  'health.listener.todo':
    'Zahlungen gehen weiter wie gewohnt: Paydesk fragt jedes Ergebnis selbst ab, das dauert einige Sekunden länger. Ihr Manager soll die Adresse und das Zertifikat für Ergebnisse prüfen lassen.',
  'health.certificate': 'Das Zertifikat für Ergebnisse endet am {date}',
  'health.certificate.todo':
    'Zahlungen gehen weiter wie gewohnt. Ihr Manager soll es erneuern lassen: Ohne das Zertifikat dauern Ergebnisse einige Sekunden länger.',
  'health.plain': 'Ergebnisse erreichen diese Kasse unverschlüsselt',
  'health.plain.todo':
    'Zahlungen gehen weiter wie gewohnt. Das ist nur für Versuche gedacht: Handpoint beschreibt ausschließlich verschlüsselte Adressen. Ihr Manager soll dieser Kasse eine Adresse für Ergebnisse geben lassen, die mit https beginnt.',
  'health.foreign':
    '{count, plural, one {Das Ergebnis von # Zahlung nannte eine andere Zahlung} other {Die Ergebnisse von # Zahlungen nannten eine andere Zahlung}}',
  'health.foreign.todo':
    'Es wurde abgewiesen und hat keine Zahlung verändert; das letzte kam am {when}. Paydesk fragt jedes Ergebnis selbst bei der Bank ab. Kassieren oder erstatten Sie deswegen nichts. Sagen Sie Ihrem Manager Bescheid: Der Support muss klären, wer das gesendet hat.',
  'health.backup': 'Keine Sicherung der Zahlungen dieser Kasse seit {when}',
  'health.backup.todo':
    'Zahlungen gehen weiter wie gewohnt, und alle sind auf diesem Computer gespeichert. Sagen Sie Ihrem Manager Bescheid: Auf dem Datenträger muss Platz und der Sicherungsordner muss erreichbar sein.',
  'health.backup.never': 'Die Zahlungen dieser Kasse wurden noch nie gesichert',
  'health.orphans':
    '{count, plural, one {# Ergebnis gehört zu keiner Zahlung dieser Kasse} other {# Ergebnisse gehören zu keiner Zahlung dieser Kasse}}',
  'health.orphans.todo':
    'Ein Terminal hat eine Zahlung gemeldet, die diese Kasse nicht begonnen hat. Kassieren oder erstatten Sie deswegen nichts. Sagen Sie Ihrem Manager Bescheid: Das Ergebnis ist gespeichert und wird mit der Liste der Bank verglichen.',
  'health.unreadable':
    '{count, plural, one {# Meldung eines Terminals ist nicht lesbar} other {# Meldungen von Terminals sind nicht lesbar}}',
  'health.unreadable.todo':
    'Ein Terminal hat etwas gemeldet, das diese Kasse nicht versteht. Kassieren oder erstatten Sie deswegen nichts: Paydesk fragt weiter nach der Zahlung. Sagen Sie Ihrem Manager Bescheid: Die Meldung ist für den Support gespeichert.',
  'health.restored': 'Die Zahlungen auf diesem Computer waren beschädigt und wurden wiederhergestellt',
  'health.restored.todo':
    'Paydesk fragt die Bank noch einmal nach allem seit der letzten Sicherung. Sehen Sie unter „Ungeklärt“ nach, bevor Sie etwas zum zweiten Mal kassieren, und sagen Sie Ihrem Manager Bescheid.',
  'health.support': 'Für den Support: {text}',
  'health.well': 'Mit dieser Kasse ist alles in Ordnung.',

  'keys.title': 'Alle Tasten',
  'keys.digits': 'Betrag eingeben, mit Cent',
  'keys.decimal': 'Erst ganze Einheiten, dann Nachkommastellen',
  'keys.backspace': 'Letzte Ziffer löschen',
  'keys.delete': 'Betrag löschen',
  'keys.paste': 'Einen Betrag einfügen',
  'keys.enter': 'Einmal kassieren; erster Knopf eines Ergebnisses',
  'keys.escape': 'Zurück; während einer Zahlung: abbrechen?',
  'keys.arrows': 'In einer Liste wandern',
  'keys.tab': 'Von Feld zu Feld',
  'keys.f1': 'Diese Liste',
  'keys.f2': 'Verkauf',
  'keys.f3': 'Erstatten: welcher Verkauf?',
  'keys.f4': 'Verlauf; noch einmal: darin suchen',
  'keys.f7': 'Ungeklärte Zahlungen',
  'keys.f8': 'Beleg der letzten Zahlung: Enter druckt ihn',
  'keys.p': 'Beleg dieser Zahlung',
  'keys.letters': 'Auf der Seite einer Zahlung: Erstattung, Storno, Trinkgeld',
  'keys.f10': 'Sprache und Ton dieser Kasse',
  'keys.f12': 'Bei der Frage „Erneut kassieren?“: erneut kassieren',
  'keys.tip': 'Beim Verkauf: ob das Terminal nach Trinkgeld fragt',
} as const satisfies Readonly<Record<keyof typeof english, string>>
