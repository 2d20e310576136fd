import type { meanings as english } from '../en/meanings.ts'

/** What a state means and what to do, under the headline, in German. */
export const meanings = {
  'meaning.starting': 'Gespeichert und unterwegs zu {terminal}.',
  'meaning.starting.gateway': 'Gespeichert und unterwegs zur Bank. Ein Terminal ist nicht nötig.',
  'meaning.longWait': 'Sehen Sie auf {terminal}: Wartet es auf die Karte, eine PIN oder eine Auswahl?',
  'meaning.cancelling': 'Wird die Karte schon benutzt, kann die Zahlung noch durchgehen.',
  'meaning.cannotCancel': 'Das Terminal macht weiter. Warten Sie auf das Ergebnis.',
  'meaning.settled': 'Ein Manager hat das festgehalten. Grund: {reason}',
  'meaning.done': 'Dabei ist kein Geld geflossen.',
  'meaning.approved.gateway': 'Die Bank hat es bestätigt; ein Terminal war nicht nötig.',
  'meaning.approved.unconfirmed':
    'Das sagt die Bank; das Terminal hat es nie bestätigt. Bewahren Sie die Referenz auf.',
  'meaning.unwritten':
    'Paydesk kann auf diesem Computer nichts mehr speichern. Machen Sie das nicht noch einmal. Rufen Sie Ihren Manager: Sobald Paydesk wieder speichern kann und neu gestartet ist, fragt es von selbst bei der Bank nach.',
  'meaning.refundInstead':
    'Ein Storno geht nicht mehr: Die Bank hat den Tag abgeschlossen oder lehnt ab. Geben Sie das Geld als Erstattung zurück: Suchen Sie den Verkauf im Verlauf.',

  'meaning.charge.waiting':
    'Der Kunde zahlt dort. Der Piepton heißt, dass die Karte gelesen wurde, nicht dass sie genehmigt ist.',
  'meaning.charge.checking': 'Kassieren Sie noch nicht erneut.',
  'meaning.charge.notKnown':
    'Belasten Sie diese Karte nicht noch einmal. Geben Sie keine Ware heraus, außer Ihr Manager stimmt zu.',
  'meaning.charge.confirming':
    'Die Bank sagt genehmigt, das Terminal noch nicht. Warten Sie, bevor Sie die Ware herausgeben.',
  'meaning.charge.partlyApprovedConfirming':
    'Der Kunde kann am Terminal noch ablehnen. Warten Sie auf die Bestätigung.',
  'meaning.charge.approved': 'Das Terminal hat es bestätigt.',
  'meaning.charge.partlyApproved':
    'Kassieren Sie den Rest als neuen Verkauf, mit einer anderen Karte oder auf andere Weise.',
  'meaning.charge.declined':
    'Die Karte oder ihre Bank hat abgelehnt. Nehmen Sie eine andere Karte oder eine andere Zahlungsart.',
  'meaning.charge.cancelled': 'Abgebrochen, bevor die Karte belastet wurde. Sie können es noch einmal versuchen.',
  'meaning.charge.reversed':
    'Die Zahlung war genehmigt und wurde rückgängig gemacht: Karte nicht belastet. Sie können es noch einmal versuchen.',
  'meaning.charge.failed': 'Das Terminal konnte die Zahlung nicht abschließen. Sie können es noch einmal versuchen.',
  'meaning.charge.notChargedProved':
    'Es wurde lange genug nachgefragt: Diese Zahlung kann nicht mehr eintreffen. Sie können gefahrlos noch einmal kassieren.',

  'meaning.refund.waiting':
    'Der Kunde hält dort die Karte vor und bekommt das Geld darauf zurück. Der Piepton heißt, dass die Karte gelesen wurde, nicht dass erstattet ist.',
  'meaning.refund.checking': 'Erstatten Sie noch nicht erneut.',
  'meaning.refund.notKnown':
    'Erstatten Sie noch nicht erneut, auch nicht auf andere Weise: Das Geld kann schon unterwegs sein. Rufen Sie Ihren Manager.',
  'meaning.refund.confirming': 'Die Bank sagt erstattet, das Terminal noch nicht. Erstatten Sie nicht noch einmal.',
  'meaning.refund.partlyApprovedConfirming': 'Bisher ist nur ein Teil erstattet. Warten Sie auf die Bestätigung.',
  'meaning.refund.approved':
    'Das Terminal hat es bestätigt. Bis das Geld auf dem Konto des Kunden erscheint, können Tage vergehen.',
  'meaning.refund.partlyApproved': 'Erstatten Sie den Rest als neue Erstattung.',
  'meaning.refund.declined':
    'Die Karte oder ihre Bank hat abgelehnt. Nehmen Sie die Karte, mit der bezahlt wurde, oder rufen Sie Ihren Manager.',
  'meaning.refund.cancelled': 'Abgebrochen, bevor etwas erstattet wurde. Sie können es noch einmal versuchen.',
  'meaning.refund.reversed':
    'Es war erstattet und wurde rückgängig gemacht: nichts erstattet. Sie können es noch einmal versuchen.',
  'meaning.refund.failed': 'Das Terminal konnte die Erstattung nicht abschließen. Sie können es noch einmal versuchen.',
  'meaning.refund.notChargedProved':
    'Es wurde lange genug nachgefragt: Diese Erstattung kann nicht mehr eintreffen. Sie können gefahrlos noch einmal erstatten.',

  'meaning.undo.waiting': 'Dort wird storniert. Das Terminal fragt vielleicht nach der Karte.',
  'meaning.undo.checking': 'Stornieren Sie noch nicht erneut, und erstatten Sie es nicht.',
  'meaning.undo.notKnown':
    'Stornieren Sie nicht noch einmal, und erstatten Sie es nicht: Das Geld könnte zweimal fließen. Rufen Sie Ihren Manager.',
  'meaning.undo.confirming': 'Die Bank sagt storniert, das Terminal noch nicht. Erstatten Sie es nicht.',
  'meaning.undo.partlyApprovedConfirming': 'Bisher ist nur ein Teil storniert. Warten Sie auf die Bestätigung.',
  'meaning.undo.approved': 'Das Terminal hat es bestätigt.',
  'meaning.undo.partlyApproved': 'Nur ein Teil wurde storniert. Rufen Sie Ihren Manager.',
  'meaning.undo.declined': 'Die Bank hat nicht storniert.',
  'meaning.undo.cancelled': 'Abgebrochen, bevor etwas storniert wurde. Sie können es noch einmal versuchen.',
  'meaning.undo.reversed': 'Es war storniert, und das wurde rückgängig gemacht. Sie können es noch einmal versuchen.',
  'meaning.undo.failed': 'Das Terminal konnte das Storno nicht abschließen. Sie können es noch einmal versuchen.',
  'meaning.undo.notChargedProved':
    'Es wurde lange genug nachgefragt: Dieses Storno kann nicht mehr eintreffen. Sie können gefahrlos noch einmal stornieren.',

  'meaning.hold.waiting': 'Der Kunde hält dort die Karte vor. Der Betrag wird darauf reserviert, nicht belastet.',
  'meaning.hold.checking': 'Reservieren Sie noch nicht erneut.',
  'meaning.hold.notKnown':
    'Reservieren Sie den Betrag nicht noch einmal. Geben Sie keine Ware heraus, außer Ihr Manager stimmt zu.',
  'meaning.hold.confirming': 'Die Bank sagt reserviert, das Terminal noch nicht. Warten Sie auf die Bestätigung.',
  'meaning.hold.partlyApprovedConfirming': 'Bisher ist nur ein Teil reserviert. Warten Sie auf die Bestätigung.',
  'meaning.hold.approved': 'Die Karte wird erst belastet, wenn die Reservierung gebucht wird.',
  'meaning.hold.partlyApproved':
    'Nur dieser Teil ist reserviert. Die Karte wird erst belastet, wenn die Reservierung gebucht wird.',
  'meaning.hold.declined': 'Die Karte oder ihre Bank hat abgelehnt. Nehmen Sie eine andere Karte.',
  'meaning.hold.cancelled': 'Abgebrochen, bevor etwas reserviert wurde. Sie können es noch einmal versuchen.',
  'meaning.hold.reversed': 'Der Betrag war reserviert und ist wieder frei. Sie können es noch einmal versuchen.',
  'meaning.hold.failed': 'Das Terminal konnte die Reservierung nicht abschließen. Sie können es noch einmal versuchen.',
  'meaning.hold.notChargedProved':
    'Es wurde lange genug nachgefragt: Diese Reservierung kann nicht mehr eintreffen. Sie können gefahrlos noch einmal reservieren.',

  'meaning.adjust.waiting': 'Unterwegs zur Bank.',
  'meaning.adjust.checking': 'Ändern Sie das Trinkgeld noch nicht erneut. Der Verkauf selbst gilt.',
  'meaning.adjust.notKnown':
    'Der Verkauf selbst gilt. Nennen Sie dem Kunden keinen neuen Gesamtbetrag, bis es bekannt ist.',
  'meaning.adjust.confirming': 'Die Bank sagt geändert und hat es noch nicht bestätigt.',
  'meaning.adjust.partlyApprovedConfirming': 'Bisher ist nur ein Teil angenommen. Warten Sie auf die Bestätigung.',
  'meaning.adjust.approved': 'Die Bank hat es bestätigt. Es ersetzt jedes frühere Trinkgeld dieses Verkaufs.',
  'meaning.adjust.partlyApproved': 'Nur ein Teil wurde als Trinkgeld angenommen. Rufen Sie Ihren Manager.',
  'meaning.adjust.declined': 'Die Bank hat abgelehnt. Der Verkauf selbst gilt.',
  'meaning.adjust.cancelled': 'Abgebrochen. Der Verkauf selbst gilt. Sie können es noch einmal versuchen.',
  'meaning.adjust.reversed':
    'Die Änderung wurde rückgängig gemacht. Der Verkauf selbst gilt. Sie können es noch einmal versuchen.',
  'meaning.adjust.failed':
    'Die Änderung ließ sich nicht abschließen. Der Verkauf selbst gilt. Sie können es noch einmal versuchen.',
  'meaning.adjust.notChargedProved':
    'Es wurde lange genug nachgefragt: Diese Änderung kann nicht mehr eintreffen. Sie können das Trinkgeld gefahrlos noch einmal ändern.',

  'meaning.none.waiting': 'Das Terminal ist gerade dabei. Dabei fließt kein Geld.',
  'meaning.none.checking':
    'Dabei fließt kein Geld, also kann nichts verloren gehen und nichts doppelt sein. Warten Sie, oder machen Sie weiter.',
  'meaning.none.notDone': 'Dabei fließt kein Geld: Sie können es gefahrlos noch einmal versuchen.',
  'meaning.none.silence':
    'Das Terminal hat nicht geantwortet. Dabei fließt kein Geld: Sie können es gefahrlos noch einmal versuchen.',

  'refused.terminalBusy':
    'Das Terminal ist belegt. Beenden oder brechen Sie ab, was es zeigt, und versuchen Sie es noch einmal.',
  'refused.terminalOffline':
    'Das Terminal ist aus oder hat kein Netzwerk. Schalten Sie es ein, warten Sie auf den Startbildschirm, und versuchen Sie es noch einmal.',
  'refused.terminalNotAssigned':
    'Das Terminal gehört nicht zu diesem Geschäft. Wählen Sie ein anderes, und sagen Sie Ihrem Manager Bescheid.',
  'refused.keyRefused': 'Handpoint nimmt den Schlüssel dieser Kasse nicht an. Bitten Sie Ihren Manager, ihn zu prüfen.',
  'refused.invalidRequest':
    'Handpoint hat die Anfrage nicht angenommen. Prüfen Sie den Betrag, oder rufen Sie Ihren Manager.',
  'refused.tooManyRequests':
    'Zu viele Anfragen auf einmal. Warten Sie zehn Sekunden, und versuchen Sie es noch einmal.',
  'refused.originalNotFound': 'Die Bank hat nicht mehr, was geändert werden sollte: Der Tag ist abgeschlossen.',
  'refused.notAllowed': 'Die Bank hat es und lässt das nicht zu. Rufen Sie Ihren Manager.',
  'refused.other':
    'Handpoint hat es abgewiesen, bevor ein Terminal es sah. Versuchen Sie es noch einmal, oder rufen Sie Ihren Manager.',
  'refused.noConnection':
    'Es gab keine Verbindung; es hat diesen Computer nie verlassen. Prüfen Sie das Netzwerk, und versuchen Sie es noch einmal.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
