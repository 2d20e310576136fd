import type { MoneyMove, Operation } from '../../../shared/transaction/operations.ts'
import type { FinalStatus } from '../../../shared/transaction/terminal-result.ts'

/** Every field that a built receipt may have, in the order in which they are printed within their parts. */
export type ReceiptField =
  | 'operation'
  | 'status'
  | 'total'
  | 'notMovedTotal'
  | 'tip'
  | 'surcharge'
  | 'due'
  | 'scheme'
  | 'number'
  | 'application'
  | 'tender'
  | 'entry'
  | 'verification'
  | 'authorisationCode'
  | 'responseCode'
  | 'message'
  | 'time'
  | 'startedAt'
  | 'terminal'
  | 'merchantId'
  | 'terminalId'
  | 'transaction'
  | 'rrn'
  | 'batch'
  | 'reference'
  | 'customerReference'
  | 'aid'
  | 'tvr'
  | 'tsi'
  | 'iad'
  | 'arc'

export type ReceiptNote =
  | 'customerCopy'
  | 'merchantCopy'
  | 'notMoved'
  | 'notKnown'
  | 'notConfirmed'
  | 'builtByTill'
  | 'keep'

interface ReceiptWords {
  fields: Record<Exclude<ReceiptField, 'notMovedTotal'>, string>
  notes: Record<Exclude<ReceiptNote, 'notMoved'>, string>
  /** What is said where nothing came of an operation: beside the amount that its result holds, and as a sentence. */
  notMoved: Record<MoneyMove, { total: string; note: string }>
  operations: Record<Operation, string>
  statuses: Record<FinalStatus, string>
  /** Of Handpoint's codes, those that have a word; others are printed as they are. */
  codes: Readonly<Record<string, string>>
}

const en: ReceiptWords = {
  fields: {
    operation: 'Transaction',
    status: 'Result',
    total: 'Total',
    tip: 'Of which tip',
    surcharge: 'Of which surcharge',
    due: 'Still to pay',
    scheme: 'Card',
    number: 'Card number',
    application: 'Application',
    tender: 'Account',
    entry: 'Card read by',
    verification: 'Verified by',
    authorisationCode: 'Approval code',
    responseCode: 'Response code',
    message: 'Message',
    time: 'Date and time',
    startedAt: 'Started',
    terminal: 'Terminal',
    merchantId: 'Merchant ID',
    terminalId: 'Terminal ID',
    transaction: 'Transaction ID',
    rrn: 'Retrieval reference',
    batch: 'Batch',
    reference: 'Reference',
    customerReference: 'Customer reference',
    aid: 'AID',
    tvr: 'TVR',
    tsi: 'TSI',
    iad: 'IAD',
    arc: 'ARC',
  },
  notes: {
    customerCopy: 'CUSTOMER COPY',
    merchantCopy: 'MERCHANT COPY',
    notKnown: 'The outcome is not known yet.',
    notConfirmed: 'Not confirmed by the terminal.',
    builtByTill: 'Made by the till: the terminal’s own receipt is not available.',
    keep: 'Please keep this receipt.',
  },
  notMoved: {
    charge: { total: 'Amount, not charged', note: 'Nothing was charged.' },
    refund: { total: 'Amount, not refunded', note: 'Nothing was refunded.' },
    hold: { total: 'Amount, not reserved', note: 'Nothing was reserved.' },
    undo: { total: 'Amount, not undone', note: 'Nothing was undone: the original payment stands.' },
    adjust: { total: 'Amount, not changed', note: 'Nothing was changed.' },
    none: { total: 'Amount', note: 'No money was moved.' },
  },
  operations: {
    sale: 'Sale',
    saleAndTokenizeCard: 'Sale',
    refund: 'Refund',
    saleReversal: 'Reversal of a sale',
    refundReversal: 'Reversal of a refund',
    tokenizeCard: 'Card registration',
    preAuthorization: 'Pre-authorisation',
    preAuthorizationIncrease: 'Change of a pre-authorisation',
    preAuthorizationCapture: 'Capture of a pre-authorisation',
    preAuthorizationReversal: 'Release of a pre-authorisation',
    moToSale: 'Sale by post or telephone',
    moToRefund: 'Refund by post or telephone',
    moToReversal: 'Reversal by post or telephone',
    tipAdjustment: 'Tip adjustment',
    printReceipt: 'Print',
    pingDevice: 'Connection test',
    stopCurrentTransaction: 'Stop',
    deviceCommand: 'Command to a terminal',
  },
  statuses: {
    AUTHORISED: 'APPROVED',
    DECLINED: 'DECLINED',
    CANCELLED: 'CANCELLED',
    FAILED: 'FAILED',
    PARTIAL_APPROVAL: 'PARTLY APPROVED',
    PROCESSED: 'PROCESSED',
    CAPTURED: 'CAPTURED',
    REFUNDED: 'REFUNDED',
  },
  codes: {
    ICC: 'Chip',
    CHIP: 'Chip',
    CHIPCONTACTLESS: 'Contactless',
    MSR: 'Magnetic stripe',
    MAGSTRIPE: 'Magnetic stripe',
    MAGSTRIPECONTACTLESS: 'Contactless',
    CHIPFAILMAGSTRIPE: 'Magnetic stripe, chip failed',
    MOTO: 'Post or telephone',
    PIN: 'PIN',
    SIGNATURE: 'Signature',
    PIN_SIGNATURE: 'PIN and signature',
    MOBILE_PASS_CODE: 'Phone',
    NOT_REQUIRED: 'Not required',
    PIN_BYPASS: 'PIN skipped',
    CREDIT: 'Credit',
    DEBIT: 'Debit',
    PREPAID: 'Prepaid',
  },
}

const nl: ReceiptWords = {
  fields: {
    operation: 'Transactie',
    status: 'Uitslag',
    total: 'Totaal',
    tip: 'Waarvan fooi',
    surcharge: 'Waarvan toeslag',
    due: 'Nog te betalen',
    scheme: 'Kaart',
    number: 'Kaartnummer',
    application: 'Toepassing',
    tender: 'Rekening',
    entry: 'Kaart gelezen via',
    verification: 'Bevestigd met',
    authorisationCode: 'Autorisatiecode',
    responseCode: 'Antwoordcode',
    message: 'Bericht',
    time: 'Datum en tijd',
    startedAt: 'Begonnen',
    terminal: 'Terminal',
    merchantId: 'Merchant-ID',
    terminalId: 'Terminal-ID',
    transaction: 'Transactie-ID',
    rrn: 'Banknummer (RRN)',
    batch: 'Batch',
    reference: 'Referentie',
    customerReference: 'Klantreferentie',
    aid: 'AID',
    tvr: 'TVR',
    tsi: 'TSI',
    iad: 'IAD',
    arc: 'ARC',
  },
  notes: {
    customerCopy: 'KOPIE KLANT',
    merchantCopy: 'KOPIE WINKEL',
    notKnown: 'De uitslag is nog niet bekend.',
    notConfirmed: 'Niet bevestigd door de terminal.',
    builtByTill: 'Gemaakt door de kassa: de bon van de terminal zelf is er niet.',
    keep: 'Bewaar deze bon.',
  },
  notMoved: {
    charge: { total: 'Bedrag, niet afgeschreven', note: 'Er is niets afgeschreven.' },
    refund: { total: 'Bedrag, niet terugbetaald', note: 'Er is niets terugbetaald.' },
    hold: { total: 'Bedrag, niet gereserveerd', note: 'Er is niets gereserveerd.' },
    undo: {
      total: 'Bedrag, niet ongedaan gemaakt',
      note: 'Er is niets ongedaan gemaakt: de oorspronkelijke betaling blijft staan.',
    },
    adjust: { total: 'Bedrag, niet gewijzigd', note: 'Er is niets gewijzigd.' },
    none: { total: 'Bedrag', note: 'Er is geen geld verplaatst.' },
  },
  operations: {
    sale: 'Verkoop',
    saleAndTokenizeCard: 'Verkoop',
    refund: 'Terugbetaling',
    saleReversal: 'Verkoop ongedaan gemaakt',
    refundReversal: 'Terugbetaling ongedaan gemaakt',
    tokenizeCard: 'Kaart vastgelegd',
    preAuthorization: 'Reservering',
    preAuthorizationIncrease: 'Reservering gewijzigd',
    preAuthorizationCapture: 'Reservering geïnd',
    preAuthorizationReversal: 'Reservering vrijgegeven',
    moToSale: 'Verkoop per post of telefoon',
    moToRefund: 'Terugbetaling per post of telefoon',
    moToReversal: 'Ongedaan gemaakt per post of telefoon',
    tipAdjustment: 'Fooi gewijzigd',
    printReceipt: 'Afdruk',
    pingDevice: 'Verbindingstest',
    stopCurrentTransaction: 'Stoppen',
    deviceCommand: 'Opdracht aan een terminal',
  },
  statuses: {
    AUTHORISED: 'GOEDGEKEURD',
    DECLINED: 'GEWEIGERD',
    CANCELLED: 'GEANNULEERD',
    FAILED: 'MISLUKT',
    PARTIAL_APPROVAL: 'DEELS GOEDGEKEURD',
    PROCESSED: 'VERWERKT',
    CAPTURED: 'GEÏND',
    REFUNDED: 'TERUGBETAALD',
  },
  codes: {
    ICC: 'Chip',
    CHIP: 'Chip',
    CHIPCONTACTLESS: 'Contactloos',
    MSR: 'Magneetstrip',
    MAGSTRIPE: 'Magneetstrip',
    MAGSTRIPECONTACTLESS: 'Contactloos',
    CHIPFAILMAGSTRIPE: 'Magneetstrip, chip mislukt',
    MOTO: 'Post of telefoon',
    PIN: 'Pincode',
    SIGNATURE: 'Handtekening',
    PIN_SIGNATURE: 'Pincode en handtekening',
    MOBILE_PASS_CODE: 'Telefoon',
    NOT_REQUIRED: 'Niet nodig',
    PIN_BYPASS: 'Pincode overgeslagen',
    CREDIT: 'Krediet',
    DEBIT: 'Debet',
    PREPAID: 'Prepaid',
  },
}

/** The words of a language tag: Dutch for all Dutch ones, else English. */
export function receiptWords(locale: string): ReceiptWords {
  return /^nl(?:-|$)/i.test(locale) ? nl : en
}
