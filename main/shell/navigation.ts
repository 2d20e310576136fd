import type { ContentsPort, NavigationDetails } from './electron-port.ts'
import { isPage } from './origin.ts'

/** Keeps any web contents on the page: no other address, no other window, no webview (safety E12, E13, E14). */
export function confineNavigation(contents: ContentsPort): void {
  contents.on('will-navigate', stayOnPage)
  contents.on('will-frame-navigate', stayOnPage)
  contents.on('will-redirect', stayOnPage)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

function stayOnPage(details: NavigationDetails): void {
  if (!isPage(details.url)) details.preventDefault()
}
