import type { Frame, Page, Request } from '@playwright/test'

/** What a page was seen to do that showing a receipt may not do. */
export interface Collector {
  /** The receipt that is shown now: what is seen is said of it. */
  name: string
  /** Left the browser, by the browser's own account. */
  requests: string[]
  /** A script of a receipt left its mark. */
  scripts: string[]
  /** A frame went elsewhere, or something opened. */
  departures: string[]
}

/** Watches one page from now on. Requests of the page itself, and the one for its document for receipts, are no receipt's. */
export function collect(page: Page): Collector {
  const seen: Collector = { name: 'the page', requests: [], scripts: [], departures: [] }
  const say = (what: string): string => `${seen.name}: ${what}`.slice(0, 200)
  const refused = new Set<Request>()
  // Stopped within the browser, by the document's policy or by the browser's own (filters, files): nothing was sent.
  page.on('requestfailed', (request) => {
    if (['csp', 'origin', 'other'].includes(request.failure()?.errorText ?? '')) refused.add(request)
    else if (!isOwn(page, request)) seen.requests.push(say(`${request.url()} ${request.failure()?.errorText ?? ''}`))
  })
  page.on('requestfinished', (request) => {
    if (!isOwn(page, request) && !refused.has(request)) seen.requests.push(say(request.url()))
  })
  page.on('console', (message) => {
    if (message.type() === 'log' && message.text().includes('owned')) seen.scripts.push(say(message.text()))
  })
  page.on('dialog', (dialog) => {
    seen.scripts.push(say(`dialog ${dialog.message()}`))
    void dialog.dismiss()
  })
  page.on('framenavigated', (frame) => {
    if (!isInPlace(frame)) seen.departures.push(say(frame.url()))
  })
  page.on('download', (download) => seen.departures.push(say(`download ${download.url()}`)))
  page.context().on('page', (opened) => seen.departures.push(say(`window ${opened.url()}`)))
  return seen
}

/** Made by the page, or for the room of a receipt, which stands in the page. */
function isOwn(page: Page, request: Request): boolean {
  const { protocol, origin, pathname } = new URL(request.url())
  // Not fetched: the document itself holds them.
  if (protocol === 'data:' || protocol === 'about:') return true
  if (origin !== new URL(page.url()).origin) return false
  const frame = frameOf(request)
  return frame === page.mainFrame() || (pathname === '/receipt' && frame?.parentFrame() === page.mainFrame())
}

function frameOf(request: Request): Frame | null {
  try {
    return request.frame()
  } catch {
    // A frame that is about to show its first document has none yet.
    return null
  }
}

/** The page, a room, a receipt, and the error page of a frame within it that was refused. */
function isInPlace(frame: Frame): boolean {
  const url = frame.url()
  if (frame.parentFrame() === null) return new URL(url).hash === '' && new URL(url).pathname === '/'
  if (url === 'about:srcdoc' || url === 'about:blank' || url === '' || url.startsWith('chrome-error:')) return true
  return new URL(url).pathname === '/receipt' && frame.parentFrame()?.parentFrame() === null
}
