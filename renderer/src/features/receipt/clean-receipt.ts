import purify from 'dompurify'
import { receiptPolicy } from '../../ui/receipt-policy.ts'

const TAGS =
  'b big br center div em font h1 h2 h3 h4 h5 h6 hr i img label li ol p pre s small span strong sub sup table tbody td tfoot th thead tr tt u ul'
const ATTRIBUTES = 'align alt class colspan dir height rowspan src style width'

/**
 * A receipt's HTML reduced to what receipts are made of: no script, no link, no form, no name, no address but that of an image within
 * it. This is tidiness, not the boundary (safety H2): what comes out is shown in a sealed frame all the same.
 */
export function cleanReceipt(html: string): string {
  return purify.sanitize(html, {
    ALLOWED_TAGS: TAGS.split(' '),
    ALLOWED_ATTR: ATTRIBUTES.split(' '),
    ALLOWED_URI_REGEXP: /^data:image\/(?:png|jpeg);base64,/i,
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    ...(receiptPolicy === null ? {} : { TRUSTED_TYPES_POLICY: receiptPolicy }),
  })
}
