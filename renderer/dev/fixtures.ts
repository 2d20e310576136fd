import { referenceSchema, type Reference } from '../../shared/ids.ts'
import type { PreferencesSnapshot } from '../../shared/ipc/preferences.ts'
import type {
  AppSnapshot,
  CallbackTraffic,
  Health,
  PaymentSnapshot,
  TerminalsSnapshot,
  TimelineEntry,
} from '../../shared/ipc/snapshots.ts'
import { languageSchema } from '../../shared/languages.ts'
import { buildOutcome, buildPayment, charged, deskTerminal, now, other, settledAs, watch } from './build-payment.ts'
import { OPERATIONS } from './operations.ts'
import { SCREEN_PAYMENTS } from './payment-states.ts'

/** Every state that a sale's screen can be in. */
const SALES: Record<string, PaymentSnapshot> = {
  starting: buildPayment({ status: 'created' }, { createdAt: now - 500 }),
  waiting: buildPayment({ status: 'waiting', resultId: null, cancelRefused: false }),
  longWait: buildPayment({ status: 'waiting', resultId: null, cancelRefused: false }, { createdAt: now - 61_000 }),
  cancelling: buildPayment({ status: 'cancelling', resultId: null }),
  cannotCancel: buildPayment({ status: 'waiting', resultId: null, cancelRefused: true }),
  checking: buildPayment(
    { status: 'checking', because: 'noAnswer', isExhausted: false, isCancelRefused: false },
    { watch },
  ),
  notKnown: buildPayment(
    { status: 'checking', because: 'terminalUndecided', isExhausted: true, isCancelRefused: false },
    { watch: { ...watch, isReachable: false, concludesBy: null }, createdAt: now - 380_000 },
  ),
  conflict: buildPayment({ status: 'conflict', because: 'contradiction', outcomes: [] }, { watch }),
  confirming: buildPayment(
    { status: 'provisional', chargedMinor: 4500, outcome: buildOutcome(), isExhausted: false },
    { watch: { ...watch, concludesBy: null } },
  ),
  partialConfirming: buildPayment(
    { status: 'partial', chargedMinor: 2000, outcome: buildOutcome({ totalAmountMinor: 2000 }) },
    { watch: { ...watch, concludesBy: null } },
  ),
  approved: buildPayment({
    status: 'approved',
    ...charged,
    chargedMinor: 5000,
    outcome: buildOutcome({ tipAmountMinor: 500 }),
  }),
  signature: buildPayment({
    status: 'approved',
    ...charged,
    outcome: buildOutcome({ card: { ...buildOutcome().card, verification: 'SIGNATURE' } }),
  }),
  partlyApproved: buildPayment({
    status: 'partlyApproved',
    chargedMinor: 2000,
    basis: 'terminal',
    outcome: buildOutcome(),
  }),
  declined: buildPayment({
    status: 'declined',
    basis: 'terminal',
    outcome: buildOutcome({ finStatus: 'DECLINED', statusMessage: 'INSUFFICIENT FUNDS' }),
  }),
  cancelled: buildPayment({ status: 'cancelled', basis: 'terminal', outcome: null, isReversed: false }),
  failed: buildPayment({
    status: 'failed',
    basis: 'terminal',
    outcome: buildOutcome({ statusMessage: 'CARD REMOVED TOO EARLY' }),
  }),
  notStarted: buildPayment({ status: 'notStarted', reason: 'terminalBusy', text: 'busy' }),
  notCharged: buildPayment({ status: 'notCharged' }, { correctedFrom: 'approved' }),
  settled: buildPayment(settledAs('charged')),
  settledNotCharged: buildPayment(settledAs('notCharged')),
  long: buildPayment({ status: 'waiting', resultId: null, cancelRefused: false }, { amountMinor: 999_999_999_998 }),
}

/** Every payment that can be shown, by the name of its scene. */
export const PAYMENTS: Record<string, PaymentSnapshot> = {
  ...SALES,
  ...OPERATIONS,
  ...Object.fromEntries(SCREEN_PAYMENTS.map(({ screen, moves, payment }) => [`${screen}-${moves}`, payment])),
}

export const APP: AppSnapshot = {
  version: 1,
  appVersion: '0.1.0',
  shop: { name: 'Bakery De Molen', currency: 'EUR', locale: 'en-IE' },
  mode: 'training',
  blocked: null,
  cloud: 'reachable',
  shownPayment: null,
  unresolvedCount: 0,
  health: {
    callback: { status: 'off' },
    lastBackupAt: now - 3_600_000,
    backupProblem: null,
    orphanCount: 0,
    unreadableCount: 0,
    restored: null,
  },
  allows: { tip: true, tipAdjustment: false, mailOrder: false },
}

export const PREFERENCES: PreferencesSnapshot = {
  language: null,
  volume: 70,
  isMuted: false,
  shopLanguage: 'en',
  languages: languageSchema.options,
  problem: null,
}

/** What may have come to a listener in a day. */
export const TRAFFIC: CallbackTraffic = {
  stored: 118,
  refused: { strangers: 41, otherName: 3, unusable: 0, notSaved: 1, connections: 12 },
  foreign: null,
}

/** What can be wrong with a till, by the name of the scene. */
export const HEALTH: Record<string, Health> = {
  well: APP.health,
  listener: { ...APP.health, callback: { status: 'failed', because: 'portTaken', traffic: TRAFFIC } },
  listening: {
    ...APP.health,
    callback: { status: 'listening', certificateEndsAt: null, warnings: [], traffic: TRAFFIC },
  },
  backup: { ...APP.health, lastBackupAt: now - 100 * 3_600_000, backupProblem: 'ENOSPC: no space left on device' },
  all: {
    callback: {
      status: 'listening',
      certificateEndsAt: now + 9 * 86_400_000,
      warnings: ['plainHttp', 'certificateEndsSoon'],
      traffic: { ...TRAFFIC, foreign: { payments: 1, lastAt: now - 5_400_000, lastReference: other } },
    },
    lastBackupAt: now - 100 * 3_600_000,
    backupProblem: null,
    orphanCount: 2,
    unreadableCount: 2,
    restored: 'moved aside payments.db, restored the backup of 21 November 09:00',
  },
}

export const TERMINALS: TerminalsSnapshot = {
  version: 1,
  status: 'ready',
  problem: null,
  defaultSerialNumber: '0821032395',
  terminals: [
    {
      ...deskTerminal,
      name: 'Front desk',
      condition: 'idle',
      openPayment: null,
      work: null,
      contact: { isReachable: true, at: now - 20_000 },
      battery: { percent: 62, isCharging: false, at: now - 20_000 },
    },
    {
      serialNumber: '0821032396',
      terminalType: 'PAXA920',
      name: 'Terrace',
      condition: 'busy',
      openPayment: other,
      work: { operation: 'sale', number: 1041, amountMinor: 4500, currency: 'EUR', since: now - 240_000 },
      contact: { isReachable: true, at: now - 240_000 },
      battery: { percent: 14, isCharging: false, at: now - 3_600_000 },
    },
    {
      serialNumber: '0821032397',
      terminalType: 'PAXA77',
      name: 'Counter 2',
      condition: 'offline',
      openPayment: null,
      work: null,
      contact: { isReachable: false, at: now - 1_200_000 },
      battery: null,
    },
  ],
}

/** A reference of its own for each index. */
export function makeReference(index: number): Reference {
  return referenceSchema.parse(`00000000-0000-4000-8000-${index.toString().padStart(12, '0')}`)
}

const listed = [
  'approved',
  'declined',
  'checking',
  'approved',
  'partlyApproved',
  'cancelled',
  'notKnown',
  'notCharged',
  'approved',
  'notStarted',
  'confirming',
  'settled',
  'waiting',
  'refunded',
  'refundDeclined',
  'takenBack',
  'held',
  'tipChanged',
  'printed',
  'refundSettled',
]
export const HISTORY: PaymentSnapshot[] = listed.flatMap((name, index) => {
  const payment = PAYMENTS[name]
  if (payment === undefined) return []
  const createdAt = now - index * 3_700_000 - 30_000
  const amountMinor = [4500, 1250, 129_900, 380, 8675][index % 5] ?? 4500
  return [
    {
      ...payment,
      reference: makeReference(index),
      createdAt,
      amountMinor: payment.amountMinor === 0 ? 0 : amountMinor,
      customerReference: index % 3 === 0 ? `Order ${1042 - index}` : null,
    },
  ]
})

export const UNRESOLVED: PaymentSnapshot[] = ['checking', 'notKnown', 'conflict', 'refundNotKnown'].flatMap(
  (name, index) => {
    const payment = PAYMENTS[name]
    return payment === undefined ? [] : [{ ...payment, reference: index === 0 ? other : makeReference(50 + index) }]
  },
)

/** Signed for, and the cashier went on without an answer. */
export const UNANSWERED: PaymentSnapshot = {
  ...(PAYMENTS['signature'] ?? buildPayment({ status: 'created' })),
  reference: makeReference(70),
  news: { number: 1, at: now - 30_000 },
}

export const TIMELINE: TimelineEntry[] = [
  { seq: 211, at: now - 11_500, source: 'cloudAnswer', event: { type: 'requestAccepted', resultId: null } },
  { seq: 212, at: now - 9000, source: 'clock', event: { type: 'contactLost', episode: 1 } },
  { seq: 213, at: now - 8000, source: 'cashier', event: { type: 'cancelRequested', attempt: 1 } },
  {
    seq: 215,
    at: now - 7000,
    source: 'statusQuery',
    event: {
      type: 'statusReported',
      query: 1,
      askedAfterMs: 1,
      idleKnown: false,
      isResultPending: false,
      resultsKnown: 0,
      askedAfterResultMs: 0,
      answer: { known: 'absent' },
    },
  },
  {
    seq: 216,
    at: now - 5000,
    source: 'callback',
    event: { type: 'terminalReported', digest: 'x', outcome: buildOutcome() },
  },
  {
    seq: 217,
    at: now - 4000,
    source: 'statusQuery',
    event: { type: 'historyReported', query: 2, resultsKnown: 1, verdict: 'charged', chargedMinor: 4500 },
  },
]
