import { execFileSync } from 'node:child_process'
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

/**
 * The work grows with the length alone. Judged in a process of its own, which counts its own processor time, at the largest that is
 * kept (safety H3): what grew with the square of the length would take many seconds.
 */
test('the largest hostile receipt costs a fraction of a second', () => {
  const script = `
    const { toReceiptText } = await import(${JSON.stringify(new URL('receipt-text.ts', import.meta.url).href)})
    const pieces = ['<div>', '</b>', '<b a="', "='", '<!--', '<td>x', '<svg>', '&#', '< ', '<div></b>', '<p class=right>x', '<pre>\\n', 'x']
    const slow = []
    for (const piece of pieces) {
      const html = piece.repeat(Math.ceil(256 * 1024 / piece.length))
      const before = process.cpuUsage()
      toReceiptText(html)
      const used = process.cpuUsage(before)
      if (used.user + used.system > 1_000_000) slow.push(piece + ' ' + (used.user + used.system))
    }
    process.stdout.write(JSON.stringify(slow))`
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  expect(JSON.parse(said)).toEqual([])
}, 60_000)
