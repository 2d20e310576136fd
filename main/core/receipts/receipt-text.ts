import { readReceiptLines, type ReceiptLine } from '../../../shared/receipts/receipt-lines.ts'

/** What a narrow receipt printer has. */
const DEFAULT_COLUMNS = 42

/**
 * A receipt's HTML as plain text of so many characters a line, for e-mail and for printers of text: two parts of a line stand at
 * the two edges, a name above its value where both do not fit beside each other. Takes hostile input (shared/receipts).
 */
export function toReceiptText(html: string, columns: number = DEFAULT_COLUMNS): string {
  return readReceiptLines(html)
    .flatMap((line) => layOut(line, columns))
    .join('\n')
}

function layOut(line: ReceiptLine, columns: number): string[] {
  if (line.type === 'rule') return ['-'.repeat(columns)]
  const { left, right, isCentred } = line
  if (left !== '' && right !== '') {
    const gap = columns - lengthOf(left) - lengthOf(right)
    if (gap > 0) return [left + ' '.repeat(gap) + right]
  }
  const atRight = wrap(right, columns).map((part) => ' '.repeat(columns - lengthOf(part)) + part)
  return [...wrap(left, columns).map((part) => (isCentred ? centre(part, columns) : part)), ...atRight]
}

function centre(text: string, columns: number): string {
  return ' '.repeat(Math.floor((columns - lengthOf(text)) / 2)) + text
}

/** Broken between words, and within a word that is longer than a line. */
function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').filter((one) => one !== '')) {
    if (line !== '' && lengthOf(line) + 1 + lengthOf(word) <= columns) {
      line += ` ${word}`
      continue
    }
    if (line !== '') lines.push(line)
    const letters = Array.from(word)
    let at = 0
    for (; at + columns < letters.length; at += columns) lines.push(letters.slice(at, at + columns).join(''))
    line = letters.slice(at).join('')
  }
  return line === '' ? lines : [...lines, line]
}

function lengthOf(text: string): number {
  return Array.from(text).length
}
