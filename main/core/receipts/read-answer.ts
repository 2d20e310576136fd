import type { IncomingMessage } from 'node:http'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { DocumentKind } from '../../../shared/transaction/events.ts'
import { MAX_RECEIPT_BYTES } from './receipt-html.ts'
import { MAX_IMAGE_BYTES } from './signature-image.ts'

export type AnswerFlaw =
  | 'redirect'
  | 'hostBusy'
  | 'notFound'
  | 'status'
  | 'contentEncoding'
  | 'contentType'
  | 'tooLarge'
  | 'cutOff'

export interface FetchedDocument {
  bytes: Buffer
  /** What the host says its text is in; of a signature without meaning. */
  charset: 'utf-8' | 'windows-1252'
}

interface Refusal {
  because: AnswerFlaw
  mayRetry: boolean
}

/** Judges an answer by its head, then takes its body up to the size that its kind may have (safety H5). Answers once or more. */
export function readAnswer(
  response: IncomingMessage,
  kind: DocumentKind,
  finish: (result: Result<FetchedDocument, Refusal>) => void,
): void {
  const charset = readHead(response, kind)
  if (!charset.ok) return finish(charset)
  const maxBytes = kind === 'signature' ? MAX_IMAGE_BYTES : MAX_RECEIPT_BYTES
  const chunks: Buffer[] = []
  let length = 0
  response.on('data', (chunk: Buffer) => {
    length += chunk.length
    if (length > maxBytes) finish(refuse('tooLarge'))
    else chunks.push(chunk)
  })
  response.once('end', () =>
    finish(response.complete ? ok({ bytes: Buffer.concat(chunks), charset: charset.value }) : retry('cutOff')),
  )
}

function readHead(response: IncomingMessage, kind: DocumentKind): Result<FetchedDocument['charset'], Refusal> {
  const { statusCode: status = 0, headers } = response
  if (status >= 300 && status < 400) return refuse('redirect')
  if (status >= 500 || status === 408 || status === 425 || status === 429) return retry('hostBusy')
  // A receipt may be asked for before the host has it; asking again costs a dozen requests at most.
  if (status === 404) return retry('notFound')
  if (status !== 200) return refuse('status')
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  if (encoding !== 'identity' && encoding !== '') return refuse('contentEncoding')
  return readContentType(headers['content-type'] ?? '', kind)
}

function readContentType(header: string, kind: DocumentKind): Result<FetchedDocument['charset'], Refusal> {
  const [type = '', ...parameters] = header.split(';').map((part) => part.trim().toLowerCase())
  if (kind === 'signature') return type === 'image/png' || type === 'image/jpeg' ? ok('utf-8') : refuse('contentType')
  if (type !== 'text/html') return refuse('contentType')
  const label = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length)
  switch (label?.replaceAll('"', '')) {
    case undefined:
    case 'utf-8':
    case 'utf8':
    case 'us-ascii':
      return ok('utf-8')
    case 'iso-8859-1':
    case 'windows-1252':
      return ok('windows-1252')
    default:
      return refuse('contentType')
  }
}

function refuse(because: AnswerFlaw) {
  return err({ because, mayRetry: false })
}

function retry(because: AnswerFlaw) {
  return err({ because, mayRetry: true })
}
