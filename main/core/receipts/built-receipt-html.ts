import type { ReceiptLine } from './built-receipt.ts'

const CLASSES = { plain: '', strong: 'bold', headline: 'bold large' } as const

/**
 * A built receipt in the small subset of HTML that Handpoint's own receipts use (handpoint-api.md §4.7): `div`, `p` and `span`
 * with its classes, no style, no script, no address. Every text is escaped.
 */
export function toReceiptHtml(lines: readonly ReceiptLine[]): string {
  let part = lines[0]?.part
  const html: string[] = []
  for (const line of lines) {
    if (line.part !== part) html.push('<div class="separator solid"></div>')
    part = line.part
    html.push(toParagraph(line))
  }
  return `<div>${html.join('\n')}</div>`
}

function toParagraph({ label, value, emphasis }: ReceiptLine): string {
  const classes = CLASSES[emphasis]
  if (label === null) return `<p class="${`center ${classes}`.trim()}">${escape(value)}</p>`
  const right = `right ${classes}`.trim()
  return `<p><span class="left">${escape(label)}</span> <span class="${right}">${escape(value)}</span></p>`
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
