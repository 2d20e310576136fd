import { Parser } from 'htmlparser2'

/** One line of a receipt as it is read: what stands left and right, and how large. */
export interface ReceiptTextLine {
  left: string
  right: string
  size: 'plain' | 'large' | 'xlarge'
  isCentred: boolean
  /** A line across the paper. */
  isSeparator: boolean
}

export interface RebuiltReceipt {
  /** `div`, `span`, `br` and `hr` with classes of the list below and escaped text; nothing else can be in it. */
  html: string
  lines: readonly ReceiptTextLine[]
}

/** The classes that Handpoint's receipts use (handpoint-api.md §4.7). */
const CLASSES = new Set('xlarge large bold center left right separator solid dotted'.split(' '))
/** Whatever is in these is not text of a receipt. */
const UNSEEN = new Set(
  'script style head title template noscript svg math iframe object embed applet noembed noframes xmp textarea select option button audio video canvas map frameset plaintext listing datalist dialog'.split(
    ' ',
  ),
)
/** Each stands on lines of its own, with the classes that it means by itself. */
const BLOCKS: Readonly<Record<string, readonly string[]>> = {
  div: [],
  p: [],
  center: ['center'],
  section: [],
  article: [],
  header: [],
  footer: [],
  main: [],
  pre: [],
  blockquote: [],
  ul: [],
  ol: [],
  li: [],
  dl: [],
  dt: [],
  dd: [],
  table: [],
  tr: ['row'],
  h1: ['bold', 'xlarge'],
  h2: ['bold', 'large'],
  h3: ['bold'],
  h4: ['bold'],
  h5: ['bold'],
  h6: ['bold'],
}
const SPANS: Readonly<Record<string, readonly string[]>> = {
  span: [],
  label: [],
  font: [],
  b: ['bold'],
  strong: ['bold'],
  td: ['cell'],
  th: ['cell', 'bold'],
}
/** More than any receipt nests, and less than a browser minds. */
const MAX_DEPTH = 64
const MAX_LENGTH = 256 * 1024

interface OpenTag {
  name: string
  /** What closes it in the rebuilt text; null where the tag itself was left out. */
  emitted: 'div' | 'span' | null
  classes: readonly string[]
}

/**
 * A receipt written anew from what a parser understood of it: tags of a list, classes of a list, text escaped, no attribute, no
 * address, no style. So what is printed is Paydesk's own from the first byte to the last, whatever the terminal sent (safety H6).
 */
export function rebuildReceipt(untrusted: string): RebuiltReceipt {
  const html: string[] = []
  const open: OpenTag[] = []
  const lines = createLines()
  let unseen = 0

  const isIn = (name: string): boolean => open.some(({ classes }) => classes.includes(name))
  const size = (): ReceiptTextLine['size'] => (isIn('xlarge') ? 'xlarge' : isIn('large') ? 'large' : 'plain')

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (unseen > 0 || UNSEEN.has(name)) {
          unseen += 1
          return
        }
        const given = (attributes['class'] ?? '').split(/\s+/).filter((one) => CLASSES.has(one))
        const emitted = Object.hasOwn(BLOCKS, name) ? 'div' : Object.hasOwn(SPANS, name) ? 'span' : null
        const own = (emitted === 'div' ? BLOCKS[name] : emitted === 'span' ? SPANS[name] : undefined) ?? []
        const classes = [...new Set([...own, ...given])]
        if (name === 'br' || name === 'hr') {
          lines.end()
          if (name === 'hr') lines.separate()
          html.push(name === 'hr' ? '<hr>' : '<br>')
        }
        const isKept = emitted !== null && open.length < MAX_DEPTH
        open.push({ name, emitted: isKept ? emitted : null, classes: isKept ? classes : [] })
        if (!isKept) return
        if (emitted === 'div') lines.end()
        if (classes.includes('separator')) lines.separate()
        html.push(classes.length === 0 ? `<${emitted}>` : `<${emitted} class="${classes.join(' ')}">`)
      },
      ontext(text) {
        if (unseen > 0) return
        const plain = toPlainText(text)
        if (plain === '') return
        html.push(escapeText(plain))
        // Of the cells of a row the last stands right, as the last of two words of a line does.
        const isRight = isIn('right') || (isIn('cell') && !lines.isEmpty())
        lines.add(plain, { isRight, size: size(), isCentred: isIn('center') })
      },
      onclosetag(name) {
        if (unseen > 0) {
          unseen -= 1
          return
        }
        if (open.at(-1)?.name !== name) return
        const closed = open.pop()
        if (closed?.emitted === undefined || closed.emitted === null) return
        if (closed.emitted === 'div') lines.end()
        // What parts two cells or two spans for the eye parts them in text as well.
        html.push(`</${closed.emitted}>`)
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.write(untrusted.slice(0, MAX_LENGTH))
  parser.end()
  for (const { emitted } of open.toReversed()) if (emitted !== null) html.push(`</${emitted}>`)
  lines.end()
  return { html: html.join(''), lines: lines.all }
}

/** A receipt as plain lines, for the text of a letter: what stands right is put at the right edge. */
export function toReceiptText(lines: readonly ReceiptTextLine[], width: number): string {
  return lines
    .map(({ left, right, isCentred, isSeparator }) => {
      if (isSeparator) return '-'.repeat(width)
      if (right !== '') return `${left}${' '.repeat(Math.max(1, width - left.length - right.length))}${right}`
      return isCentred ? `${' '.repeat(Math.max(0, Math.floor((width - left.length) / 2)))}${left}` : left
    })
    .join('\n')
}

function createLines() {
  const all: ReceiptTextLine[] = []
  const blank: ReceiptTextLine = { left: '', right: '', size: 'plain', isCentred: false, isSeparator: false }
  let line = { ...blank }
  return {
    all,
    isEmpty: (): boolean => line.left.trim() === '' && line.right.trim() === '',
    add(text: string, { isRight, ...look }: { isRight: boolean } & Pick<ReceiptTextLine, 'size' | 'isCentred'>): void {
      line = { ...line, ...look, [isRight ? 'right' : 'left']: (isRight ? line.right : line.left) + text }
    },
    end(): void {
      const [left, right] = [line.left.trim().replaceAll(/ +/g, ' '), line.right.trim().replaceAll(/ +/g, ' ')]
      if (left !== '' || right !== '') all.push({ ...line, left, right })
      line = { ...blank }
    },
    separate(): void {
      if (all.at(-1)?.isSeparator !== true) all.push({ ...blank, isSeparator: true })
    },
  }
}

/** Text without controls and marks of direction; blanks of any kind are one. Card numbers were masked when it was stored. */
function toPlainText(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, '')
}

/** Text that stays text wherever it is put into HTML. */
export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
