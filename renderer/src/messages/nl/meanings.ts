import type { meanings as english } from '../en/meanings.ts'

/** What a state means and what to do, under the headline, in Dutch. */
export const meanings = {
  'meaning.starting': 'Het is bewaard en onderweg naar {terminal}.',
  'meaning.starting.gateway': 'Het is bewaard en onderweg naar de bank. Er is geen terminal nodig.',
  'meaning.longWait': 'Kijk op {terminal}: wacht die op de kaart, een pincode of een keuze?',
  'meaning.cancelling': 'Wordt de kaart al gebruikt, dan kan het nog doorgaan.',
  'meaning.cannotCancel': 'De terminal gaat ermee door. Wacht op de uitslag.',
  'meaning.settled': 'Een manager heeft dit vastgelegd. Reden: {reason}',
  'meaning.done': 'Er is geen geld om gegaan.',
  'meaning.approved.gateway': 'De bank heeft het bevestigd; er was geen terminal nodig.',
  'meaning.approved.unconfirmed': 'De bank zegt het; de terminal heeft het nooit bevestigd. Bewaar het kenmerk.',
  'meaning.unwritten':
    'Paydesk kan op deze computer niets meer bewaren. Doe dit niet nog een keer. Roep de manager: zodra Paydesk weer kan bewaren en opnieuw is gestart, vraagt het zelf na bij de bank.',
  'meaning.refundInstead':
    'Het is niet meer terug te draaien: de bank heeft die dag afgesloten, of zegt nee. Geef het geld terug als terugbetaling: zoek de verkoop in Geschiedenis.',

  'meaning.charge.waiting':
    'De klant betaalt daar. De piep betekent dat de kaart is gelezen, niet dat het is goedgekeurd.',
  'meaning.charge.checking': 'Reken nog niet opnieuw af.',
  'meaning.charge.notKnown': 'Belast deze kaart niet opnieuw. Geef geen goederen mee, tenzij de manager het goedvindt.',
  'meaning.charge.confirming':
    'De bank zegt goedgekeurd, de terminal nog niet. Wacht met het meegeven van de goederen.',
  'meaning.charge.partlyApprovedConfirming': 'De klant kan op de terminal nog nee zeggen. Wacht tot het bevestigd is.',
  'meaning.charge.approved': 'De terminal heeft het bevestigd.',
  'meaning.charge.partlyApproved': 'Reken de rest af als nieuwe verkoop, met een andere kaart of op een andere manier.',
  'meaning.charge.declined': 'De kaart of haar bank zei nee. Probeer een andere kaart, of laat anders betalen.',
  'meaning.charge.cancelled': 'Het is gestopt voordat de kaart werd belast. U kunt het opnieuw proberen.',
  'meaning.charge.reversed': 'Het was goedgekeurd en is ongedaan gemaakt: de kaart is niet belast. Probeer opnieuw.',
  'meaning.charge.failed': 'De terminal kon het niet afmaken. U kunt het opnieuw proberen.',
  'meaning.charge.notChargedProved':
    'Er is lang genoeg gevraagd: dit kan niet meer aankomen. Opnieuw afrekenen is veilig.',

  'meaning.refund.waiting':
    'De klant houdt de kaart daar en krijgt het geld erop terug. De piep betekent dat de kaart is gelezen, niet dat er is terugbetaald.',
  'meaning.refund.checking': 'Betaal nog niet opnieuw terug.',
  'meaning.refund.notKnown':
    'Betaal nog niet opnieuw terug, ook niet anders: het geld kan al onderweg zijn. Roep de manager.',
  'meaning.refund.confirming': 'De bank zegt terugbetaald, de terminal nog niet. Betaal niet opnieuw terug.',
  'meaning.refund.partlyApprovedConfirming': 'Tot nu toe is maar een deel terugbetaald. Wacht tot het bevestigd is.',
  'meaning.refund.approved':
    'De terminal heeft het bevestigd. Het kan dagen duren voordat de klant het op de rekening ziet.',
  'meaning.refund.partlyApproved': 'Betaal de rest terug als nieuwe terugbetaling.',
  'meaning.refund.declined': 'De kaart of haar bank zei nee. Neem de kaart waarmee is betaald, of roep de manager.',
  'meaning.refund.cancelled': 'Het is gestopt voordat er iets werd terugbetaald. U kunt het opnieuw proberen.',
  'meaning.refund.reversed':
    'Het was terugbetaald en dat is ongedaan gemaakt: er is niets terugbetaald. Probeer opnieuw.',
  'meaning.refund.failed': 'De terminal kon het niet afmaken. U kunt het opnieuw proberen.',
  'meaning.refund.notChargedProved':
    'Er is lang genoeg gevraagd: deze terugbetaling kan niet meer aankomen. Opnieuw terugbetalen is veilig.',

  'meaning.undo.waiting': 'Het wordt daar teruggedraaid. De terminal kan om de kaart vragen.',
  'meaning.undo.checking': 'Draai het nog niet opnieuw terug, en betaal het niet terug.',
  'meaning.undo.notKnown':
    'Draai het niet opnieuw terug en betaal het niet terug: het geld kan twee keer omgaan. Roep de manager.',
  'meaning.undo.confirming': 'De bank zegt teruggedraaid, de terminal nog niet. Betaal het niet terug.',
  'meaning.undo.partlyApprovedConfirming': 'Tot nu toe is maar een deel teruggedraaid. Wacht tot het bevestigd is.',
  'meaning.undo.approved': 'De terminal heeft het bevestigd.',
  'meaning.undo.partlyApproved': 'Maar een deel is teruggedraaid. Roep de manager.',
  'meaning.undo.declined': 'De bank heeft het niet teruggedraaid.',
  'meaning.undo.cancelled': 'Het is gestopt voordat er iets werd teruggedraaid. U kunt het opnieuw proberen.',
  'meaning.undo.reversed': 'Het was teruggedraaid en dat is ongedaan gemaakt. U kunt het opnieuw proberen.',
  'meaning.undo.failed': 'De terminal kon het niet afmaken. U kunt het opnieuw proberen.',
  'meaning.undo.notChargedProved':
    'Er is lang genoeg gevraagd: dit kan niet meer aankomen. Opnieuw terugdraaien is veilig.',

  'meaning.hold.waiting': 'De klant houdt de kaart daar. Het bedrag wordt gereserveerd, niet afgeschreven.',
  'meaning.hold.checking': 'Reserveer nog niet opnieuw.',
  'meaning.hold.notKnown':
    'Reserveer het bedrag niet opnieuw. Geef geen goederen mee, tenzij de manager het goedvindt.',
  'meaning.hold.confirming': 'De bank zegt gereserveerd, de terminal nog niet. Wacht tot het bevestigd is.',
  'meaning.hold.partlyApprovedConfirming': 'Tot nu toe is maar een deel gereserveerd. Wacht tot het bevestigd is.',
  'meaning.hold.approved': 'Er wordt niets afgeschreven tot het wordt geïnd.',
  'meaning.hold.partlyApproved': 'Alleen dit deel is gereserveerd. Er wordt niets afgeschreven tot het wordt geïnd.',
  'meaning.hold.declined': 'De kaart of haar bank zei nee. Probeer een andere kaart.',
  'meaning.hold.cancelled': 'Het is gestopt voordat er iets werd gereserveerd. U kunt het opnieuw proberen.',
  'meaning.hold.reversed': 'Het was gereserveerd en is weer vrijgegeven. U kunt het opnieuw proberen.',
  'meaning.hold.failed': 'De terminal kon het niet afmaken. U kunt het opnieuw proberen.',
  'meaning.hold.notChargedProved':
    'Er is lang genoeg gevraagd: dit kan niet meer aankomen. Opnieuw reserveren is veilig.',

  'meaning.adjust.waiting': 'Het is onderweg naar de bank.',
  'meaning.adjust.checking': 'Wijzig de fooi nog niet opnieuw. De verkoop zelf staat.',
  'meaning.adjust.notKnown': 'De verkoop zelf staat. Noem de klant geen nieuw totaal tot het bekend is.',
  'meaning.adjust.confirming': 'De bank zegt gewijzigd en heeft het nog niet bevestigd.',
  'meaning.adjust.partlyApprovedConfirming': 'Tot nu toe is maar een deel genomen. Wacht tot het bevestigd is.',
  'meaning.adjust.approved': 'De bank heeft het bevestigd. Het vervangt elke eerdere fooi van deze verkoop.',
  'meaning.adjust.partlyApproved': 'Maar een deel is als fooi genomen. Roep de manager.',
  'meaning.adjust.declined': 'De bank zei nee. De verkoop zelf staat.',
  'meaning.adjust.cancelled': 'Het is gestopt. De verkoop zelf staat. U kunt het opnieuw proberen.',
  'meaning.adjust.reversed': 'De wijziging is ongedaan gemaakt. De verkoop zelf staat. Probeer opnieuw.',
  'meaning.adjust.failed': 'Het kon niet worden afgemaakt. De verkoop zelf staat. Probeer opnieuw.',
  'meaning.adjust.notChargedProved':
    'Er is lang genoeg gevraagd: dit kan niet meer aankomen. De fooi opnieuw wijzigen is veilig.',

  'meaning.none.waiting': 'De terminal doet het nu. Er gaat geen geld om.',
  'meaning.none.checking': 'Er gaat geen geld om, dus er kan niets zoekraken of dubbel gaan. Wacht, of ga verder.',
  'meaning.none.notDone': 'Er gaat geen geld om: het kan veilig opnieuw.',
  'meaning.none.silence': 'De terminal gaf geen antwoord. Er gaat geen geld om: het kan veilig opnieuw.',

  'refused.terminalBusy': 'De terminal is in gebruik. Maak af of annuleer wat erop staat en probeer het opnieuw.',
  'refused.terminalOffline':
    'De terminal staat uit of heeft geen netwerk. Zet hem aan, wacht op het beginscherm, probeer opnieuw.',
  'refused.terminalNotAssigned': 'De terminal hoort niet bij deze winkel. Kies een andere en meld het de manager.',
  'refused.keyRefused': 'Handpoint aanvaardt de sleutel van deze kassa niet. Vraag de manager die na te kijken.',
  'refused.invalidRequest': 'Handpoint nam de aanvraag niet aan. Kijk het bedrag na, of roep de manager.',
  'refused.tooManyRequests': 'Te veel vragen tegelijk. Wacht tien tellen en probeer het opnieuw.',
  'refused.originalNotFound': 'De bank heeft niet meer wat gewijzigd zou worden: die dag is afgesloten.',
  'refused.notAllowed': 'De bank heeft het en staat dit niet toe. Roep de manager.',
  'refused.other': 'Handpoint weigerde voordat een terminal het zag. Probeer opnieuw, of roep de manager.',
  'refused.noConnection':
    'Er was geen verbinding: het heeft deze computer niet verlaten. Kijk het netwerk na en probeer opnieuw.',
} as const satisfies Readonly<Record<keyof typeof english, string>>
