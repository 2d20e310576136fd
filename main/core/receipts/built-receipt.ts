import { formatDate } from '../../../shared/formats.ts'
import { currencySchema, formatMoney } from '../../../shared/money.ts'
import type { Intent } from '../../../shared/transaction/intent.ts'
import { rulesOf } from '../../../shared/transaction/operations.ts'
import { isRefusal, type FinalStatus, type Outcome } from '../../../shared/transaction/terminal-result.ts'
import type { PaymentView } from '../../../shared/transaction/view.ts'
import { isBareId, maskCardNumbers } from '../system/mask-card-numbers.ts'
import { receiptWords, type ReceiptField, type ReceiptNote } from './receipt-words.ts'

/** Fields that a result may hold for its receipt (handpoint-api.md §2.3); absent where the journal does not have them. */
type ReceiptOnlyField =
  | 'aid'
  | 'tvr'
  | 'tsi'
  | 'iad'
  | 'arc'
  | 'applicationLabel'
  | 'merchantName'
  | 'merchantAddress'
  | 'mid'
  | 'tid'
  | 'tenderType'

export type ReceiptOutcome = Pick<
  Outcome,
  | 'finStatus'
  | 'transactionId'
  | 'totalAmountMinor'
  | 'surchargeAmountMinor'
  | 'currency'
  | 'statusMessage'
  | 'errorMessage'
  | 'card'
  | 'rrn'
  | 'batchNumber'
  | 'happenedAt'
  | 'gatewayTime'
> & { readonly [Field in ReceiptOnlyField]?: string | null }

export interface ReceiptFacts {
  intent: Pick<
    Intent,
    'reference' | 'number' | 'operation' | 'currency' | 'terminal' | 'customerReference' | 'createdAt'
  >
  /** What the screen says of the same operation, so that paper and screen cannot differ. */
  shown: Pick<PaymentView, 'moneyState' | 'chargedMinor' | 'tipMinor' | 'dueMinor' | 'basis'>
  /** The outcome that it rests on; null where there is none, as after a proof that nothing was charged. */
  outcome: ReceiptOutcome | null
  shopName: string
  locale: string
  /** IANA name of the shop's time zone, such as `Europe/Amsterdam`. */
  timeZone: string
  copy: 'customer' | 'merchant'
}

export interface ReceiptLine {
  id: ReceiptField | ReceiptNote | 'shopName' | 'shopAddress'
  /** Parts are set apart from each other. */
  part: 'shop' | 'money' | 'card' | 'details' | 'notes'
  /** Null for a line without a label: a name, a note. */
  label: string | null
  /** Plain text of one line, at most 200 characters; from the wire and so to be escaped by whoever shows it. */
  value: string
  emphasis: 'plain' | 'strong' | 'headline'
}

/** Codes that say that nothing is known (handpoint-api.md §2.4, §3.6 to §3.9). */
const UNKNOWN_CODES = new Set(['UNDEFINED', 'UNKNOWN', 'NOT_SET'])

/**
 * Ids that a receipt is nothing without, and that are shorter than most card numbers. The gateway's own id is not one of them: paper
 * leaves the shop, and on it whatever passes for a card number has no digit but the last four.
 */
const PRINTED_AS_THEY_ARE: ReadonlySet<ReceiptLine['id']> = new Set(['merchantId', 'terminalId', 'terminal', 'rrn'])

/**
 * A receipt in words, for an operation whose terminal gave none (handpoint-api.md §4.7): the amount is the one that was
 * charged, never the one that was asked for, and what only the gateway says is marked as not confirmed by the terminal.
 */
export function buildReceipt(facts: ReceiptFacts): readonly ReceiptLine[] {
  const { intent, shown, outcome, copy, shopName } = facts
  const words = receiptWords(facts.locale)
  const lines: ReceiptLine[] = []
  let part: ReceiptLine['part'] = 'shop'

  function line(
    id: ReceiptLine['id'],
    label: string | null,
    given: string | null,
    emphasis: ReceiptLine['emphasis'],
  ): void {
    const value = given === null ? '' : toPlainLine(given, PRINTED_AS_THEY_ARE.has(id))
    if (value !== '') lines.push({ id, part, label, value, emphasis })
  }
  const notMoved = words.notMoved[rulesOf(intent.operation).moves]
  const field = (
    id: keyof typeof words.fields,
    value: string | null | undefined,
    emphasis: ReceiptLine['emphasis'] = 'plain',
  ) => line(id, words.fields[id], value ?? null, emphasis)
  const note = (id: keyof typeof words.notes, emphasis: ReceiptLine['emphasis'] = 'plain') =>
    line(id, null, words.notes[id], emphasis)
  const code = (value: string | null | undefined) => toWord(value, words.codes)
  const money = (minor: number | null) => toMoney(minor, facts)

  line('shopName', null, outcome?.merchantName ?? shopName, 'headline')
  line('shopAddress', null, outcome?.merchantAddress ?? null, 'plain')
  note(copy === 'customer' ? 'customerCopy' : 'merchantCopy', 'strong')

  part = 'money'
  const isCharged = shown.moneyState === 'charged'
  const isNotCharged = shown.moneyState === 'notCharged'
  const status = honestStatus(facts)
  field('operation', words.operations[intent.operation])
  field('status', status === null ? null : words.statuses[status], 'headline')
  if (isCharged) {
    field('total', money(shown.chargedMinor ?? outcome?.totalAmountMinor ?? null), 'headline')
    field('tip', money(shown.tipMinor))
    field('surcharge', money(outcome?.surchargeAmountMinor ?? null))
    field('due', money(shown.dueMinor), 'strong')
  }
  if (isNotCharged) {
    line('notMovedTotal', notMoved.total, money(outcome?.totalAmountMinor ?? null), 'plain')
    line('notMoved', null, notMoved.note, 'strong')
  }
  if (shown.moneyState === 'unknown') note('notKnown', 'headline')
  if (shown.basis !== 'terminal') note('notConfirmed', 'strong')

  part = 'card'
  if (outcome !== null) {
    field('scheme', outcome.card.scheme)
    field('number', toLastFour(outcome.card.maskedNumber))
    field('application', outcome.applicationLabel)
    field('tender', code(outcome.tenderType))
    field('entry', code(outcome.card.entry))
    field('verification', code(outcome.card.verification))
    // On a refusal both are recorded with the values of an approval (handpoint-api.md §2.3).
    if (isCharged) field('authorisationCode', outcome.card.authorisationCode)
    if (isCharged || outcome.card.issuerResponseCode !== '00') field('responseCode', outcome.card.issuerResponseCode)
    // The bank's words belong to its result: beside another one they would say that it was approved.
    if (status === outcome.finStatus) field('message', outcome.statusMessage)
    if (copy === 'merchant') field('message', outcome.errorMessage)
    field('aid', outcome.aid)
    field('tvr', outcome.tvr)
    field('tsi', outcome.tsi)
    field('iad', outcome.iad)
    // The status service has a placeholder here (handpoint-api.md §2.4).
    if (shown.basis === 'terminal') field('arc', outcome.arc)
  }

  part = 'details'
  // What people call it by stands first.
  field('receiptNumber', intent.number?.toString())
  const happenedAt = outcome?.happenedAt ?? null
  field(happenedAt === null ? 'startedAt' : 'time', toTime(happenedAt ?? intent.createdAt, facts))
  if (happenedAt === null) field('gatewayTime', toGatewayTime(outcome?.gatewayTime))
  field('terminal', intent.terminal.serialNumber)
  field('merchantId', outcome?.mid)
  field('terminalId', outcome?.tid)
  field('transaction', outcome?.transactionId)
  field('rrn', outcome?.rrn)
  field('batch', outcome?.batchNumber)
  field('reference', intent.reference)
  field('customerReference', intent.customerReference)

  part = 'notes'
  note('builtByTill')
  note('keep')
  return lines
}

/** The result's word where it agrees with what became of the money; an approval that was undone is a cancellation. */
function honestStatus({ shown, outcome }: ReceiptFacts): FinalStatus | null {
  if (outcome === null || shown.moneyState === 'unknown') return null
  const { finStatus } = outcome
  if (shown.moneyState === 'notCharged') return isRefusal(finStatus) ? finStatus : 'CANCELLED'
  return shown.moneyState === 'charged' && isRefusal(finStatus) ? null : finStatus
}

/** Null for nothing and for zero: neither is printed. */
function toMoney(minor: number | null, { outcome, intent, locale }: ReceiptFacts): string | null {
  if (minor === null || minor === 0) return null
  // A currency that is none, such as `Unknown`, is no amount's.
  const currency = currencySchema.safeParse(outcome?.currency).data ?? intent.currency
  return formatMoney(minor, currency, locale)
}

/** To the second, and in figures as it came: its zone is not known, so it is no time of the shop's (handpoint-api.md §6.1). */
function toGatewayTime(digits = ''): string | null {
  const [, day, hours, minutes, seconds] = /^([0-9]{8})([0-9]{2})([0-9]{2})([0-9]{2})[0-9]{3}$/.exec(digits) ?? []
  if (day === undefined) return null
  return `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)} ${hours}:${minutes}:${seconds}`
}

function toTime(instant: number, { locale, timeZone }: ReceiptFacts): string {
  return formatDate(instant, locale, {
    year: 'numeric',
    // In letters: 3/4 is another day in another country.
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone,
    timeZoneName: 'short',
  })
}

function toWord(code: string | null | undefined, words: Readonly<Record<string, string>>): string | null {
  if (code === null || code === undefined || UNKNOWN_CODES.has(code)) return null
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code
}

/** Never more than the last four digits, whatever came masked or unmasked (safety P1). */
function toLastFour(number: string | null): string | null {
  const digits = number?.replaceAll(/[^0-9]/g, '') ?? ''
  return digits.length < 4 ? null : `**** ${digits.slice(-4)}`
}

/** One line of text without controls, marks of direction or, unless it is an id, a full card number. */
function toPlainLine(text: string, isId: boolean): string {
  const plain = text
    .slice(0, 2000)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
  const printed = isId && isBareId(plain) ? plain : maskCardNumbers(plain)
  return Array.from(printed.trim()).slice(0, 200).join('')
}
