import { html, refusal } from './answers.ts'
import type { Answer } from './answers.ts'
import { receiptHtml } from './receipts.ts'
import type { Route, RouteContext } from './route.ts'
import { signaturePng } from './signature-image.ts'

/** Hosted receipts and signatures, which need no key: whoever knows the transaction's id may read them. */
function getDocument({ world, params }: RouteContext): Answer {
  const facts = world.delivered.get(params['guid'] ?? '') ?? world.gateway.find(params['guid'] ?? '')
  if (facts === undefined) return refusal(404, 'Receipt not found')
  const document = params['document']
  if (document === 'customer.html') return html(page(receiptHtml('customer', facts)))
  if (document === 'merchant.html') return html(page(receiptHtml('merchant', facts)))
  if (document !== 'signature.png') return refusal(404, 'Receipt not found')
  return { status: 200, headers: { 'content-type': 'image/png' }, body: signaturePng().toString('latin1') }
}

const page = (body: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>Receipt</title></head><body>${body}</body></html>`

export const receiptRoutes: readonly Route[] = [
  { host: 'cloud', method: 'GET', path: '/receipts/:guid/:document', isOpen: true, handle: getDocument },
]
