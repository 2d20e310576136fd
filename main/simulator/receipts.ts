import { maskedNumber } from './cards.ts'
import { merchant } from './merchant.ts'
import type { GatewayRecord } from './records.ts'

const threeDecimals = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'])
const noDecimals = new Set(
  'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' '), // ISO 4217, handpoint-api.md §3.16
)

/** Decimal places of a currency: 0, 2 or 3. */
function decimalsOf(currency: string): number {
  if (threeDecimals.has(currency)) return 3
  return noDecimals.has(currency) ? 0 : 2
}

/** Minor units as a major-unit decimal: `1050` EUR is `10.50`. */
export function toMajor(amountMinor: number, currency: string): string {
  const decimals = decimalsOf(currency)
  const digits = String(Math.abs(amountMinor)).padStart(decimals + 1, '0')
  const sign = amountMinor < 0 ? '-' : ''
  if (decimals === 0) return sign + digits
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** A major-unit decimal as minor units, or null when it is no number or has more decimals than the currency. */
export function toMinor(major: string, currency: string): number | null {
  const parts = /^(\d{1,12})(?:\.(\d+))?$/.exec(major)
  const decimals = decimalsOf(currency)
  const fraction = parts?.[2] ?? ''
  if (parts === null || fraction.length > decimals) return null
  return Number(`${parts[1]}${fraction.padEnd(decimals, '0')}`)
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A receipt in the small HTML subset of handpoint-api.md §4.7. */
export function receiptHtml(copy: 'customer' | 'merchant', facts: GatewayRecord): string {
  const rows: [string, string][] = [
    ['type', facts.type],
    ['status', `${facts.finStatus} ${facts.message}`],
    ['amount', `${toMajor(facts.totalMinor, facts.currency)} ${facts.currency}`],
    ['card', facts.card === null ? '' : `${facts.card.schemeName} ${maskedNumber(facts.card)}`],
    ['authorisation', facts.authorisationCode],
    ['transaction', facts.guid],
    ['time', new Date(facts.at).toISOString()],
    ['signature_line', copy === 'merchant' && facts.verification === 'SIGNATURE' ? '____________' : ''],
  ]
  const lines = rows
    .filter(([, value]) => value !== '')
    .map(([id, value]) => `<p><label>${id}</label> <span id="${id}">${escaped(value)}</span></p>`)
  return [
    '<div class="center bold large" id="merchant_name">',
    `${escaped(merchant.merchantName)}</div>`,
    `<div class="center">${escaped(merchant.merchantAddress)}</div><div class="separator solid"></div>`,
    ...lines,
    `<div class="center">${copy} copy, practice, no money moved</div>`,
  ].join('')
}
