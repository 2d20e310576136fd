import { formatDate } from '../../../shared/formats.ts'
import { formatMoney } from '../../../shared/money.ts'
import { view } from '../../../shared/transaction/view.ts'
import type { PaymentRow } from '../journal/journal.ts'
import { escapeText } from '../receipts/rebuild-receipt.ts'
import type { PrintWords } from './print-words.ts'

interface SlipParts {
  row: Pick<PaymentRow, 'intent' | 'state'>
  shopName: string
  terminalName: string
  locale: string
  words: PrintWords
  now: number
}

/**
 * What a customer takes home from a payment whose outcome nobody knows: no receipt, only what is known and what to do. Null once
 * the outcome is known, because then paper that says otherwise would be a lie.
 */
export function buildCustomerSlip({ row, shopName, terminalName, locale, words, now }: SlipParts): string | null {
  const { intent, state } = row
  if (view({ intent, state, elapsedMs: 0 }).moneyState !== 'unknown') return null
  const { slip } = words
  const time = (instant: number): string =>
    formatDate(instant, locale, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' })
  return [
    line(shopName, 'center bold large'),
    '<div class="separator solid"></div>',
    line(slip.title, 'center bold large'),
    '<div class="separator solid"></div>',
    ...(intent.amountMinor === 0 ? [] : [fact(slip.amount, formatMoney(intent.amountMinor, intent.currency, locale))]),
    fact(slip.started, time(intent.createdAt)),
    fact(slip.printed, time(now)),
    fact(slip.terminal, terminalName),
    ...(intent.customerReference === null ? [] : [fact(slip.customerReference, intent.customerReference)]),
    line(slip.reference, ''),
    line(intent.reference, 'bold'),
    '<div class="separator dotted"></div>',
    line(slip.meaning, ''),
    '<p> </p>',
    line(slip.happens, ''),
    line(slip.todo, 'bold'),
    '<div class="separator dotted"></div>',
    line(slip.keep, 'center'),
  ].join('')
}

function line(text: string, classes: string): string {
  return `<p class="${classes}">${escapeText(text)}</p>`
}

function fact(name: string, value: string): string {
  return `<p><span class="left">${escapeText(name)}</span> <span class="right bold">${escapeText(value)}</span></p>`
}
