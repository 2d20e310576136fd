import type { sell as english } from '../en/sell.ts'

/** The page Sell and the choice of a terminal, in German. */
export const sell = {
  'sell.title': 'Verkauf',
  'sell.toPay': 'Zu zahlen',
  'sell.clear': 'Löschen',
  'sell.keypad': 'Tastenfeld',
  'sell.backspace': 'Letzte Ziffer löschen',
  'sell.charge': 'Kassieren',
  'sell.chargeAmount': '{amount} kassieren',
  'sell.charging': 'Startet\u00A0…',
  'sell.terminal': 'Terminal',
  'sell.changeTerminal': 'Terminal {name}, {state}. Terminal wechseln',
  'sell.noTerminal': 'Terminal wählen',
  'sell.tip': 'Terminal fragt nach Trinkgeld',
  'switch.on': 'Ja',
  'switch.off': 'Nein',
  'sell.reference': 'Kundenreferenz',
  'sell.reference.add': 'Eingeben',
  'sell.reference.addName': 'Kundenreferenz eingeben',
  'sell.reference.hint': 'Zum Beispiel eine Bestellnummer. Steht in der Liste und auf dem Beleg.',
  'sell.reference.remove': 'Kundenreferenz entfernen',
  'sell.scanned': 'Karte nicht belastet. Das kam von einem Scanner; der Betrag ist wie vorher.',
  'sell.doubt.title': 'Wir wissen es noch nicht.',
  'sell.doubt.meaning':
    '{amount} an {terminal}: Paydesk hat nicht geantwortet, also kann der Verkauf begonnen haben. Kassieren Sie nicht noch einmal.',
  'sell.doubt.todo':
    '„Erneut ansehen“ zeigt denselben Verkauf. Die Karte wird nie doppelt belastet: Hatte der Verkauf nicht begonnen, beginnt er jetzt, einmal.',
  'sell.doubt.again': 'Erneut ansehen',
  'sell.doubt.looking': 'Wird angesehen\u00A0…',
  'sell.doubt.list': 'In der Liste nachsehen',
  'sell.twin.moved': '{amount} {ago} an {terminal} belastet ({what}). Erneut kassieren?',
  'sell.twin.moved.todo':
    'Derselbe Kunde: nicht erneut kassieren, diese Zahlung gilt. Anderer Kunde, gleicher Betrag: erneut kassieren.',
  'sell.twin.doubt': '{amount} an {terminal} ist noch nicht bekannt ({what}, {ago} begonnen). Erneut kassieren?',
  'sell.twin.doubt.todo':
    'Derselbe Kunde: nicht erneut kassieren, die Karte kann schon belastet sein. Anderer Kunde, gleicher Betrag: erneut kassieren.',
  'sell.twin.no': 'Nicht kassieren',
  'sell.twin.yes': 'Erneut kassieren',
  'sell.twin.open': '{what} ansehen',
  'sell.held.title': '{terminal} hat noch eine offene Zahlung',
  'sell.held.todo':
    'Sobald diese Zahlung bekannt ist, geht dort der nächste Verkauf. Ein anderes Terminal geht schon jetzt.',
  'sell.held.open': 'Diese Zahlung öffnen',
  'sell.held.other': 'Anderes Terminal',
  'blocked.title': 'Kassieren ist gerade nicht möglich',
  'blocked.journal.unavailable':
    'Paydesk kann auf diesem Computer keine Zahlungen speichern und verkauft deshalb nicht. Schaffen Sie Platz auf dem Datenträger und starten Sie Paydesk neu, oder rufen Sie Ihren Manager.',
  'blocked.journal.restoring':
    'Die Zahlungen auf diesem Computer waren beschädigt und wurden wiederhergestellt. Paydesk fragt die Bank nach allem seit der letzten Sicherung; danach geht der Verkauf von selbst weiter. Sehen Sie inzwischen unter „Ungeklärt“ nach.',
  'blocked.disk.low':
    'Der Datenträger dieses Computers ist fast voll. Was läuft, wird noch festgehalten, aber nichts Neues beginnt. Schaffen Sie Platz, oder rufen Sie Ihren Manager; sobald Platz ist, geht der Verkauf von selbst weiter.',
  'blocked.key.missing': 'Diese Kasse hat noch keinen Handpoint-Schlüssel. Bitten Sie Ihren Manager, ihn einzugeben.',
  'blocked.key.refused':
    'Handpoint nimmt den Schlüssel dieser Kasse nicht an. Bitten Sie Ihren Manager, ihn zu prüfen.',

  'terminal.pick': 'Terminal wählen',
  'terminal.condition.ready': 'Bereit',
  'terminal.condition.idle': 'Bereit, {ago}',
  'terminal.condition.offline': 'Offline, {ago}',
  'terminal.condition.unknown': 'Hat sich noch nicht gemeldet',
  'terminal.busy': 'Belegt: {what} seit {time}',
  'terminal.busyAmount': 'Belegt: {what} {amount} seit {time}',
  'terminal.battery': 'Akku {percent}',
  'terminal.battery.charging': 'Akku {percent}, lädt',
  'terminal.battery.ago': '{words}, {ago}',
  'terminal.check': 'Terminal prüfen',
  'terminal.check.name': 'Terminal {terminal} prüfen',
  'terminal.check.asking': '{terminal} wird gefragt\u00A0…',
  'terminal.check.answered': '{terminal} hat um {time} geantwortet: Es ist an und verbunden.',
  'terminal.check.busy': '{terminal} hat um {time} geantwortet: Es ist an, verbunden und belegt.',
  'terminal.check.offline':
    '{terminal} ist nicht erreichbar. Prüfen Sie, ob es an ist, ob die Bezahl-App offen ist und ob es ein Netzwerk hat.',
  'terminal.check.silent':
    'Handpoint hat nicht geantwortet; das sagt nichts über {terminal}. Prüfen Sie das Netzwerk dieser Kasse.',
  'terminal.refresh': 'Liste neu lesen',
  'terminal.refreshing': 'Wird gelesen\u00A0…',
  'terminal.loading': 'Die Liste der Terminals wird gelesen\u00A0…',
  'terminal.none': 'Diesem Geschäft ist kein Terminal zugeordnet.',
  'terminal.stale': 'Das ist die Liste von einem früheren Mal.',
  'terminal.failed': 'Die Liste der Terminals ließ sich nicht lesen.',

  'amount.takeBack': 'Nehmen Sie es mit der Rücktaste zurück.',
  'amount.empty': 'Geben Sie zuerst einen Betrag ein.',
  'amount.notANumber': 'Das ist kein Betrag.',
  'amount.zero': 'Der Betrag ist null. Geben Sie ein, was zu zahlen ist.',
  'amount.negative': 'Ein Betrag zum Kassieren kann nicht negativ sein.',
  'amount.tooLarge': 'Das ist mehr, als ein Terminal annehmen kann.',
  'amount.tooManyDecimals':
    '{currency} hat {digits, plural, =0 {keine Nachkommastellen} one {# Nachkommastelle} other {# Nachkommastellen}}.',
  'amount.ambiguous': 'Das lässt sich als zwei verschiedene Beträge lesen. Tippen Sie ihn stattdessen ein.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
