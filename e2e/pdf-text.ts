import { inflateSync } from 'node:zlib'

/**
 * The text of a PDF that Chromium wrote, in the order in which it stands in the file and without line breaks. Its fonts are subsets whose letters have
 * numbers of their own; each carries the table that says which letter a number is (ISO 32000-1 §9.10.3).
 */
export function readPdfText(pdf: Buffer): string {
  const objects = readObjects(pdf)
  const letters = new Map([...objects].map(([id, body]) => [id, readLetters(body)] as const))
  const fonts = readFonts(objects, letters)
  return [...objects.values()]
    .filter(({ stream }) => / Tf\b/.test(stream))
    .map(({ stream }) => readContent(stream, fonts))
    .join('\n')
}

interface PdfObject {
  head: string
  stream: string
}

function readObjects(pdf: Buffer): Map<string, PdfObject> {
  const text = pdf.toString('latin1')
  const objects = new Map<string, PdfObject>()
  for (const found of text.matchAll(/(?<=^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, id = '', body = ''] = found
    const at = body.indexOf('stream\n')
    const head = at < 0 ? body : body.slice(0, at)
    const raw = at < 0 ? '' : body.slice(at + 7, body.lastIndexOf('\nendstream'))
    const isPacked = head.includes('/FlateDecode') && !head.includes('/Image')
    const stream = isPacked ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw
    objects.set(id, { head, stream })
  }
  return objects
}

function readLetters({ stream }: PdfObject): ReadonlyMap<string, string> {
  const letters = new Map<string, string>()
  for (const [, block = ''] of stream.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g)) {
    for (const [, from = '', to = ''] of block.matchAll(/<(\w+)> <(\w+)>/g)) letters.set(from, fromUtf16(to))
  }
  for (const [, block = ''] of stream.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', last = '', to = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const start = Number.parseInt(first, 16)
      for (let code = start; code <= Number.parseInt(last, 16); code += 1) {
        const unicode = Number.parseInt(to, 16) + code - start
        letters.set(code.toString(16).toUpperCase().padStart(first.length, '0'), String.fromCodePoint(unicode))
      }
    }
  }
  return letters
}

function fromUtf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le')
}

type Fonts = ReadonlyMap<string, ReadonlyMap<string, string>>

/** By the name that the content calls each by. */
function readFonts(objects: ReadonlyMap<string, PdfObject>, letters: Fonts): Fonts {
  const fonts = new Map<string, ReadonlyMap<string, string>>()
  for (const { head } of objects.values()) {
    for (const [, name = '', id = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1] ?? ''
      fonts.set(name, letters.get(table) ?? new Map<string, string>())
    }
  }
  return fonts
}

function readContent(content: string, fonts: Fonts): string {
  let font: ReadonlyMap<string, string> = new Map()
  let text = ''
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|(\[[^\]]*\] TJ|<\w+> Tj)/g)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map<string, string>()
    if (shown === undefined) continue
    for (const [, hex = ''] of shown.matchAll(/<(\w+)>/g)) {
      for (const code of hex.match(/\w{4}/g) ?? []) text += font.get(code.toUpperCase()) ?? '?'
    }
  }
  return text
}
