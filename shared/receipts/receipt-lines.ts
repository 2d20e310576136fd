import { decodeEntities } from './entities.ts'
import { readHtmlPieces } from './html-pieces.ts'

/** One line of a receipt, as text alone. */
export type ReceiptLine =
  | {
      type: 'text'
      left: string
      /** At the other edge of the paper; empty where the line has only one part. */
      right: string
      isCentred: boolean
      isBold: boolean
      size: 'normal' | 'large' | 'xlarge'
    }
  /** A line across the paper. */
  | { type: 'rule' }

type TextLine = Extract<ReceiptLine, { type: 'text' }>

/** How text is set in an element; what an element does not say it has from the one around it. */
interface Setting {
  name: string
  column: 'flow' | 'left' | 'right'
  isCentred: boolean
  isBold: boolean
  size: TextLine['size']
  isPre: boolean
  /** In a table's cell, where blocks end no line. */
  isInCell: boolean
}

const BLOCKS = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header html li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
/** What stands in them is not for people, or not for this paper. */
const UNSEEN = new Set('head template svg math object audio video canvas select datalist'.split(' '))
const BOLD = new Set('b strong h1 h2 h3 h4 h5 h6 th'.split(' '))
const CELLS = new Set(['td', 'th'])
/** Deeper than any receipt that is kept (safety H3); what is deeper is set as what is around it. */
const DEEPEST = 256

/**
 * A receipt's HTML as lines of plain text (handpoint-api.md §4.7): its blocks are lines, `left` and `right`, labels and cells
 * are the two parts of one, `separator` and `hr` are rules. Takes hostile input: the work grows with the length alone, and nothing
 * but text comes out.
 */
export function readReceiptLines(html: string): ReceiptLine[] {
  const writer = createWriter()
  const open: Setting[] = [
    { name: '', column: 'flow', isCentred: false, isBold: false, size: 'normal', isPre: false, isInCell: false },
  ]
  let unseen: { name: string; depth: number } | null = null
  for (const piece of readHtmlPieces(html)) {
    const setting = open.at(-1)
    if (setting === undefined) break
    if (unseen !== null) {
      // Nested ones of the same name are counted: the first end tag does not end them all.
      if (piece.type !== 'text' && piece.name === unseen.name) unseen.depth += piece.type === 'open' ? 1 : -1
      if (unseen.depth === 0) unseen = null
    } else if (piece.type === 'text') writer.write(decodeEntities(piece.text), setting)
    else if (piece.type === 'close') closeElement(piece.name, open, writer)
    else if (UNSEEN.has(piece.name)) unseen = { name: piece.name, depth: 1 }
    else openElement(piece, open, writer)
  }
  return writer.finish()
}

function openElement({ name, source }: { name: string; source: string }, open: Setting[], writer: Writer): void {
  if (name === 'br') return writer.endLine()
  const classes = readClasses(source)
  if (name === 'hr' || classes.has('separator')) writer.rule()
  if (VOID.has(name)) return
  closeImplied(name, open, writer)
  const outer = open.at(-1)
  if (outer === undefined) return
  if (BLOCKS.has(name) && !outer.isInCell) writer.beginBlock(classes.has('right'))
  if (open.length >= DEEPEST) return
  const isRight = classes.has('right') || /align\s*[=:]\s*["']?right/i.test(source)
  const isCentred = classes.has('center') || name === 'center' || /align\s*[=:]\s*["']?center/i.test(source)
  open.push({
    name,
    column: toColumn(name, classes, isRight, outer, writer),
    isCentred: isRight ? false : isCentred || outer.isCentred,
    isBold: outer.isBold || BOLD.has(name) || classes.has('bold'),
    size: classes.has('xlarge') ? 'xlarge' : classes.has('large') ? 'large' : outer.size,
    isPre: outer.isPre || name === 'pre',
    isInCell: outer.isInCell || CELLS.has(name),
  })
}

function toColumn(
  name: string,
  classes: ReadonlySet<string>,
  isRight: boolean,
  outer: Setting,
  writer: Writer,
): Setting['column'] {
  if (CELLS.has(name)) return writer.hasLeft() || isRight ? 'right' : 'left'
  if (isRight) return 'right'
  if (classes.has('left') || (name === 'label' && !outer.isCentred)) return 'left'
  return outer.column
}

function closeElement(name: string, open: Setting[], writer: Writer): void {
  if (name === 'br') return writer.endLine()
  const at = open.findLastIndex((setting) => setting.name === name)
  if (at <= 0) return
  const [closed] = open.splice(at)
  if (closed === undefined) return
  if (closed.isInCell) writer.write(' ', closed)
  else if (BLOCKS.has(name)) writer.endBlock()
}

/** A second paragraph, item, row or cell ends the first, and any block ends a paragraph. */
function closeImplied(name: string, open: Setting[], writer: Writer): void {
  const isCell = CELLS.has(name)
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const isEnded =
      (top.name === 'p' && BLOCKS.has(name)) ||
      (top.name === 'li' && name === 'li') ||
      (CELLS.has(top.name) && (isCell || name === 'tr')) ||
      (top.name === 'tr' && name === 'tr')
    if (!isEnded) return
    closeElement(top.name, open, writer)
  }
}

function readClasses(source: string): ReadonlySet<string> {
  const found = /\sclass\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/i.exec(source)
  return new Set((found?.[1] ?? found?.[2] ?? found?.[3] ?? '').toLowerCase().split(/\s+/))
}

interface Writer {
  write(text: string, setting: Setting): void
  endLine(): void
  /** A block begins; one at the right edge stays on the line of what stands at the left. */
  beginBlock(isAtRight: boolean): void
  endBlock(): void
  rule(): void
  hasLeft(): boolean
  finish(): ReceiptLine[]
}

/** A line that is being written. Its parts are joined once: text that grows piece by piece is copied for each piece. */
interface Draft extends Omit<TextLine, 'left' | 'right'> {
  left: string[]
  right: string[]
}

function createWriter(): Writer {
  const lines: ReceiptLine[] = []
  let line: Draft | null = null
  let isLeftOnly = false
  /** A block ended, and what follows is a new line unless it belongs to the right of this one. */
  let isEnding = false

  /** Flowing text goes on where the line is: at its left, or behind a label at its right. */
  function append(to: Draft, text: string, { column }: Setting): void {
    const parts = column === 'right' || (column === 'flow' && isLeftOnly) ? to.right : to.left
    parts.push(text)
  }

  function endLine(): void {
    if (line !== null) lines.push({ ...line, left: joinParts(line.left), right: joinParts(line.right) })
    line = null
    isEnding = false
  }

  return {
    endLine,
    write(text, setting) {
      const [first = '', ...rest] = setting.isPre ? text.split('\n') : [text]
      for (const [index, part] of [first, ...rest].entries()) {
        if (index > 0) endLine()
        const shown = toShownText(part)
        if (shown.trim() === '') {
          if (line !== null && shown !== '' && !isEnding) append(line, ' ', setting)
          continue
        }
        if (isEnding) endLine()
        if (line === null) {
          line = { type: 'text', left: [], right: [], isCentred: setting.isCentred, isBold: false, size: 'normal' }
          isLeftOnly = setting.column === 'left'
        }
        append(line, shown, setting)
        line.isBold ||= setting.isBold
        if (line.size === 'normal' || setting.size === 'xlarge') line.size = setting.size
      }
    },
    beginBlock(isAtRight) {
      const joins = isAtRight && isLeftOnly && line !== null && line.right.length === 0
      isEnding = !joins && line !== null
    },
    endBlock() {
      isEnding = line !== null
    },
    rule() {
      endLine()
      // Two that touch are one.
      if (lines.at(-1)?.type !== 'rule') lines.push({ type: 'rule' })
    },
    hasLeft: () => line !== null && !isEnding && line.left.length > 0,
    finish() {
      endLine()
      return lines
    },
  }
}

function joinParts(parts: readonly string[]): string {
  return parts.join('').replaceAll(/ {2,}/g, ' ').trim()
}

/** Blanks of any kind are one; what is not drawn, or turns the order of what is, is nothing. */
function toShownText(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/gu, '')
}
