import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readReceiptLines, type ReceiptLine } from './receipt-lines.ts'

/** As a reader sees it: the parts of a line with a bar between them. */
function seen(html: string): string[] {
  return readReceiptLines(html).map((line) => (line.type === 'rule' ? '----' : toShort(line)))
}

function toShort({ left, right }: Extract<ReceiptLine, { type: 'text' }>): string {
  return right === '' ? left : `${left}|${right}`
}

describe('a receipt as lines', () => {
  test('of blocks, breaks and rules', () => {
    expect(seen('<div>Shop</div><div>Main street 1<br>Utrecht</div><hr><p>Total')).toEqual([
      'Shop',
      'Main street 1',
      'Utrecht',
      '----',
      'Total',
    ])
    expect(seen('<div class="separator solid"></div><hr><p>Total</p>')).toEqual(['----', 'Total'])
  })

  test('of two parts: what is at the left and at the right, labels and cells', () => {
    expect(seen('<p><span class="left">Total</span> <span class="right bold">€ 45,00</span></p>')).toEqual([
      'Total|€ 45,00',
    ])
    expect(seen('<p><label>amount</label> <span id="amount">10.00 EUR</span></p>')).toEqual(['amount|10.00 EUR'])
    expect(seen('<table><tr><td><div>Tea</div><td>2 ×<td>3.00<tr><td>Cake<td>4.00</table>')).toEqual([
      'Tea|2 × 3.00',
      'Cake|4.00',
    ])
    expect(seen('<div class="left">Total</div>\n<div class="right">4.50</div><div>Thanks</div>')).toEqual([
      'Total|4.50',
      'Thanks',
    ])
    expect(seen('<div class="left">One</div><div class="left">Two</div>')).toEqual(['One', 'Two'])
    expect(seen('<p style="text-align:right">4.50')).toEqual(['|4.50'])
  })

  test('with how they are set', () => {
    expect(readReceiptLines('<div class="center"><b class=large>Shop</b></div><p>x')).toEqual([
      { type: 'text', left: 'Shop', right: '', isCentred: true, isBold: true, size: 'large' },
      { type: 'text', left: 'x', right: '', isCentred: false, isBold: false, size: 'normal' },
    ])
  })

  test('with blanks as a browser draws them, and the lines of preformatted text', () => {
    expect(seen('<p>\n  Card \t <b> Visa </b>\u00A0 ****1456 ')).toEqual(['Card Visa ****1456'])
    expect(seen('<pre>Total\n  4.50\n</pre>')).toEqual(['Total', '4.50'])
  })

  test('with character references as the characters that they are, once', () => {
    expect(seen('<p>Caf&eacute; &amp;amp; &lt;b&gt; &#8364; &#x20AC; &euro; &unknown; &#0; &#xD800;')).toEqual([
      'Café &amp; <b> € € € &unknown; \uFFFD \uFFFD',
    ])
  })

  test('without what nobody sees', () => {
    const html =
      '<!doctype html><html><head><title>Receipt</title><style>p{}</style></head><body><!-- <p>no -->' +
      '<script>alert("<p>no")</script><svg><svg></svg><text>no</text></svg><template><p>no</template><p>yes'
    expect(seen(html)).toEqual(['yes'])
  })

  test('without marks that turn the order of letters', () => {
    expect(seen('<p>Total \u202E54.00\u202C\u200B')).toEqual(['Total 54.00'])
  })
})

describe('text that is no receipt', () => {
  test.each([
    ['<p>yes<!-- never ends', ['yes']],
    ['<p>yes<script>never ends', ['yes']],
    ['<p>yes<b title="never ends', ['yes']],
    ['<p>1 < 2 <3> </ x>', ['1 < 2 <3>']],
    ['<p title="</p><p>no">yes', ['yes']],
    ['</div></p></b>yes', ['yes']],
    ['<plaintext>no', []],
    ['', []],
  ])('%j is read as a browser would', (html, lines) => {
    expect(seen(html)).toEqual(lines)
  })

  const pieces = [
    '<p>',
    '</p>',
    '<td>',
    '</b>',
    '<',
    '<!--',
    '-->',
    '<svg>',
    '</svg>',
    '<script>',
    '"',
    "='",
    '&',
    '&#',
    'x',
    ' ',
    '<b a="',
    '>',
  ]

  test('never stops it, and nothing but text comes out', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), (parts) => {
        for (const line of readReceiptLines(parts.join(''))) {
          if (line.type === 'text') expect(line.left + line.right).not.toMatch(/[\p{Cc}\u202E]/u)
        }
      }),
    )
  })
})
