import type { errors as english } from '../en/errors.ts'

/** Failures, in German. */
export const errors = {
  'error.input.invalid':
    'Paydesk hat diese Eingabe nicht verstanden. Versuchen Sie es noch einmal; bleibt es so, rufen Sie Ihren Manager.',
  'error.amount.empty': 'Geben Sie zuerst einen Betrag ein.',
  'error.amount.notANumber': 'Das ist kein Betrag. Geben Sie ihn mit dem Tastenfeld ein.',
  'error.amount.zero': 'Der Betrag ist null. Geben Sie ein, was zu zahlen ist.',
  'error.amount.negative': 'Ein Betrag zum Kassieren kann nicht negativ sein. Geben Sie ein, was zu zahlen ist.',
  'error.amount.tooLarge': 'Das ist mehr, als ein Terminal annehmen kann. Prüfen Sie den Betrag.',
  'error.amount.tooManyDecimals': 'Der Betrag hat mehr Nachkommastellen als die Währung. Prüfen Sie den Betrag.',
  'error.amount.ambiguous': 'Der Betrag lässt sich auf zwei Arten lesen. Geben Sie ihn mit dem Tastenfeld ein.',
  'error.terminal.unknown': 'Dieses Terminal steht nicht mehr in der Liste des Geschäfts. Wählen Sie ein anderes.',
  'error.terminal.virtual': 'Das ist kein Kartenterminal. Wählen Sie ein anderes.',
  'error.terminal.unresolved':
    'Das Terminal hat noch eine offene Zahlung. Öffnen Sie diese Zahlung, oder nehmen Sie ein anderes Terminal.',
  'error.payment.looksDoubled':
    'Derselbe Betrag wurde eben erst begonnen oder bezahlt. Sehen Sie zuerst in der Liste nach. War es ein anderer Kunde, geben Sie den Betrag unter „Verkauf“ ein und kassieren Sie dort.',
  'error.payment.notFound': 'Diese Zahlung gibt es auf dieser Kasse nicht. Sehen Sie in der Liste nach.',
  'error.payment.notCancellable': 'Diese Zahlung lässt sich nicht mehr abbrechen. Warten Sie auf das Ergebnis.',
  'error.payment.notRetryable': 'Das geht nicht noch einmal. Sehen Sie in der Liste nach, wie es steht.',
  'error.currency.mismatch': 'Der Betrag ist nicht in der Währung des Geschäfts. Beginnen Sie den Verkauf noch einmal.',
  'error.original.notCharged':
    'Es ist nicht bewiesen, dass beim ersten Vorgang Geld geflossen ist. Noch gibt es nichts zu ändern.',
  'error.original.noTransactionId':
    'Die Bank hat für den ersten Vorgang keine Nummer genannt; von dieser Kasse aus lässt er sich nicht ändern. Rufen Sie Ihren Manager.',
  'error.original.linkUnresolved':
    'Dazu wurde noch etwas anderes begonnen, und das ist noch nicht bekannt. Sehen Sie unter „Ungeklärt“ nach, und warten Sie so lange.',
  'error.original.alreadyReversed': 'Das wurde schon storniert. Sehen Sie im Verlauf auf der Seite des Vorgangs nach.',
  'error.original.alreadyRefunded': 'Ein Teil wurde schon erstattet. Nur der Rest lässt sich noch erstatten.',
  'error.original.alreadyCaptured': 'Das wurde schon gebucht. Erstatten Sie es stattdessen.',
  'error.original.doneElsewhere':
    'Die Bank sagt, dass es schon erstattet oder gebucht wurde, und nicht von dieser Kasse. Hier lässt sich damit nichts mehr tun. Rufen Sie Ihren Manager.',
  'error.original.tooMuch':
    'Das ist mehr, als davon übrig ist. Den Rest sehen Sie im Verlauf auf der Seite des Vorgangs.',
  'error.original.wrongKind': 'Das geht mit dieser Art von Zahlung nicht.',
  'error.operation.disabled': 'Dieses Geschäft nutzt das nicht. Ein Manager kann es in der Konfiguration einschalten.',
  'error.approval.needed': 'Ein Manager muss das freigeben. Bitten Sie Ihren Manager um die PIN-Eingabe.',
  'error.approval.notSet':
    'Auf dieser Kasse ist keine Manager-PIN eingerichtet, deshalb geht das hier nicht. Wer die Kasse betreut, kann eine einrichten.',
  'error.settlement.notNeeded':
    'Inzwischen ist es bekannt; kein Manager muss es mehr klären. Sehen Sie nach, wie es jetzt steht.',
  'error.settlement.changed':
    'Während dies ausgefüllt wurde, ist mehr bekannt geworden. Deshalb wurde nichts festgehalten. Sehen Sie an, was neu ist, und wählen Sie dann neu.',
  'error.document.missing': 'Zu dieser Zahlung gibt es kein solches Dokument.',
  'error.document.pending':
    'Der Beleg ist noch von Handpoint unterwegs. Er wird automatisch geholt; versuchen Sie es in einer Minute noch einmal. Die Zahlung ist nicht betroffen.',
  'error.printer.none':
    'Dieser Computer hat keinen Drucker, den Paydesk nutzen könnte, oder es ist keiner gewählt. Wählen Sie einen unter „Drucker und Papier“, oder drucken Sie am Terminal. Die Zahlung ist nicht betroffen.',
  'error.pdf.failed':
    'Das PDF ließ sich nicht erstellen oder speichern. Die Zahlung ist nicht betroffen. Versuchen Sie es noch einmal, oder drucken Sie stattdessen.',
  'error.jobs.unavailable':
    'Paydesk konnte den Druckauftrag nicht festhalten; deshalb wird nichts gedruckt oder gesendet. Die Zahlung ist nicht betroffen. Auf dem Datenträger muss Platz sein.',
  'error.job.missing': 'Dieser Auftrag steht nicht mehr in der Liste: Er wurde entfernt oder ist längst erledigt.',
  'error.slip.notNeeded': 'Das Ergebnis ist inzwischen bekannt: Drucken Sie stattdessen den Beleg.',
  'error.mail.off':
    'Diese Kasse sendet keine E-Mails: Es ist kein Mailserver eingerichtet. Drucken Sie den Beleg, oder speichern Sie ihn als PDF.',
  'error.journal.unavailable':
    'Paydesk kann auf diesem Computer keine Zahlungen speichern und verkauft deshalb nicht. Rufen Sie Ihren Manager.',
  'error.journal.newer':
    'Die Zahlungen auf diesem Computer hat ein neueres Paydesk gespeichert. Aktualisieren Sie Paydesk auf dieser Kasse.',
  'error.journal.inUse':
    'Paydesk ist auf diesem Computer schon geöffnet. Nutzen Sie jenes Fenster, oder schließen Sie es zuerst.',
  'error.journal.restoring':
    'Die Zahlungen auf diesem Computer werden wiederhergestellt. Danach geht der Verkauf von selbst weiter; sehen Sie inzwischen unter „Ungeklärt“ nach.',
  'error.disk.low':
    'Der Datenträger dieses Computers ist fast voll, deshalb beginnt nichts Neues. Schaffen Sie Platz, oder rufen Sie Ihren Manager.',
  'error.key.missing': 'Diese Kasse hat noch keinen Handpoint-Schlüssel. Bitten Sie Ihren Manager, ihn einzugeben.',
  'error.key.refused': 'Handpoint nimmt den Schlüssel dieser Kasse nicht an. Bitten Sie Ihren Manager, ihn zu prüfen.',
  'error.cloud.unreachable':
    'Handpoint ist nicht erreichbar. Prüfen Sie das Netzwerk; Paydesk versucht es von selbst weiter.',
  'error.cloud.unexpected': 'Handpoint hat etwas geantwortet, das Paydesk nicht versteht. Rufen Sie Ihren Manager.',
  'error.bridge.refused':
    'Diese Seite darf nicht mehr mit Paydesk sprechen. Schließen Sie sie, und öffnen Sie Paydesk neu.',
  'error.bridge.disconnected':
    'Paydesk hat nicht geantwortet. Sehen Sie in der Liste nach, bevor Sie noch einmal kassieren.',
  'error.internal':
    'In Paydesk stimmt etwas nicht. Sehen Sie in der Liste nach, bevor Sie weitermachen, und rufen Sie Ihren Manager.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
