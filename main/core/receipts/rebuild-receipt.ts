import type { ReceiptLine } from '../../../shared/receipts/receipt-lines.ts'

/**
 * A receipt written anew from its lines of text: `div` and `span` with a handful of classes and escaped text, whatever the terminal
 * sent. So what is printed is Paydesk's own from the first byte to the last: no tag, attribute, style or address of it is the
 * terminal's (safety H6).
 */
export function rebuildReceipt(lines: readonly ReceiptLine[]): string {
  return lines.map(toDiv).join('')
}

function toDiv(line: ReceiptLine): string {
  if (line.type === 'rule') return '<div class="rule"></div>'
  const { left, right, isCentred, isBold, size } = line
  const classes = [isCentred ? 'center' : '', isBold ? 'bold' : '', size === 'normal' ? '' : size, right ? 'pair' : '']
  const given = classes.filter((one) => one !== '').join(' ')
  const text = right === '' ? escapeText(left) : `<span>${escapeText(left)}</span> <span>${escapeText(right)}</span>`
  return `<div${given === '' ? '' : ` class="${given}"`}>${text}</div>`
}

/** Text that stays text wherever it is put into HTML; what no font draws and what turns the order of letters is left out. */
export function escapeText(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cs}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
