import { expect, test } from 'vitest'
import { toReceiptText } from './receipt-text.ts'

const RECEIPT =
  '<div class="center bold large">Bakery Van Dam</div><div class="separator solid"></div>' +
  '<p><span class="left">Total</span> <span class="right">€ 45.00</span></p>' +
  '<p><span class="left">Transaction ID</span> <span class="right">66d94f20-efda-11ed-929c</span></p>' +
  '<p>Please keep this receipt.</p>'

test('a receipt of so many characters a line has names at one edge and values at the other', () => {
  expect(toReceiptText(RECEIPT, 24)).toBe(
    [
      '     Bakery Van Dam',
      '------------------------',
      'Total            € 45.00',
      'Transaction ID',
      ' 66d94f20-efda-11ed-929c',
      'Please keep this',
      'receipt.',
    ].join('\n'),
  )
})

test('a word longer than the paper is broken, and no line is longer than the paper', () => {
  const text = toReceiptText(`<p>${'x'.repeat(100)} and <b>${'é😀'.repeat(30)}</b>`, 32)
  expect(text.split('\n').map((line) => Array.from(line).length)).toEqual([32, 32, 32, 8, 32, 28])
})

test('what would be markup is text, and there is no markup', () => {
  expect(toReceiptText('<p>&lt;script&gt;1</p><script>2</script>')).toBe('<script>1')
})
