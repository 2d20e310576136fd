import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildPrintDocument } from '../../core/printing/print-document.ts'
import { printWords } from '../../core/printing/print-words.ts'
import { findBrowser } from '../find-browser.ts'
import { renderPdf } from './render-pdf.ts'

let server: Server
let origin = ''
let hits = 0

beforeAll(async () => {
  // Found or installed, as for the end-to-end tests.
  await findBrowser()
  server = createServer((_request, response) => {
    hits += 1
    response.end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  origin = `http://127.0.0.1:${address.port.toString()}`
}, 300_000)
afterAll(() => {
  server.close()
})
beforeEach(() => {
  hits = 0
})

const hostile = (): string =>
  [
    `<img src="${origin}/img"><img srcset="${origin}/srcset 1x"><picture><source srcset="${origin}/p"></picture>`,
    `<link rel=stylesheet href="${origin}/css"><link rel=preload as=image href="${origin}/preload">`,
    `<style>@import url(${origin}/import);body{background:url(${origin}/bg)}</style>`,
    `<style>@font-face{font-family:x;src:url(${origin}/font)}p{font-family:x}</style>`,
    `<p style="background-image:url(${origin}/style)">Total 45.00 EUR</p><body background="${origin}/body">`,
    `<svg><image href="${origin}/svg"/><use href="${origin}/use#a"/></svg><video poster="${origin}/poster"></video>`,
    `<iframe src="${origin}/frame"></iframe><object data="${origin}/object"></object><embed src="${origin}/embed">`,
    `<script src="${origin}/script"></script><meta http-equiv=refresh content="0;url=${origin}/refresh">`,
    `<base href="${origin}/"><img src=relative><table background="${origin}/table"><tr><td>x</td></tr></table>`,
  ].join('\n')

test('a document of the most hostile receipt asks for nothing while it is laid out in a real browser', async () => {
  const document = buildPrintDocument({
    untrustedHtml: hostile(),
    paper: '80mm',
    title: 'Receipt 1',
    locale: 'en',
    words: printWords('en'),
    isCopy: true,
    isPractice: true,
  })
  const pdf = await renderPdf(document)
  expect(pdf.ok ? Buffer.from(pdf.value).subarray(0, 5).toString() : pdf.error).toBe('%PDF-')
  expect(hits).toBe(0)
}, 60_000)

test('the same receipt as it came would have asked: whoever counts can count', async () => {
  const pdf = await renderPdf({ html: hostile(), title: 'x', widthMm: 80, heightMm: 100, isRoll: true })
  expect(pdf).toMatchObject({ ok: false, error: expect.stringContaining(`${origin}/img`) })
}, 60_000)
