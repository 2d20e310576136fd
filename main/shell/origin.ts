import { RECEIPT_PATH } from '../core/page/receipt-document.ts'

/** The scheme that serves the page out of the package, in place of file: (safety E18). */
export const APP_SCHEME = 'app'

/** The one origin whose page is answered. */
export const APP_ORIGIN = 'app://paydesk'

/** The one document that a window shows. */
export const PAGE_URL = `${APP_ORIGIN}/`

/** The document in which the page shows receipts (safety H1). */
export const RECEIPT_URL = `${APP_ORIGIN}${RECEIPT_PATH}`

/** Whether a URL is the page itself, whatever comes after the hash. Text that is no URL is not. */
export function isPage(url: string): boolean {
  const [document] = url.split('#', 1)
  return document === PAGE_URL || document === `${PAGE_URL}index.html`
}
