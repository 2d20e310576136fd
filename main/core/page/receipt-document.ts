/** Where the page finds the document in which it shows receipts, beside its own. */
export const RECEIPT_PATH = '/receipt'

/**
 * An empty document, for a frame of the page. What a terminal sent is put into a second, sandboxed frame within it, which inherits
 * this document's policy instead of the page's: it may have styles of its own, and the page may not (safety H1).
 */
export const RECEIPT_DOCUMENT =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Receipt</title><body></body></html>'

const POLICY = [
  // Nothing is ever fetched and no script ever runs, here and in every frame within.
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
  // Of the page's own origin, so that the page can reach in; of nothing else that a document can do.
  'sandbox allow-same-origin',
]

/** The headers of that document. */
export const RECEIPT_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY.join('; '),
  'content-type': 'text/html; charset=utf-8',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
}
