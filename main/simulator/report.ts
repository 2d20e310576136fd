import type { Job, Stop } from './job.ts'
import { receiptHtml } from './receipts.ts'
import type { GatewayRecord } from './records.ts'
import { toTransactionResult } from './result-object.ts'
import type { ResultExtras, TransactionResult } from './result-object.ts'
import { signaturePng } from './signature-image.ts'
import type { World } from './world.ts'

type Addressed = Pick<Stop, 'callbackUrl' | 'token'>

const maxDelivered = 1_000

/**
 * A terminal has something to tell: the result becomes available under its id, and goes to the callback address where
 * one was given. Stop requests that ended the operation get their own CANCELLED (handpoint-api.md §6.36).
 */
export function reportResult(world: World, job: Job, facts: GatewayRecord, recovered: boolean): void {
  const result = toTransactionResult(job, facts, extrasOf(world, job, facts, recovered))
  if (facts.guid !== '') rememberDelivered(world, facts)
  const { stopReport } = world.behaviour()
  if (job.stops.length === 0 || stopReport !== 'stop') world.results.put(job.resultId, result)
  const deliver = ({ callbackUrl, token = '' }: Addressed, delivered: TransactionResult) => {
    if (callbackUrl === undefined) return
    world.delivery.begin({ serial: facts.serial, url: callbackUrl, token, result: delivered }, recovered)
  }
  deliver(job.request, result)
  for (const stop of job.stops) {
    const stopped = { ...result, type: 'CANCEL_TRX', transactionReference: '' }
    if (stopReport !== 'original') world.results.put(stop.resultId, stopped)
    deliver(stop, stopped)
  }
}

function rememberDelivered({ delivered }: World, facts: GatewayRecord) {
  delivered.set(facts.guid, facts)
  const oldest = delivered.keys().next().value
  if (delivered.size > maxDelivered && oldest !== undefined) delivered.delete(oldest)
}

function extrasOf(world: World, job: Job, facts: GatewayRecord, recovered: boolean): ResultExtras {
  const { linkedReference } = world.behaviour()
  return {
    ...receiptsOf(world, facts),
    signatureUrl: job.isSigned ? signatureOf(world, facts) : '',
    linkedReference: linkedReference === 'foreign' ? world.random.uuidV4() : '',
    recovered,
  }
}

function receiptsOf(world: World, facts: GatewayRecord): Pick<ResultExtras, 'customerReceipt' | 'merchantReceipt'> {
  const { receipts } = world.behaviour()
  // Nothing that never reached the gateway has a receipt (§4.7).
  if (facts.guid === '' || receipts === 'empty' || facts.finStatus === 'UNDEFINED') {
    return { customerReceipt: '', merchantReceipt: '' }
  }
  // Keyed payments have their receipt as text (§4.7).
  if (receipts === 'html' || facts.scenario === 'MOTO') {
    return { customerReceipt: receiptHtml('customer', facts), merchantReceipt: receiptHtml('merchant', facts) }
  }
  const base = `${world.receiptsUrl.value}/receipts/${facts.guid}`
  return { customerReceipt: `${base}/customer.html`, merchantReceipt: `${base}/merchant.html` }
}

function signatureOf(world: World, facts: GatewayRecord): string {
  return world.behaviour().signature === 'base64'
    ? signaturePng().toString('base64')
    : `${world.receiptsUrl.value}/receipts/${facts.guid}/signature.png`
}
