import type { history as english } from '../en/history.ts'

/** The list of everything that the till has taken, in German. */
export const history = {
  'history.title': 'Verlauf',
  'history.count': '{count, plural, =0 {Keine Zahlungen} one {# Zahlung} other {# Zahlungen}}',
  'history.count.more': '{count, plural, one {Mehr als # Zahlung} other {Mehr als # Zahlungen}}',
  'history.empty': 'Noch keine Zahlungen',
  'history.empty.todo': 'Hier erscheint der erste Verkauf.',
  'history.nothing': 'Nichts gefunden',
  'history.nothing.todo':
    'Keine Zahlung dieser Kasse passt dazu. Nehmen Sie einen Filter weg, oder suchen Sie nach weniger.',
  'history.unreadable': 'Nichts gefunden',
  'history.unreadable.todo':
    'Das kann kein Betrag und keine Karte, Nummer, Uhrzeit oder Referenz sein. Geben Sie mindestens zwei Zeichen ein.',
  'history.reading': 'Wird gelesen\u00A0…',
  'history.end': 'Das ist alles.',
  'history.corrected': 'Korrigiert',
  'history.today': 'Heute',
  'history.yesterday': 'Gestern',
  'history.number': 'Nr.\u00A0{number}',
  'history.card': 'Karte mit Endziffern {digits}',
  'history.ofAsked': 'von {amount}',
  'history.building':
    'Die Suche wird noch vorbereitet: {done} von {all} Zahlungen, die neuesten zuerst. Ältere stehen in der Liste, werden aber noch nicht gefunden.',
  'history.failed':
    'Die Suche geht gerade nicht, damit ist nichts zu finden. Die Liste ohne Filter ist vollständig. Paydesk versucht es von selbst noch einmal.',

  'search.label': 'Suchen',
  'history.search.hint': 'Betrag, Endziffern, Nummer, Uhrzeit, Referenz',
  'search.clear': 'Suche löschen',
  'history.searchedFor': 'Gesucht nach:',
  'history.meaning.amount': 'Betrag {value}',
  'history.meaning.lastFour': 'Karte mit Endziffern {value}',
  'history.meaning.number': 'Nr.\u00A0{value}',
  'history.meaning.time': 'Uhrzeit {value}',
  'history.meaning.reference': 'Referenz {value}…',
  'history.meaning.transactionId': 'Nummer der Bank {value}…',
  'history.meaning.words': 'Kundenreferenz „{value}“',

  'history.filters': 'Filter',
  'history.filter.today': 'Heute',
  'history.filter.day': 'Tag',
  'history.filter.group.charged': 'Belastet',
  'history.filter.group.notCharged': 'Nicht belastet',
  'history.filter.group.inDoubt': 'Noch nicht bekannt',
  'history.filter.group.settled': 'Vom Manager geklärt',
  'history.filter.kind': 'Art',
  'history.filter.kind.all': 'Alle Arten',
  'history.filter.kind.sale': 'Verkäufe',
  'history.filter.kind.refund': 'Erstattungen',
  'history.filter.kind.reversal': 'Stornos',
  'history.filter.kind.preAuthorization': 'Reservierungen',
  'history.filter.kind.tip': 'Trinkgelder',
  'history.filter.terminal': 'Terminal',
  'history.filter.terminal.all': 'Alle Terminals',
  'history.filter.clear': 'Alles zeigen',
} as const satisfies Readonly<Record<keyof typeof english, string>>
