import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { PAPERS } from '../../../shared/ipc/printing.ts'
import { buildPrintDocument } from './print-document.ts'
import { PAPER_PROFILES } from './papers.ts'
import { printWords } from './print-words.ts'

const RECEIPT =
  '<div class="center bold xlarge" id="merchant_name">Corner &amp; Sons</div><div class="separator solid"></div>' +
  '<p><label>amount</label> <span class="bold">45.00 EUR</span></p><p>Thank you</p>'

function build(untrustedHtml: string, given: Partial<Parameters<typeof buildPrintDocument>[0]> = {}) {
  return buildPrintDocument({
    untrustedHtml,
    paper: '80mm',
    title: 'Receipt 12',
    locale: 'en',
    words: printWords('en'),
    isCopy: false,
    isPractice: false,
    ...given,
  })
}

const bodyOf = (html: string): string => html.slice(html.indexOf('<body>'))

test('a receipt is written anew: its text, its two parts of a line, and nothing of its own markup', () => {
  const { html } = build(RECEIPT)
  expect(bodyOf(html)).toBe(
    '<body><div class="paper"><div class="receipt"><div class="center bold xlarge">Corner &amp; Sons</div>' +
      '<div class="rule"></div><div class="bold pair"><span>amount</span> <span>45.00 EUR</span></div>' +
      '<div>Thank you</div></div></div></body></html>',
  )
})

test('the one style is named by its digest, and the policy of the document allows nothing else', () => {
  const { html } = build(RECEIPT)
  const style = /<style>(.*)<\/style>/.exec(html)?.[1] ?? ''
  const digest = createHash('sha256').update(style).digest('base64')
  expect(html).toContain(
    `content="default-src 'none'; style-src 'sha256-${digest}'; form-action 'none'; base-uri 'none'"`,
  )
})

test.each([
  '<img src=x onerror=alert(1)>Total',
  '<script>fetch("https://evil.example")</script>Total',
  '<svg><style><img src="</style><img src=x onerror=alert(1)>">Total',
  '<p style="background:url(https://evil.example)">Total</p>',
  '<link rel=stylesheet href=//evil.example><meta http-equiv=refresh content="0;url=//evil.example">Total',
  '<iframe srcdoc="<script>1</script>"></iframe><form action=//evil.example><input></form>Total',
  '<a href="javascript:alert(1)">Total</a>',
  '<div class="paper mark banner" onclick=alert(1) ">Total</div>',
  '&lt;img src=x onerror=alert(1)&gt; Total',
  '<!--><img src=x>--> Total',
  '<math><mtext></p><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">Total',
  '</div></div></body></html><base href=//evil.example>Total',
  '<p title="</p><img src=x>">Total</p>',
  '\u202e<b>latoT</b>\u0000',
])('of %s only text gets onto the paper', (hostile) => {
  const body = bodyOf(build(hostile).html)
  const tags = [...body.matchAll(/<\/?([a-z]+)([^>]*)>/gi)]
  expect(new Set(tags.map(([, name]) => name))).toEqual(
    new Set(tags.map(([, name]) => name).filter((name) => /^(body|html|div|span)$/.test(name ?? ''))),
  )
  expect(tags.map(([, , rest]) => rest).filter((rest) => !/^( class="[a-z ]+")?$/.test(rest ?? ''))).toEqual([])
  expect(['\u202e', '\u0000'].filter((unseen) => body.includes(unseen))).toEqual([])
})

test('a copy says so large at the top and at the bottom, in the words of the language', () => {
  for (const [language, word] of [
    ['en', 'COPY'],
    ['nl-BE', 'KOPIE'],
    ['fi', 'COPY'],
  ] as const) {
    const body = bodyOf(build(RECEIPT, { isCopy: true, words: printWords(language) }).html)
    const banner = `<div class="banner">${word}</div>`
    expect(body.split(banner)).toHaveLength(3)
    expect(body.indexOf(banner)).toBeLessThan(body.indexOf('Corner'))
    expect(body.lastIndexOf(banner)).toBeGreaterThan(body.indexOf('Thank you'))
  }
})

test('every practised receipt is marked across the paper and says that no money moved', () => {
  const { html } = build(RECEIPT, { isPractice: true })
  expect(html.match(/PRACTICE/g)).toHaveLength(3)
  expect(html).toContain('No money moved. This is no receipt.')
  expect(build(RECEIPT).html).not.toContain('PRACTICE')
})

test('a roll is as long as what is on it, a sheet has its size; letters fit what the print head reaches', () => {
  const long = RECEIPT.repeat(20)
  expect(build(long).heightMm).toBeGreaterThan(build(RECEIPT).heightMm * 8)
  expect(build(long, { paper: '58mm' }).heightMm).toBeGreaterThan(0)
  expect(build(long, { paper: 'a4' })).toMatchObject({ widthMm: 210, heightMm: 297, isRoll: false })
  for (const paper of PAPERS) {
    const { characters, fontPt, widthMm, marginMm } = PAPER_PROFILES[paper]
    expect((characters * 0.602 * fontPt * 25.4) / 72).toBeLessThanOrEqual(widthMm - 2 * marginMm)
  }
})

test('the work grows with the length of a receipt alone', () => {
  const hostile = '<div class="'.repeat(20_000)
  const deep = '<div>'.repeat(50_000)
  expect(build(hostile).html.length + build(deep).html.length).toBeLessThan(10_000)
})
