/** Safety H3. */
export const MAX_RECEIPT_BYTES = 256 * 1024
const MAX_DEPTH = 64
const MAX_TAGS = 4000

export type HtmlFlaw = 'tooLarge' | 'tooDeep' | 'tooManyTags' | 'tooManyDigits'

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
/** Their content is text: what looks like a tag in it is none. */
const RAW = new Set('script style textarea title xmp iframe noembed noframes'.split(' '))
/** A second one beside the first ends it. */
const SIBLINGS = new Set('p li td th tr dt dd option'.split(' '))

/**
 * Why a receipt's HTML is not kept, or null (safety H3). One pass, cheap: it bounds what a renderer is given and is no
 * sanitiser. The text is data until the sandboxed receipt view cleans it.
 */
export function findHtmlFlaw(html: string): HtmlFlaw | null {
  if (html.length > MAX_RECEIPT_BYTES || Buffer.byteLength(html) > MAX_RECEIPT_BYTES) return 'tooLarge'
  return hasTooManyDigits(html) ? 'tooManyDigits' : findNestingFlaw(html)
}

/** Finding card numbers in more digits than any receipt holds takes a second: such a text is refused instead. */
export function hasTooManyDigits(text: string): boolean {
  let length = 0
  for (const [run] of text.matchAll(/[0-9](?:[ -]?[0-9]){12,}/g)) length += run.length
  return length > 4096
}

function findNestingFlaw(html: string): HtmlFlaw | null {
  const next = /<!--|<\/?([a-zA-Z][^\s/>]*)/g
  const open: string[] = []
  let tags = 0
  for (let found = next.exec(html); found !== null; found = next.exec(html)) {
    const name = found[1]?.toLowerCase()
    if (name === undefined) {
      const end = html.indexOf('-->', found.index + 2)
      if (end < 0) return null
      next.lastIndex = end + 3
      continue
    }
    tags += 1
    if (tags > MAX_TAGS) return 'tooManyTags'
    const end = findTagEnd(html, next.lastIndex)
    // An unfinished tag is no tag, and nothing follows it.
    if (end < 0) return null
    next.lastIndex = end
    if (html[found.index + 1] === '/') close(open, name)
    else if (RAW.has(name)) next.lastIndex = findRawEnd(html, name, end)
    else if (!VOID.has(name) && !(SIBLINGS.has(name) && open.at(-1) === name)) open.push(name)
    if (open.length > MAX_DEPTH) return 'tooDeep'
  }
  return null
}

function close(open: string[], name: string): void {
  const at = open.lastIndexOf(name)
  if (at >= 0) open.length = at
}

/** Just behind the `>` that ends the tag; quotes matter where a value begins. -1: it never ends. */
function findTagEnd(html: string, from: number): number {
  const part = /[^>=]*(>|=\s*(?:"[^"]*"|'[^']*')?)/y
  part.lastIndex = from
  for (let found = part.exec(html); found !== null; found = part.exec(html)) {
    if (found[1] === '>') return part.lastIndex
  }
  return -1
}

function findRawEnd(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi')
  end.lastIndex = from
  return end.exec(html)?.index ?? html.length
}
