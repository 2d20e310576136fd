/**
 * The headers of every answer that carries a part of the page, found or not (safety E7): the page runs its own files and,
 * in the app, reaches no network at all.
 * @param connectSource where the page may connect to: nowhere in the app, its own origin in the browser preview
 */
export function guardHeaders(connectSource: "'none'" | "'self'"): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connectSource}`,
    // The document for receipts alone: every other one of this origin refuses to be framed.
    "frame-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types receipt',
  ]
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  }
}
