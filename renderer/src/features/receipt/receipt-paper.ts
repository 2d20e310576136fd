import type { ReceiptLine } from '../../../../shared/receipts/receipt-lines.ts'

/** What Handpoint's classes mean (handpoint-api.md §4.7), on white paper, wherever it is shown. */
const PAPER_STYLE = `
:root { color-scheme: only light; }
*, ::before, ::after { box-sizing: border-box; }
html { background: #fff; color: #000; }
.paper { margin: 0; padding: 22px 20px 26px; font: 16px/1.4 ui-monospace, 'Cascadia Mono', 'SF Mono', Consolas, 'DejaVu Sans Mono', monospace; overflow-wrap: anywhere; }
p, div, h1, h2, h3, h4, h5, h6, pre { margin: 0; }
pre { font: inherit; white-space: pre-wrap; }
h1, h2, h3, h4, h5, h6 { font-size: 1.2em; }
img { max-width: 100%; height: auto; }
table { width: 100%; border-collapse: collapse; }
td:last-child:not(:first-child) { text-align: end; }
.center { text-align: center; }
.bold { font-weight: 700; }
.large { font-size: 1.2em; }
.xlarge { font-size: 1.5em; }
.right { text-align: end; }
p:has(> .left), p:has(> .right), p:has(> label) { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; column-gap: 1.5ch; }
p > .right, p > label ~ :last-child { margin-inline-start: auto; text-align: end; }
div.left + div.right { margin-block-start: -1lh; }
hr, .separator { height: 0; margin-block: 0.6em; border: 0; border-block-start: 1px solid #000; }
.dotted { border-block-start-style: dotted; }
`

/**
 * The whole document that is shown of a cleaned receipt. Its own policy says once more what the room's says: nothing is fetched,
 * nothing runs, nothing is sent (safety H1).
 */
export function toReceiptDocument(clean: string): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'"
  return (
    '<!doctype html><html><head><meta charset="utf-8">' +
    `<meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<meta name="referrer" content="no-referrer"><style>${PAPER_STYLE}</style></head><body class="paper">${clean}</body></html>`
  )
}

const LEAST_PX = 120

/**
 * How high a receipt is on paper of the room's width. Measured on its lines, made anew of text alone and set as they are: the receipt
 * itself is never put where it could be measured.
 */
export function measureLines(room: Document, lines: readonly ReceiptLine[]): number {
  const measured = room.createElement('div')
  measured.dataset['measured'] = ''
  const style = room.createElement('style')
  style.textContent = PAPER_STYLE
  const paper = room.createElement('div')
  paper.className = 'paper'
  paper.append(...lines.map((line) => toElement(room, line)))
  measured.append(style, paper)
  room.body.append(measured)
  const height = paper.getBoundingClientRect().height
  measured.remove()
  return Math.max(LEAST_PX, Math.ceil(height))
}

function toElement(room: Document, line: ReceiptLine): HTMLElement {
  if (line.type === 'rule') {
    const rule = room.createElement('div')
    rule.className = 'separator'
    return rule
  }
  const element = room.createElement('p')
  element.className = [line.isCentred ? 'center' : '', line.isBold ? 'bold' : '', line.size].join(' ')
  if (line.right === '') element.textContent = line.left
  else element.append(toPart(room, 'left', line.left), toPart(room, 'right', line.right))
  return element
}

function toPart(room: Document, side: 'left' | 'right', text: string): HTMLElement {
  const part = room.createElement('span')
  part.className = side
  part.textContent = text
  return part
}
