import { empty, json, refusal, terminalRefusal } from './answers.ts'
import type { Answer, TerminalCode } from './answers.ts'
import { isVirtual } from './device.ts'
import { draftFromRequest } from './drafts.ts'
import { createJob } from './job.ts'
import type { Job } from './job.ts'
import { isRecord, readBody } from './json-body.ts'
import { answersWithReference, profileOf } from './operations.ts'
import type { Profile } from './operations.ts'
import { isReference } from './reference.ts'
import { reportResult } from './report.ts'
import type { Route, RouteContext } from './route.ts'
import { transactionRequestSchema } from './transaction-request.ts'
import type { TransactionRequest } from './transaction-request.ts'
import type { Terminal } from './terminal-types.ts'
import { missingDetail } from './validation.ts'
import type { Detail } from './validation.ts'
import { operationSchema } from './words.ts'
import { terminalOf } from './world.ts'
import type { World } from './world.ts'

const amountLimit = 999_999_999_999

function missingFields(input: unknown): Detail[] {
  if (!isRecord(input)) return []
  const operation = operationSchema.safeParse(input['operation'])
  const required: string[] = operation.success ? [...profileOf(operation.data, false).required] : []
  if ('callbackUrl' in input) required.push('token')
  if ('taxInformation' in input) required.push('purchaseOrderNumber')
  if ('purchaseOrderNumber' in input) required.push('taxInformation')
  return required.filter((field) => !(field in input)).map((field) => missingDetail(field))
}

function isAmountAllowed({ amount, operation }: TransactionRequest): boolean {
  if (amount === undefined) return true
  // §6.24: a decrease of a hold is a negative amount.
  const digits = operation === 'preAuthorizationIncrease' ? amount.replace(/^-/, '') : amount
  return /^\d{1,12}$/.test(digits) && Number(digits) > 0 && Number(digits) < amountLimit
}

/** handpoint-api.md §1.3. The order of the checks: shape, amount, reference, assignment, reachability, busy. */
function postTransaction({ world, body, ownsTerminals }: RouteContext): Answer {
  const read = readBody(body, transactionRequestSchema, missingFields)
  if (!read.ok) return read.answer
  const request = read.value
  if (!isAmountAllowed(request)) return refusal(400, 'Invalid amount (0 < amount < 999999999999)')
  const { transactionReference } = request
  if (transactionReference !== undefined && !isReference(transactionReference)) {
    return refusal(400, `TransactionReference with wrong uuidv4 format ${transactionReference}`)
  }
  const terminal = ownsTerminals ? terminalOf(world, request.serial_number, request.terminal_type) : undefined
  const refuse = (code: TerminalCode) => terminalRefusal(world.behaviour().errorShape, code)
  if (terminal === undefined) return refuse(1004)
  const profile = profileOf(request.operation, request.originalTransactionId !== undefined)
  if (isVirtual(terminal.device) && profile.presents === 'card') {
    return refusal(400, 'Operation not supported by a virtual terminal')
  }
  if (!terminal.isReachable()) return refuse(1002)
  if (request.operation === 'stopCurrentTransaction') return stopCurrent(world, terminal, request, refuse)
  if (terminal.current() !== null) {
    const isHarmless = request.operation === 'pingDevice' && world.behaviour().pingWhileBusy === 'accepted'
    return isHarmless ? accepted(world, request, profile, null) : refuse(1001)
  }
  if (request.operation === 'pingDevice' && world.behaviour().pingForm === 'pong') {
    return json(200, { result: 'PING_PONG' })
  }
  return accepted(world, request, profile, terminal)
}

function stopCurrent(
  world: World,
  terminal: Terminal,
  { callbackUrl, token }: TransactionRequest,
  refuse: (code: TerminalCode) => Answer,
): Answer {
  if (terminal.current() === null) return refuse(1005)
  const transactionResultId = world.results.open(terminal.device.serial_number)
  if (terminal.stop({ resultId: transactionResultId, callbackUrl, token }) === 'tooLate') return refuse(1003)
  return json(202, { transactionResultId, statusMessage: 'Operation Accepted' })
}

function accepted(world: World, request: TransactionRequest, profile: Profile, terminal: Terminal | null): Answer {
  const transactionResultId = world.results.open(request.serial_number)
  const honoured = profile.reference === 'own' ? request.transactionReference : undefined
  const transactionReference = honoured ?? world.random.uuidV4()
  const listed = terminal === null ? request : { ...request, terminal_type: terminal.device.terminal_type }
  const draft = draftFromRequest(listed, profile, transactionReference)
  const job = createJob({ resultId: transactionResultId, request: listed, profile, draft })
  if (terminal === null) answerBeside(world, job)
  else terminal.start(job)
  world.changed()
  const isIdHidden = request.callbackUrl !== undefined && !world.behaviour().resultIdWithCallback
  return json(202, {
    ...(isIdHidden ? {} : { transactionResultId }),
    statusMessage: 'Operation Accepted',
    ...(answersWithReference(request.operation, profile) ? { transactionReference } : {}),
  })
}

/** A ping of a terminal that goes on with what it is doing. */
function answerBeside(world: World, job: Job): void {
  const done = { finStatus: 'PROCESSED', message: 'Operation completed' } as const
  world.clock.setTimer(world.behaviour().deviceMs, () =>
    reportResult(world, job, { ...job.draft, ...done, at: world.clock.now() }, false),
  )
}

/** handpoint-api.md §1.4, pending in one of its three forms (§6.11). */
function getResult({ world, params, ownsTerminals }: RouteContext): Answer {
  const transactionResultId = params['transactionResultId'] ?? ''
  const stored = ownsTerminals ? world.results.find(transactionResultId) : undefined
  if (stored === undefined) return refusal(404, `Transaction result ${transactionResultId} not found`)
  if (stored.result !== null) return json(200, stored.result)
  switch (world.behaviour().pendingForm) {
    case 'noContent':
      return empty(204)
    case 'message':
      return json(200, { transactionResultId, statusMessage: 'In Progress' })
    case 'finStatus':
      return json(200, { transactionResultId, finStatus: 'IN_PROGRESS' })
  }
}

export const transactionRoutes: readonly Route[] = [
  { host: 'cloud', method: 'POST', path: '/transactions', handle: postTransaction },
  { host: 'cloud', method: 'GET', path: '/transaction-result/:transactionResultId', handle: getResult },
]
