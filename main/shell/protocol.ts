import { readFile } from 'node:fs/promises'
import { guardHeaders } from '../core/page/content-policy.ts'
import { contentTypeOf } from '../core/page/content-types.ts'
import type { PageFiles } from '../core/page/page-files.ts'
import { RECEIPT_DOCUMENT, RECEIPT_HEADERS, RECEIPT_PATH } from '../core/page/receipt-document.ts'
import type { ProtocolPort } from './electron-port.ts'
import { APP_ORIGIN, APP_SCHEME } from './origin.ts'

const GUARD_HEADERS = guardHeaders("'none'")

/** Has to run before the app is ready. Standard and secure, so that the page has an origin; nothing else is granted. */
export function declareScheme(protocol: ProtocolPort): void {
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true } }])
}

/** Serves the files of the page and the document for receipts, and 404 for whatever is not one of them. */
export function servePage(protocol: ProtocolPort, files: PageFiles): void {
  protocol.handle(APP_SCHEME, (request) => answerPageRequest(request, files))
}

/** Answers one request under app://. The path is compared as it was sent: nothing is decoded, normalised or joined. */
export async function answerPageRequest(request: Pick<Request, 'url' | 'method'>, files: PageFiles): Promise<Response> {
  const path = request.method === 'GET' ? readPath(request.url) : undefined
  if (path === RECEIPT_PATH) return new Response(RECEIPT_DOCUMENT, { status: 200, headers: RECEIPT_HEADERS })
  const file = path === undefined ? undefined : files.get(path)
  if (file === undefined)
    return new Response('Not found', { status: 404, headers: headersFor('text/plain; charset=utf-8') })
  return new Response(await readFile(file), { status: 200, headers: headersFor(contentTypeOf(file)) })
}

function readPath(url: string): string | undefined {
  return url.startsWith(`${APP_ORIGIN}/`) ? url.slice(APP_ORIGIN.length).split(/[?#]/, 1)[0] : undefined
}

function headersFor(type: string): Record<string, string> {
  return { ...GUARD_HEADERS, 'content-type': type }
}
