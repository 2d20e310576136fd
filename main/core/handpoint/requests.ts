import { toMajorText } from '../../../shared/money.ts'
import type { Intent } from '../../../shared/transaction/intent.ts'
import { rulesOf } from '../../../shared/transaction/operations.ts'
import type { SubmitRequest } from './answers.ts'

/** Named by their original alone (handpoint-api.md §5.15, §5.19). */
const WITHOUT_AMOUNT = new Set<Intent['operation']>(['preAuthorizationReversal', 'moToReversal'])

/** One request that starts an operation: where it goes and what it says. */
export interface WireRequest {
  path: string
  values: Readonly<Record<string, string>>
  body: Readonly<Record<string, unknown>>
  /** `synchronous`: the answer itself is the outcome. */
  answer: 'forwarded' | 'synchronous'
}

/** The request of an operation, by its channel (handpoint-api.md §1.3, §1.6 to §1.9). */
export function toWireRequest(request: SubmitRequest): WireRequest {
  const { intent } = request
  if (intent.operation === 'deviceCommand') return toDeviceCommand(intent)
  if (intent.channel === 'gateway') return toGatewayRequest(intent)
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
  return {
    operation,
    ...(WITHOUT_AMOUNT.has(operation) || amountMinor === 0 ? {} : { amount: String(amountMinor), currency }),
    terminal_type: terminal.terminalType,
    serial_number: terminal.serialNumber,
    ...(isOriginating ? { transactionReference: reference } : {}),
    ...(original === null ? {} : { originalTransactionId: original.transactionId }),
    ...(customerReference === null ? {} : { customerReference }),
    ...(tip === null ? {} : { tipConfiguration: tip }),
    ...(receipt === undefined ? {} : { receipt }),
    ...(operation === 'pingDevice' ? { returnDeviceInfo: true } : {}),
    ...(callback === undefined ? {} : { callbackUrl: callback.url, token: callback.token }),
    ...(takesMetadata(operation) ? { metadata: toMetadata(till, reference) } : {}),
  }
}

function takesMetadata(operation: Intent['operation']): boolean {
  return rulesOf(operation).endsBy === 'result' && operation !== 'printReceipt'
}

/** Which till and which attempt, for whoever reads the gateway's reports. Other characters than these are refused (handpoint-api.md §6.41). */
function toMetadata(till: string, reference: string): Record<string, string> {
  const allowed = till.replaceAll(/[^a-zA-Z0-9\-()@:%_\\+.~#?&/={}"',]/g, '-').slice(0, 250)
  return { metadata1: allowed === '' ? 'till' : allowed, metadata2: reference }
}

function toGatewayRequest({ operation, original, amountMinor, currency }: Intent): WireRequest {
  const guid = original?.transactionId ?? ''
  if (operation === 'tipAdjustment') {
    // A JSON number in major units (handpoint-api.md §6.3): twelve digits are exact in a double and print as they are.
    const body = { amount: Number(toMajorText(amountMinor, currency)) }
    return { path: '/transactions/{guid}/tip-adjustment', values: { guid }, body, answer: 'synchronous' }
  }
  if (operation === 'preAuthorizationIncrease') {
    const body = { originalGuid: guid, increaseAmount: toMajorText(amountMinor, currency) }
    return { path: '/preauthorization/increase', values: {}, body, answer: 'synchronous' }
  }
  // Without an amount: the whole of it.
  return { path: '/reversal', values: {}, body: { originalGuid: guid }, answer: 'synchronous' }
}

function toDeviceCommand({ terminal, command }: Intent): WireRequest {
  return {
    path: '/devices/{terminalType}/{serialNumber}/{command}',
    values: { ...terminal, command: command?.name ?? '' },
    body: command?.settings ?? {},
    answer: 'forwarded',
  }
}
