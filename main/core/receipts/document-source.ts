import type { DocumentKind } from '../../../shared/transaction/events.ts'
import { findHtmlFlaw, MAX_RECEIPT_BYTES, type HtmlFlaw } from './receipt-html.ts'
import { MAX_IMAGE_BYTES, readSignatureImage, type ImageFlaw, type SignatureImage } from './signature-image.ts'

export type DocumentFlaw = 'notText' | 'tooLarge' | 'notAnAddress' | 'notADocument' | 'notBase64' | HtmlFlaw | ImageFlaw

/** A document as it will be stored. A receipt is text, a signature an image that was looked into. */
export type DocumentContent = { type: 'receipt'; html: string } | { type: 'signature'; image: SignatureImage }

export type DocumentSource =
  | { type: 'none' }
  /** An address: whether it may be fetched is for the guarded fetch to say. */
  | { type: 'url'; url: string }
  | { type: 'inline'; content: DocumentContent }
  | { type: 'unusable'; because: DocumentFlaw }

const LONGEST_URL = 2000
/** Base64 of the largest image, with a line break after each 76 characters and a `data:` prefix. */
const LONGEST_BASE64 = Math.ceil(MAX_IMAGE_BYTES / 3) * 4 * (78 / 76) + 64
const DATA_PREFIX = /^data:image\/(?:png|jpe?g);base64,/i

/**
 * What a result's `customerReceipt`, `merchantReceipt` or `signatureUrl` is (handpoint-api.md §4.7, §4.8; safety H3, H4):
 * an address if it begins with `http`, else a receipt's HTML or a signature's base64. Lengths are looked at before all else,
 * so that hostile sizes cost nothing.
 */
export function readDocumentValue(kind: DocumentKind, value: unknown): DocumentSource {
  if (value === null || value === undefined) return { type: 'none' }
  if (typeof value !== 'string') return unusable('notText')
  if (value.length > (kind === 'signature' ? LONGEST_BASE64 : MAX_RECEIPT_BYTES)) return unusable('tooLarge')
  const text = value.trim()
  if (text === '') return { type: 'none' }
  if (/^http/i.test(text)) return readUrl(text)
  return kind === 'signature' ? readBase64(text) : readHtml(text)
}

/** A fetched body as the document that it was to be. Bytes that are no text of the charset become U+FFFD. */
export function readDocumentBytes(kind: DocumentKind, bytes: Uint8Array, charset: 'utf-8' | 'windows-1252') {
  if (kind === 'signature') return readImage(bytes)
  if (bytes.length > MAX_RECEIPT_BYTES) return unusable('tooLarge')
  return readHtml(new TextDecoder(charset).decode(bytes).trim())
}

function readUrl(text: string): DocumentSource {
  return text.length <= LONGEST_URL && /^https?:/i.test(text) && URL.canParse(text)
    ? { type: 'url', url: text }
    : unusable('notAnAddress')
}

type Inline = Extract<DocumentSource, { type: 'inline' | 'unusable' }>

function readHtml(html: string): Inline {
  if (!html.startsWith('<')) return unusable('notADocument')
  const flaw = findHtmlFlaw(html)
  return flaw === null ? { type: 'inline', content: { type: 'receipt', html } } : unusable(flaw)
}

function readBase64(text: string): Inline {
  // Android's encoder breaks lines by default, and terminals are Android. Nothing else but the alphabet is let through.
  const base64 = text.replace(DATA_PREFIX, '').replaceAll(/\r?\n/g, '')
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return unusable('notBase64')
  return readImage(Buffer.from(base64, 'base64'))
}

function readImage(bytes: Uint8Array): Inline {
  const image = readSignatureImage(bytes)
  return image.ok ? { type: 'inline', content: { type: 'signature', image: image.value } } : unusable(image.error)
}

function unusable(because: DocumentFlaw): { type: 'unusable'; because: DocumentFlaw } {
  return { type: 'unusable', because }
}
