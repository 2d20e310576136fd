import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskReceipt } from './mask-receipt.ts'

const CARD = '4111111111111111'
const maskedOf = (html: string) => maskReceipt(html)?.html

test('a receipt without a card number is kept letter for letter', () => {
  const html =
    '<!doctype html><div class="a" id=b>Total &euro;&nbsp;45,00 &amp; tip</div><p>************1456<br>66d94f20-efda-11ed-929c-47fffda5f9b5</p>'
  expect(maskReceipt(html)).toEqual({ html, isMasked: false })
})

test.each([
  ['in one run', `<p>${CARD}</p>`, '<p>************1111</p>'],
  ['in groups', '<p>4111 1111 1111 1111</p>', '<p>**** **** **** 1111</p>'],
  [
    'parted by no-break spaces',
    '<p>4111&nbsp;1111&nbsp;1111\u00a01111</p>',
    '<p>****&nbsp;****&nbsp;****\u00a01111</p>',
  ],
  [
    'parted by markup',
    '<p>4111<b>1111</b><span class="x">1111</span>1111</p>',
    '<p>****<b>****</b><span class="x">****</span>1111</p>',
  ],
  ['parted by a comment', '<p>41111111<!-- x -->11111111</p>', '<p>********<!-- x -->****1111</p>'],
  ['parted by what is not drawn', '<p>4111\u200b1111&shy;11111111</p>', '<p>****\u200b****&shy;****1111</p>'],
  ['parted by many blanks', '<p>4111 \n\t1111&nbsp; 1111  1111</p>', '<p>**** \n\t****&nbsp; ****  1111</p>'],
  ['parted by dots', '<p>4111.1111&#46;1111&middot;1111</p>', '<p>****.****&#46;****&middot;1111</p>'],
  ['in digits of full width', '<p>４111&#xff11;111&#120793;1111111</p>', '<p>*************1111</p>'],
  ['parted by a long dash', '<p>4111–1111–1111–1111</p>', '<p>****–****–****–1111</p>'],
  ['as character references', '<p>&#52;111111111111&#x31;&#49;1</p>', '<p>************1&#x31;&#49;1</p>'],
  ['in an attribute', `<img alt="${CARD}">`, '<img alt="************1111">'],
  ['in a comment', `<!-- ${CARD} -->`, '<!-- ************1111 -->'],
  ['in a tag that never ends', `<p>x<img alt="${CARD}`, '<p>x<img alt="************1111'],
])('a full card number %s keeps its last four', (_, html, masked) => {
  expect(maskReceipt(html)).toEqual({ html: masked, isMasked: true })
})

test('numbers in cells beside each other are not read as one', () => {
  const html = '<td>41111111</td><td>11111111</td><p>41111111<br>11111111</p>'
  expect(maskReceipt(html)).toEqual({ html, isMasked: false })
})

test('more digits than any receipt holds are not searched', () => {
  expect(maskReceipt(`<p>${'4<b></b>'.repeat(5000)}</p>`)).toBeNull()
  expect(maskReceipt('<p>1 '.repeat(1) + '1 '.repeat(50_000))).toBeNull()
})

test('no card number survives, however its digits are parted', () => {
  const parting = fc.constantFrom(
    '',
    ' ',
    '-',
    '&nbsp;',
    '<b>',
    '</b>',
    '<!---->',
    '\u200b',
    '<span class="a">',
    '&shy;',
  )
  fc.assert(
    fc.property(
      fc.array(parting, { minLength: 15, maxLength: 15 }),
      fc.string({ maxLength: 9 }),
      (partings, around) => {
        const safe = around.replaceAll(/[0-9<&]/g, '')
        const html = `<p>${safe}:${Array.from(CARD, (digit, at) => digit + (partings[at] ?? '')).join('')}:${safe}</p>`
        const digits = maskedOf(html)?.replaceAll(/<[^>]*>|&[a-z]+;|[^0-9]/g, '')
        expect(digits).toBe('1111')
      },
    ),
  )
})
