/** What HTML is made of, as far as text needs it. */
export type HtmlPiece =
  | { type: 'text'; text: string }
  /** `source` is the whole tag, from `<` to `>`. Names are in lower case. */
  | { type: 'open'; name: string; source: string }
  | { type: 'close'; name: string }

/** Their content is text: what looks like a tag in it is none. */
const RAW = new Set('script style textarea title xmp iframe noembed noframes noscript'.split(' '))

/**
 * Takes HTML apart in one pass that never goes back, whatever the text: a comment, a tag or a script that never ends is the
 * last thing that is read. Comments, declarations and the content of scripts and styles are left out.
 */
export function* readHtmlPieces(html: string): Generator<HtmlPiece> {
  const name = /[a-zA-Z][^\s/>]*/y
  let at = 0
  while (at < html.length) {
    const tag = html.indexOf('<', at)
    if (tag !== at) yield { type: 'text', text: tag < 0 ? html.slice(at) : html.slice(at, tag) }
    if (tag < 0) return
    const isClosing = html[tag + 1] === '/'
    name.lastIndex = tag + (isClosing ? 2 : 1)
    const found = name.exec(html)?.[0]?.toLowerCase()
    if (found === undefined) {
      const mark = /^<[!?/]/.test(html.slice(tag, tag + 2)) ? (html.startsWith('<!--', tag) ? '-->' : '>') : null
      if (mark === null) yield { type: 'text', text: '<' }
      at = mark === null ? tag + 1 : endOf(html, mark, tag + 2)
      continue
    }
    const end = findTagEnd(html, name.lastIndex)
    // An unfinished tag is no tag, and nothing follows it.
    if (end < 0 || found === 'plaintext') return
    at = end
    if (isClosing) yield { type: 'close', name: found }
    else if (RAW.has(found)) at = findRawEnd(html, found, end)
    else yield { type: 'open', name: found, source: html.slice(tag, end) }
  }
}

function endOf(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
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
