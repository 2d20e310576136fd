import type { MoneyMove } from '../../shared/transaction/operations.ts'
import type { PaymentScreen } from '../../shared/transaction/view.ts'
import { SCREEN_PAYMENTS } from './payment-states.ts'

/** What a person does before a page looks as it is to be looked at. */
export type GalleryAct = { press: string } | { type: string } | { look: string }

/** One thing to look at. */
export interface GalleryState {
  id: string
  row: string
  words: string
  /** What the page without a core is started with: `scene`, `page`, and what else differs. */
  query: string
  acts: readonly GalleryAct[]
  /** Is there once all is. */
  shows: string
}

/** The page under its strip: before there is an app the title alone stands in a `main` too. */
const PAGE = 'header ~ main'
const PANEL = 'dialog[open] h2'
const VERDICT = 'dialog[open] output p'

function state(row: string, id: string, words: string, query: string, rest: Partial<GalleryState> = {}): GalleryState {
  return { id, row, words, query, acts: [], shows: PAGE, ...rest }
}

function press(...selectors: readonly string[]): { acts: readonly GalleryAct[] } {
  return { acts: selectors.map((selector) => ({ press: selector })) }
}

const AMOUNT: GalleryAct = { type: '4500' }
const ENTER: GalleryAct = { type: '\n' }
const CHIP = 'main button[aria-haspopup=dialog]'

const SELL: readonly GalleryState[] = [
  state('Sell', 'sell', 'The start of a sale', 'scene=sell'),
  state('Sell', 'sell-amount', 'An amount, ready to be charged', 'scene=sell', { acts: [AMOUNT] }),
  state('Sell', 'sell-amount-too-large', 'More than can be charged at once', 'scene=sell', {
    acts: [{ type: '99999999999900' }],
  }),
  state('Sell', 'sell-no-amount', 'Charge without an amount', 'scene=sell', { acts: [ENTER] }),
  state('Sell', 'sell-reference', 'A customer reference being written', 'scene=sell', {
    // The one button of the slip that opens nothing and has no key: the terminal's opens a panel.
    ...press('main [class*=_rows_] button[class*=_quiet_]'),
    shows: 'main input',
  }),
  state('Sell', 'sell-held', 'The terminal is held by an open payment', 'scene=terminalHeld'),
  state('Sell', 'sell-blocked', 'The journal cannot be written: no sale', 'scene=sell&blocked=journal.unavailable'),
  state('Sell', 'sell-refused', 'A sale that was refused before it began', 'scene=refused', { acts: [AMOUNT, ENTER] }),
  state('Sell', 'sell-doubt', 'Nobody answered for a sale', 'scene=doubt', { acts: [AMOUNT, ENTER] }),
  state('Sell', 'sell-twin', 'The same amount once more', 'scene=twin', { acts: [AMOUNT, ENTER] }),
  state('Sell', 'sell-twin-doubt', 'The same amount, and of the first nobody knows', 'scene=twin&doubt=yes', {
    acts: [AMOUNT, ENTER],
  }),
  state('Sell', 'sell-cloud-lost', 'No connection to Handpoint', 'scene=sell&cloud=unreachable'),
  state('Sell', 'sell-real', 'With real money: no band', 'scene=sell&mode=production'),
  state('Sell', 'terminals', 'The choice of a terminal', 'scene=terminalHeld', { ...press(CHIP), shows: PANEL }),
]

const LATE: readonly GalleryState[] = [
  state('Late results', 'late-one', 'One late result on Sell', 'scene=sell&late=1'),
  state('Late results', 'late-many', 'A hundred of them: the keypad stands still', 'scene=sell&late=100'),
  state('Late results', 'late-strip', 'Over another page', 'scene=sell&late=3&page=history'),
  state('Late results', 'late-over-payment', 'Over a payment', 'scene=waiting&late=3'),
  state('Late results', 'late-list', 'All of them', 'scene=sell&late=20', {
    ...press('aside[data-place] button:nth-of-type(3)'),
    shows: PANEL,
  }),
  state('Late results', 'late-list-asked', 'All at once, after a question', 'scene=sell&late=3', {
    ...press('aside[data-place] button:nth-of-type(3)', 'dialog[open] > div:last-child > div button'),
    shows: 'dialog[open] [role=alert]',
  }),
]

const PAYMENT: readonly GalleryState[] = [
  state('Approved', 'approved-tip', 'With a tip', 'scene=approved'),
  state('Signature', 'signature', 'The customer signed: the picture is on its way', 'scene=signature'),
  state('Signature', 'signature-asked', 'The picture beside its question', 'scene=signature&papers=terminal', {
    shows: 'main img',
  }),
  state('Signature', 'signature-matches', 'It matches', 'scene=signature&papers=terminal', {
    acts: [{ type: '1' }],
  }),
  state('Signature', 'signature-fails', 'It does not match: a manager approves', 'scene=signature&papers=terminal', {
    acts: [{ type: '2' }],
    shows: PANEL,
  }),
  state('Signature', 'signature-none', 'No picture: the paper slip has it', 'scene=signature&papers=purged'),
  state(
    'Signature',
    'signature-page',
    'Nobody answered: its page asks',
    'scene=sell&page=unanswered&papers=terminal&whole',
    {
      shows: 'main img',
    },
  ),
  state(
    'Signature',
    'signature-page-refunded',
    'What can still be done after a refund of a part',
    'scene=sell&page=unanswered&papers=terminal',
    { shows: 'main img' },
  ),
  state('Waiting', 'cancel-asked', 'Esc asks first', 'scene=waiting', { acts: [{ type: '\u001b' }] }),
  state('Waiting', 'waiting-long-amount', 'The largest amount', 'scene=long'),
  state('Partly approved', 'take-back-asked', 'Taking back asks first', 'scene=partlyApproved', {
    ...press('main [class*=_right_] button[class*=_secondary_]'),
  }),
  state('Not started', 'undo-without-terminal', 'A way without the terminal', 'scene=reversalOffline'),
  state('Not started', 'undo-gone', 'What can be refunded instead', 'scene=reversalGone'),
  state('Not charged, proved', 'corrected', 'After it had been shown as approved', 'scene=notCharged'),
]

const SIGNATURE_TAB = '[data-tab=signature]'

/** The papers on the page of a payment, as somebody scrolls who wants to see them. */
function papers(id: string, words: string, query: string, tab?: string): readonly GalleryState[] {
  const acts = [...(tab === undefined ? [] : [{ press: tab }]), { look: '#receipts' }]
  return [state('Receipts', id, words, `scene=sell&page=payment&${query}`, { acts })]
}

const LISTS: readonly GalleryState[] = [
  state('History', 'history', 'Every payment', 'scene=sell&page=history', { shows: 'main [data-row]' }),
  state('History', 'history-nothing', 'Nothing was found', 'scene=sell&page=history', {
    acts: [{ press: 'input[type=search]' }, { type: 'nobody' }],
  }),
  state('History', 'history-empty', 'Before the first payment', 'scene=empty&page=history'),
  state('History', 'payment-page', 'One payment with its evidence', 'scene=sell&page=payment', {
    shows: 'main ol, main h2',
  }),
  state('History', 'payment-page-open', 'An open one', 'scene=sell&page=open', { shows: 'main h2' }),
  state('History', 'payment-page-settled', 'One that a manager settled', 'scene=sell&page=payment&row=11', {
    shows: 'main h2',
  }),
  ...papers('receipts-terminal', 'The terminal’s receipt', 'papers=terminal'),
  ...papers('receipts-built', 'Made by the till', 'papers=built'),
  ...papers('receipts-pending', 'On its way', ''),
  ...papers('receipts-long', 'Longer than any receipt: its text', 'papers=long'),
  ...papers('receipts-purged', 'After 13 months the terminal’s own is gone', 'papers=purged'),
  ...papers('receipts-none', 'No receipt for a payment that runs', 'papers=none&row=12'),
  ...papers('receipts-signature', 'The signature', 'papers=terminal', SIGNATURE_TAB),
  ...papers('receipts-signature-none', 'No signature was asked for', 'papers=built', SIGNATURE_TAB),
  ...papers('receipts-signature-purged', 'The signature is gone', 'papers=purged', SIGNATURE_TAB),
  state('Unresolved', 'unresolved', 'What nobody knows yet', 'scene=sell&page=unresolved', {
    shows: 'main [data-row]',
  }),
  state('Unresolved', 'unresolved-none', 'Nothing is open', 'scene=empty&page=unresolved'),
]

const TWIN = 'scene=twin&page=payment&panel=refund&whole=yes'
const TWICE = {
  ...press('dialog[open] [class*=_column_]:last-child button[class*=_primary_]'),
  shows: 'dialog[open] [class*=_answers_]',
}

const MONEY_BACK: readonly GalleryState[] = [
  state('Money back', 'refund', 'Which sale?', 'scene=sell&page=refund', { shows: 'main [data-row]' }),
  state('Money back', 'refund-none', 'No sale yet', 'scene=empty&page=refund'),
  state('Money back', 'refund-panel', 'How much of it', 'scene=sell&page=payment&panel=refund', { shows: PANEL }),
  state(
    'Money back',
    'reversal-panel',
    'All of it, on the same day',
    'scene=sell&page=payment&panel=reversal&whole=yes',
    {
      shows: PANEL,
    },
  ),
  state('Money back', 'tip-panel', 'The tip of a sale', 'scene=sell&page=payment&panel=tip&tip=yes&whole=yes', {
    shows: PANEL,
  }),
  state('Money back', 'refund-twin', 'The same refund once more', TWIN, TWICE),
  state('Money back', 'refund-twin-doubt', 'The same, and of the first nobody knows', `${TWIN}&doubt=yes`, TWICE),
  state('Money back', 'unlinked-panel', 'Without a sale', 'scene=sell&panel=unlinkedRefund', { shows: PANEL }),
]

function receipt(id: string, words: string, query: string, pressed?: string): readonly GalleryState[] {
  const acts = pressed === undefined ? [] : [{ press: pressed }]
  return [state('Receipts', id, words, `scene=sell&page=payment&panel=receipt&${query}`, { acts, shows: PANEL })]
}

const TO_PREFERENCES = 'header [aria-keyshortcuts=F10]'
const TO_HEALTH = 'dialog[open] [class*=_quiet_]'

function listenerTest(id: string, words: string, reached: string): readonly GalleryState[] {
  const acts = press(TO_PREFERENCES, TO_HEALTH, 'dialog[open] section button')
  return [state('This till', id, words, `scene=sell&health=listening&reached=${reached}`, { ...acts, shows: VERDICT })]
}

const PANELS: readonly GalleryState[] = [
  state('Receipts', 'receipt', 'The ways of a receipt', 'scene=sell&page=payment&panel=receipt', { shows: PANEL }),
  ...receipt('receipt-copy', 'Printed before: this one is a copy', 'jobs=copied'),
  ...receipt('receipt-queue', 'Being printed', 'jobs=queue'),
  ...receipt('receipt-dead', 'The printer does not answer', 'jobs=dead'),
  ...receipt('receipt-refused', 'The printer refused it', 'jobs=refused'),
  ...receipt('receipt-uncertain', 'May have come out', 'jobs=uncertain'),
  ...receipt('receipt-no-printer', 'No printer at all', 'printers=none'),
  ...receipt('receipt-mail', 'An address is typed', '', 'dialog[open] [class*=_others_] button:nth-of-type(3)'),
  ...receipt('receipt-mailed', 'Sent by e-mail', 'jobs=mailed'),
  ...receipt('receipt-mail-refused', 'The address was refused', 'jobs=mailRefused'),
  ...receipt('receipt-mail-off', 'No mail server: what was sent before is told', 'printers=noMail&jobs=mailOff'),
  state('Receipts', 'customer-slip', 'The slip while nobody knows', 'scene=sell&page=open&panel=receipt', {
    shows: PANEL,
  }),
  state('Receipts', 'jobs', 'What was not printed', 'scene=printFailed&panel=jobs', { shows: PANEL }),
  state('Manager', 'approval', 'A manager approves', 'scene=sell&panel=approval', { shows: PANEL }),
  state('Manager', 'approval-locked', 'After too many wrong PINs', 'scene=locked&panel=approval', { shows: PANEL }),
  state('Manager', 'approval-again', 'Approved too long ago: a manager is asked again', 'scene=approvalTooOld', {
    acts: [ENTER],
    shows: PANEL,
  }),
  state('Manager', 'settle', 'A manager settles a payment', 'scene=notKnown&panel=settle', { shows: PANEL }),
  state('This till', 'preferences', 'Language and sound', 'scene=sell&panel=preferences', { shows: PANEL }),
  state('This till', 'keys', 'All keys', 'scene=sell&panel=keys', { shows: PANEL }),
  state('This till', 'health', 'Something is wrong that stops no payment', 'scene=sell&health=all'),
  state('This till', 'health-panel', 'What to do about it', 'scene=sell&health=all', {
    ...press('aside[aria-label] button'),
    shows: PANEL,
  }),
  state('This till', 'health-well', 'Nothing is wrong: what came to the listener', 'scene=sell&health=listening', {
    ...press(TO_PREFERENCES, TO_HEALTH),
    shows: PANEL,
  }),
  ...listenerTest('health-reached', 'The way to the listener leads there', 'reached'),
  ...listenerTest('health-changed', 'A relay changes what terminals send', 'changed'),
]

const MOVES: Readonly<Record<MoneyMove, string>> = {
  charge: 'a sale',
  refund: 'a refund',
  undo: 'taking back',
  hold: 'holding',
  adjust: 'a tip',
  none: 'printing',
}

/** `cannotCancel`: "Cannot cancel". */
function toWords(screen: PaymentScreen): string {
  const words = screen.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const SCREENS: readonly GalleryState[] = SCREEN_PAYMENTS.map(({ screen, moves, row }) =>
  state(row, `${screen}-${moves}`, `${toWords(screen)}: ${MOVES[moves]}`, `scene=${screen}-${moves}`),
)

const ALL: readonly GalleryState[] = [...SELL, ...SCREENS, ...PAYMENT, ...LATE, ...LISTS, ...MONEY_BACK, ...PANELS]

/** All that there is to see, row by row. */
export const GALLERY_STATES: readonly GalleryState[] = [...Map.groupBy(ALL, ({ row }) => row).values()].flat()
