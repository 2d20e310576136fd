import { toMajorText } from '../../../shared/money.ts'
import type { Intent } from '../../../shared/transaction/intent.ts'
import { rulesOf } from '../../../shared/transaction/operations.ts'
import type { SubmitRequest } from './answers.ts'
import type { ServicePath } from './exchange.ts'

/** Named by their original alone (handpoint-api.md §5.15, §5.19). */
const WITHOUT_AMOUNT = new Set<Intent['operation']>(['preAuthorizationReversal', 'moToReversal'])

/** A tip is adjusted by the gateway; what an increase on a terminal means is told in three ways (handpoint-api.md §6.24). */
const NEVER_AT_TERMINAL = new Set<Intent['operation']>(['tipAdjustment', 'preAuthorizationIncrease'])

/** What `POST /reversal` takes back, by its id alone (handpoint-api.md §1.8). */
const REVERSED_BY_GATEWAY = new Set<Intent['operation']>(['saleReversal', 'refundReversal', 'preAuthorizationReversal'])

/** One request that starts an operation: where it goes and what it says. */
export interface WireRequest {
  path: ServicePath
  values: Readonly<Record<string, string>>
  body: Readonly<Record<string, unknown>>
  /** `synchronous`: the answer itself is the outcome. */
  answer: 'forwarded' | 'synchronous'
}

/**
 * The request of an operation, by its channel (handpoint-api.md §1.3, §1.6 to §1.9). Null where no documented request says
 * what the intent says: another one could move money that nobody asked for.
 */
export function toWireRequest(request: SubmitRequest): WireRequest | null {
  const { intent, receipt } = request
  const { operation, channel } = intent
  if (operation === 'deviceCommand') return toDeviceCommand(intent)
  if (channel === 'gateway') return toGatewayRequest(intent)
  if (NEVER_AT_TERMINAL.has(operation) || (operation === 'printReceipt' && receipt === undefined)) return null
  return { path: '/transactions', values: {}, body: toTerminalBody(request), answer: 'forwarded' }
}

/**
 * The body of a request to a terminal (handpoint-api.md §2.2). The amount is a string of digits in minor units. What is
 * not given is absent: the service refuses unknown members, and null is a wrong type.
 */
function toTerminalBody({ intent, callback, receipt, till }: SubmitRequest): Record<string, unknown> {
  const { operation, terminal, amountMinor, currency, customerReference, original, reference, tip } = intent
  // Elsewhere Handpoint replaces the reference by its own (handpoint-api.md §6.17).
  const isOriginating = rulesOf(operation).filed === 'own' && original === null
  const hasResult = rulesOf(operation).endsBy === 'result'
  return {
    operation,
    ...(WITHOUT_AMOUNT.has(operation) || amountMinor === 0 ? {} : { amount: String(amountMinor), currency }),
    terminal_type: terminal.terminalType,
    serial_number: terminal.serialNumber,
    ...(isOriginating ? { transactionReference: reference } : {}),
    ...(original === null ? {} : { originalTransactionId: original.transactionId }),
    ...(customerReference === null ? {} : { customerReference }),
    // The one operation for which no document disputes it (handpoint-api.md §6.23).
    ...(tip === null || operation !== 'sale' ? {} : { tipConfiguration: tip }),
    ...(receipt === undefined || operation !== 'printReceipt' ? {} : { receipt }),
    ...(operation === 'pingDevice' ? { returnDeviceInfo: true } : {}),
    ...(callback === undefined || !hasResult ? {} : { callbackUrl: callback.url, token: callback.token }),
    ...(hasResult && operation !== 'printReceipt' ? { metadata: toMetadata(till, reference) } : {}),
  }
}

/** Which till and which attempt, for whoever reads the gateway's reports. Other characters than these are refused (handpoint-api.md §6.41). */
function toMetadata(till: string, reference: string): Record<string, string> {
  const allowed = till.replaceAll(/[^a-zA-Z0-9\-()@:%_\\+.~#?&/={}"',]/g, '-').slice(0, 250)
  return { metadata1: allowed === '' ? 'till' : allowed, metadata2: reference }
}

function toGatewayRequest({ operation, original, amountMinor, currency }: Intent): WireRequest | null {
  if (original === null) return null
  const guid = original.transactionId
  if (operation === 'tipAdjustment') {
    // A JSON number in major units (handpoint-api.md §6.3): twelve digits are exact in a double and print as they are.
    const body = { amount: Number(toMajorText(amountMinor, currency)) }
    return { path: '/transactions/{guid}/tip-adjustment', values: { guid }, body, answer: 'synchronous' }
  }
  if (operation === 'preAuthorizationIncrease') {
    const body = { originalGuid: guid, increaseAmount: toMajorText(amountMinor, currency) }
    return { path: '/preauthorization/increase', values: {}, body, answer: 'synchronous' }
  }
  if (!REVERSED_BY_GATEWAY.has(operation)) return null
  // Without an amount: the whole of it.
  return { path: '/reversal', values: {}, body: { originalGuid: guid }, answer: 'synchronous' }
}

function toDeviceCommand({ terminal, command, channel }: Intent): WireRequest | null {
  if (command === null || channel === 'gateway') return null
  const { name, settings } = command
  const path = '/devices/{terminalType}/{serialNumber}/{command}'
  return { path, values: { ...terminal, command: name }, body: settings, answer: 'forwarded' }
}
