import { createHash } from 'node:crypto'
import type { Paper } from '../../../shared/ipc/printing.ts'
import { readReceiptLines, type ReceiptLine } from '../../../shared/receipts/receipt-lines.ts'
import { escapeText, rebuildReceipt } from '../receipts/rebuild-receipt.ts'
import { LETTER_WIDTH, LINE_HEIGHT, MM_PER_PT, PAPER_PROFILES, type PaperProfile } from './papers.ts'
import type { PrintWords } from './print-words.ts'
import type { PrintDocument } from './printer-port.ts'

export interface DocumentParts {
  /** As the terminal sent it, or built by Paydesk: untrusted either way. */
  untrustedHtml: string
  paper: Paper
  title: string
  locale: string
  words: PrintWords
  isCopy: boolean
  isPractice: boolean
}

type TextLine = Extract<ReceiptLine, { type: 'text' }>

const SIZES: Readonly<Record<TextLine['size'], number>> = { normal: 1, large: 1.25, xlarge: 1.6 }
/** A rule has most of a line's space around it; a banner is its text with a frame. */
const RULE_LINES = 0.9
const BANNER_LINES = 3.4
const NOTE_LINES = 1.3

/**
 * The one document of a receipt on paper: printing, PDF, preview and letter show this and nothing else. Only its own style is
 * allowed in it, named by its digest: no script, no picture, no address, whatever stood in the terminal's text (safety H6).
 */
export function buildPrintDocument(parts: DocumentParts): PrintDocument {
  const { paper, words, isCopy, isPractice, locale, title } = parts
  const profile = PAPER_PROFILES[paper]
  const lines = readReceiptLines(parts.untrustedHtml)
  const banners = [...(isPractice ? [words.practice] : []), ...(isCopy ? [words.copy] : [])]
  const heightMm = profile.heightMm ?? toRollHeight(profile, lines, { banners, words, isPractice })
  const style = toStyle(profile, heightMm)
  const foot = banners.map((text) => `<div class="banner">${escapeText(text)}</div>`).join('')
  const note = isPractice ? `<div class="note">${escapeText(words.practiceNote)}</div>` : ''
  const mark = isPractice ? `<div class="mark">${escapeText(words.practice)}</div>` : ''
  const html = [
    '<!doctype html>',
    `<html lang="${escapeText(locale)}" dir="auto"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${toDigest(style)}'; form-action 'none'; base-uri 'none'">`,
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeText(title)}</title><style>${style}</style></head>`,
    `<body>${mark}<div class="paper">${note}${foot}<div class="receipt">${rebuildReceipt(lines)}</div>${foot}</div></body></html>`,
  ].join('')
  return { html, title, widthMm: profile.widthMm, heightMm, isRoll: profile.heightMm === null }
}

function toDigest(style: string): string {
  return `sha256-${createHash('sha256').update(style).digest('base64')}`
}

interface RollExtras {
  banners: readonly string[]
  words: PrintWords
  isPractice: boolean
}

/** How long a roll has to be: letters have one width, so that the lines can be counted before they are laid out. */
function toRollHeight(profile: PaperProfile, lines: readonly ReceiptLine[], extras: RollExtras): number {
  const { characters, fontPt, marginMm } = profile
  const text = lines.reduce((sum, line) => sum + toHeightInLines(line, characters), 0)
  const banners = 2 * extras.banners.length * BANNER_LINES
  const note = extras.isPractice ? NOTE_LINES * Math.ceil(extras.words.practiceNote.length / characters) + 1 : 0
  const lineMm = fontPt * LINE_HEIGHT * MM_PER_PT
  // Two lines to spare: a second page for the last line would be the worse mistake.
  return Math.ceil((text + banners + note + 2) * lineMm + 2 * marginMm)
}

function toHeightInLines(line: ReceiptLine, characters: number): number {
  if (line.type === 'rule') return RULE_LINES
  const { left, right, size } = line
  const scale = SIZES[size]
  const room = Math.floor(characters / scale)
  const isOneLine = left.length + right.length + 1 <= room
  // Words that do not fit go down whole: a line's worth more than letters alone would need.
  const rows = (text: string): number => (text === '' ? 0 : Math.ceil((text.length * 1.15) / room))
  return (isOneLine ? 1 : rows(left) + rows(right)) * scale
}

function toStyle({ widthMm, heightMm, marginMm, characters, fontPt }: PaperProfile, pageHeightMm: number): string {
  const columnMm = Math.min(widthMm - 2 * marginMm, characters * LETTER_WIDTH * fontPt * MM_PER_PT + 1)
  return [
    `@page{size:${widthMm}mm ${pageHeightMm}mm;margin:${heightMm === null ? 0 : `${marginMm}mm`}}`,
    'html,body{margin:0;padding:0;background:#fff;color:#000}',
    `body{font:${fontPt}pt/${LINE_HEIGHT} 'DejaVu Sans Mono','Liberation Mono',Menlo,Consolas,'Courier New',monospace}`,
    `.paper{width:${columnMm.toFixed(2)}mm;margin:0 auto;padding:${heightMm === null ? `${marginMm}mm` : 0} 0;overflow-wrap:anywhere}`,
    // On a screen a sheet has no edges of its own.
    heightMm === null ? '' : `@media screen{.paper{padding:${marginMm}mm 0}}`,
    // The two parts of a line stand at its edges; where they do not fit the second goes down.
    '.pair{display:flex;flex-wrap:wrap;justify-content:space-between;column-gap:1ch}',
    '.pair>:last-child{margin-inline-start:auto;text-align:end}',
    '.center{text-align:center}.bold,.banner{font-weight:700}',
    `.large{font-size:${SIZES.large}em}.xlarge{font-size:${SIZES.xlarge}em}`,
    '.rule{border-top:1px solid #000;height:0;margin:.5em 0}',
    '.banner{margin:.4em 0;padding:.15em 0;border:2px solid #000;text-align:center;font-size:1.6em;letter-spacing:.2em}',
    '.note{margin:.3em 0 .6em;text-align:center}',
    '.mark{position:fixed;inset:0;display:flex;align-items:center;justify-content:center;rotate:-32deg;color:#0002;font-size:3.4em;font-weight:700;letter-spacing:.1em}',
  ].join('')
}
