import { isIP } from 'node:net'
import { err, ok, type Result } from '../../../shared/result.ts'

/** The hosts that serve Handpoint's receipts (handpoint-api.md §1.1). */
const RECEIPT_HOSTS = ['receipts.handpoint.com', 'receipts.handpoint.io']

export type AddressFlaw = 'notAnAddress' | 'scheme' | 'userinfo' | 'host' | 'port'

export interface AllowedAddresses {
  /** Whole host names besides Handpoint's own, in any letters: older receipts lie on an S3 host (handpoint-api.md §4.7). */
  extraHosts: readonly string[]
  /**
   * `http://127.0.0.1:PORT` of the built-in simulator while it is the cloud, else null: the one address that need be neither
   * https nor public. Anything of another form allows nothing.
   */
  trustedOrigin: string | null
}

export interface DocumentAddress {
  url: URL
  /** The simulator on this computer: plain http to 127.0.0.1, and no name to look up. */
  isSimulator: boolean
}

/** An address that a document may be fetched from, or the rule that it breaks (safety H5). Looks nothing up. */
export function checkDocumentAddress(text: string, allowed: AllowedAddresses): Result<DocumentAddress, AddressFlaw> {
  // The parser drops tabs and line breaks, reads `\` as `/`, and maps look-alike letters: none of these is in a real address.
  if (!/^[\x21-\x5b\x5d-\x7e]{1,2000}$/.test(text) || !URL.canParse(text)) return err('notAnAddress')
  const url = new URL(text)
  if (url.username !== '' || url.password !== '' || /^[^/?#]*\/\/[^/?#]*@/.test(text)) return err('userinfo')
  if (isSimulator(url, allowed.trustedOrigin)) return ok({ url, isSimulator: true })
  if (url.protocol !== 'https:') return err('scheme')
  if (!isAllowedHost(url.hostname, allowed.extraHosts)) return err('host')
  return url.port === '' ? ok({ url, isSimulator: false }) : err('port')
}

function isSimulator(url: URL, trustedOrigin: string | null): boolean {
  return (
    trustedOrigin !== null && /^http:\/\/127\.0\.0\.1:[0-9]{1,5}$/.test(trustedOrigin) && url.origin === trustedOrigin
  )
}

function isAllowedHost(host: string, extraHosts: readonly string[]): boolean {
  return (
    isIP(host) === 0 &&
    !host.startsWith('[') &&
    (RECEIPT_HOSTS.includes(host) || extraHosts.some((extra) => extra.toLowerCase() === host))
  )
}
