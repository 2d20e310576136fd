import type { ContentsPort, NavigationDetails } from './electron-port.ts'
import { isPage, RECEIPT_URL } from './origin.ts'

/**
 * Keeps any web contents on the page: no other address, no other window, no webview (safety E12, E13, E14). A frame within the
 * page shows the document for receipts and what the page itself put into that, and goes nowhere from there.
 */
export function confineNavigation(contents: ContentsPort): void {
  contents.on('will-navigate', stayOnPage)
  contents.on('will-frame-navigate', stayInFrame)
  contents.on('will-redirect', stayOnPage)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

function stayInFrame(details: NavigationDetails): void {
  if (details.isMainFrame) stayOnPage(details)
  else if (details.url !== RECEIPT_URL && details.url !== 'about:srcdoc') details.preventDefault()
}

function stayOnPage(details: NavigationDetails): void {
  if (!isPage(details.url)) details.preventDefault()
}
