import type { Behaviour } from './behaviour.ts'
import type { Detail } from './validation.ts'

/** A reply before any fault touches it. An empty body is sent as no body at all. */
export type Answer = { status: number; headers: Record<string, string>; body: string }

export function json(status: number, value: unknown): Answer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(value) }
}

export function empty(status: number): Answer {
  return { status, headers: {}, body: '' }
}

export function html(body: string): Answer {
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body }
}

const names = new Map<number, string>([
  [400, 'BadRequestError'],
  [401, 'UnauthorizedError'],
  [403, 'ForbiddenError'],
  [404, 'NotFoundError'],
  [413, 'PayloadTooLargeError'],
  [422, 'UnprocessableEntityError'],
  [429, 'TooManyRequestsError'],
  [503, 'ServiceUnavailableError'],
  [504, 'GatewayTimeoutError'],
])

/** The envelope of handpoint-api.md §2.13. */
export function refusal(
  statusCode: number,
  message: unknown,
  extra: { code?: string; details?: unknown } = {},
): Answer {
  const name = names.get(statusCode) ?? 'InternalServerError'
  return json(statusCode, { error: { statusCode, name, message, ...extra } })
}

export function invalid(details: readonly Detail[]): Answer {
  return refusal(422, 'The request body is invalid', { code: 'VALIDATION_FAILED', details })
}

/** Gateway refusals carry their number as `error.code` (§1.8, §3.12). */
export function gatewayRefusal(code: string, message: string): Answer {
  return refusal(400, message, { code })
}

/** A refusal that the gateway's own inside made, whole (§1.12). */
export function innerRefusal(errorCode: string, reason: string, errorGuid: string): Answer {
  const error = { errorCode, reason, errorGuid, httpStatus: '400' }
  return refusal(400, 'Viscus operation failed', { details: { body: { error } } })
}

const terminalTexts = {
  1001: 'The device is busy',
  1002: 'No device listening at the other end of the secure channel',
  1003: 'Cancel operation not allowed',
  1004: 'Auth not available: the device is not assigned to this merchant',
  1005: 'No transaction in progress to cancel',
} as const
export type TerminalCode = keyof typeof terminalTexts

/** A terminal error in one of the three shapes a client must read (§1.12). */
export function terminalRefusal(shape: Behaviour['errorShape'], code: TerminalCode): Answer {
  const inner = { error: code, message: terminalTexts[code] }
  switch (shape) {
    case 'nested':
      return refusal(400, inner)
    case 'string':
      return refusal(400, JSON.stringify(inner))
    case 'flat':
      return json(400, inner)
  }
}
