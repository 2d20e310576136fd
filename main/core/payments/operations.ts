import type { Reference, RequestKey, TerminalRef } from '../../../shared/ids.ts'
import { referenceSchema } from '../../../shared/ids.ts'
import type { Grant } from '../../../shared/ipc/approval.ts'
import { toApprovalSubject, toRetrySubject } from '../../../shared/ipc/approval-rules.ts'
import type { OperationRequest } from '../../../shared/ipc/operation-request.ts'
import { checkAmount } from '../../../shared/money.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { DeviceCommand } from '../../../shared/transaction/device-command.ts'
import {
  occupiesTerminal,
  type Approval,
  type Intent,
  type Original,
  type TipConfiguration,
} from '../../../shared/transaction/intent.ts'
import { toOriginal } from '../../../shared/transaction/linked.ts'
import { toMoneyState } from '../../../shared/transaction/money-state.ts'
import { movesMoney, rulesOf, type Operation } from '../../../shared/transaction/operations.ts'
import type { Approvals } from '../approval/approvals.ts'
import type { BeginFailure, Journal, JournalFailure, PaymentRow } from '../journal/journal.ts'
import type { Clock, Ids } from '../ports.ts'
import type { Refusal } from '../refusal.ts'
import { maskCardNumbers } from '../system/mask-card-numbers.ts'
import type { TerminalDirectory } from '../terminals/directory.ts'
import type { Engine, SubmitSecrets } from './engine.ts'
import { findTwin } from './twins.ts'

export interface SaleRequest {
  requestKey: RequestKey
  terminal: TerminalRef
  amountMinor: number
  currency: string
  customerReference: string | null
  withTip: boolean
  /** The payment that this one was said not to repeat. */
  confirmedTwin?: Reference | undefined
}

/** What one operation's callback is known by: digests for the journal, secrets for the request. */
export interface CallbackOffer {
  intent: NonNullable<Intent['callback']>
  secrets: NonNullable<SubmitSecrets['callback']>
}

interface OperationsOptions {
  engine: Engine
  journal: Journal
  terminals: TerminalDirectory
  clock: Clock
  ids: Ids
  currency: string
  tip: TipConfiguration | null
  allows: { tipAdjustment: boolean; mailOrder: boolean }
  approvals: Pick<Approvals, 'check' | 'use'>
  /** Why nothing can be charged now, or null when it can. */
  blocked: () => 'journal.unavailable' | 'journal.restoring' | 'disk.low' | 'key.missing' | 'key.refused' | null
  /** Fresh secrets while the listener takes results; null while it does not. */
  offerCallback: () => CallbackOffer | null
}

/** Takes operations from the page, or says in which way they cannot be taken. Nothing is charged by anything refused here. */
export interface Operations {
  sale(request: SaleRequest): Result<PaymentRow, Refusal>
  /** @param receipt what a print prints, in HTML; null where there is nothing to print */
  start(request: OperationRequest, receipt?: string | null): Result<PaymentRow, Refusal>
  /** A new attempt of an operation that is proved not charged. What was approved a good while ago needs a new approval. */
  retry(reference: Reference, requestKey: RequestKey, grant?: Grant): Result<PaymentRow, Refusal>
}

/** How long a manager's word holds for another attempt of the same: as long as both still stand at the till. */
const APPROVAL_LIVES_MS = 10 * 60_000

const BY_MAIL_ORDER: ReadonlySet<Operation> = new Set(['moToSale', 'moToRefund', 'moToReversal'])

/** What differs from one operation to the next. */
type Draft = Pick<Intent, 'operation' | 'requestKey' | 'amountMinor' | 'currency' | 'terminal'> &
  Partial<Pick<Intent, 'channel' | 'customerReference' | 'attemptOf' | 'original' | 'tip' | 'command' | 'approval'>> &
  Pick<SaleRequest, 'confirmedTwin'>

export function createOperations(options: OperationsOptions): Operations {
  const { engine, journal, terminals, clock, ids, currency, allows } = options

  /**
   * A press that was delivered before is answered with its payment, whatever stands in the way of a new one by now: told
   * "not charged", the cashier would charge again.
   */
  function answerOrBegin(
    requestKey: RequestKey,
    isSame: (earlier: Intent) => boolean,
    beginNew: () => Result<PaymentRow, Refusal>,
  ): Result<PaymentRow, Refusal> {
    const earlier = journal.readByRequestKey(requestKey)
    if (!earlier.ok) return fromJournalFailure(earlier.error)
    if (earlier.value !== null) {
      return isSame(earlier.value.intent)
        ? ok(earlier.value)
        : refuse('input.invalid', 'this key is another operation’s')
    }
    const reason = options.blocked()
    return reason === null ? beginNew() : refuse(reason, 'the till cannot charge now')
  }

  /** What not every shop may or will do is off until the shop has switched it on, for a new attempt as for the first. */
  function isSwitchedOn(operation: Operation): boolean {
    if (operation === 'tipAdjustment') return allows.tipAdjustment
    return allows.mailOrder || !BY_MAIL_ORDER.has(operation)
  }

  function begin(draft: Draft, receipt?: string): Result<PaymentRow, Refusal> {
    const { operation, channel = 'terminal', customerReference = null, approval } = draft
    if (!isSwitchedOn(operation)) return refuse('operation.disabled', 'the shop has not switched this on')
    if (movesMoney(operation)) {
      const amount = checkAmount(draft.amountMinor)
      if (!amount.ok) return refuse(`amount.${amount.error}`, 'the amount cannot be charged')
      if (draft.currency !== currency) return refuse('currency.mismatch', `this till charges in ${currency}`)
    }
    const listing = channel === 'terminal' ? terminals.find(draft.terminal) : 'listed'
    if (listing !== 'listed') return refuse(`terminal.${listing}`, 'the terminal cannot take a card')
    if (interrupts(draft.command ?? null) && isOccupied(draft.terminal)) return unresolved()
    const doubled = checkTwin(draft)
    if (doubled !== null) return doubled
    const callback = rulesOf(operation).endsBy === 'result' && channel === 'terminal' ? options.offerCallback() : null
    const intent: Intent = {
      operation,
      requestKey: draft.requestKey,
      amountMinor: draft.amountMinor,
      currency: draft.currency,
      terminal: draft.terminal,
      attemptOf: draft.attemptOf ?? null,
      original: draft.original ?? null,
      tip: draft.tip ?? null,
      command: draft.command ?? null,
      // Whoever types a card number into the field beside it: it is not kept (safety P1).
      customerReference: customerReference === null ? null : maskCardNumbers(customerReference),
      // The journal gives it; a new attempt is not called what the one before it was.
      number: null,
      channel,
      reference: referenceSchema.parse(ids.uuid()),
      callback: callback?.intent ?? null,
      createdAt: clock.now(),
      ...(approval === undefined ? {} : { approval }),
    }
    const secrets: SubmitSecrets = {
      ...(callback === null ? {} : { callback: callback.secrets }),
      ...(receipt === undefined ? {} : { receipt }),
    }
    const begun = engine.start(intent, secrets)
    return begun.ok ? begun : fromBeginFailure(begun.error)
  }

  /** Asks before the same amount is moved again moments later. What is tried again is proved not charged: nobody is asked. */
  function checkTwin(draft: Draft): Result<never, Refusal> | null {
    if ((draft.attemptOf ?? null) !== null) return null
    const twin = findTwin(journal, draft, clock.now())
    if (!twin.ok) return fromJournalFailure(twin.error)
    if (twin.value === null || twin.value.reference === draft.confirmedTwin) return null
    const message = 'the same amount was moved moments ago, or may have been'
    return err({ code: 'payment.looksDoubled', message, moneyState: 'notCharged', twin: twin.value })
  }

  /** The operation that is to be changed, as the request names it. */
  function findOriginal(reference: Reference): Result<{ row: PaymentRow; original: Original }, Refusal> {
    const row = journal.readRow(reference)
    if (!row.ok) return fromJournalFailure(row.error)
    if (row.value === null) return refuse('payment.notFound', 'there is no such payment')
    const { intent, state } = row.value
    if (toMoneyState(intent.operation, state) !== 'charged') {
      return refuse('original.notCharged', 'it is not proved that it was charged')
    }
    const original = toOriginal(row.value)
    if (original === null) return refuse('original.noTransactionId', 'the gateway gave no id that could be named')
    return ok({ row: row.value, original })
  }

  /** Takes back the whole of an operation, or changes it by an amount. */
  function change(
    { operation, requestKey, original: reference }: Pick<Draft, 'operation' | 'requestKey'> & { original: Reference },
    changes: { amountMinor?: number; channel?: Intent['channel']; approval?: Approval | undefined } = {},
  ): Result<PaymentRow, Refusal> {
    const found = findOriginal(reference)
    if (!found.ok) return found
    const { row, original } = found.value
    const { terminal, currency: charged } = row.intent
    const whole = readWhole(row)
    if (!whole.ok) return whole
    return begin({ operation, requestKey, original, terminal, currency: charged, amountMinor: whole.value, ...changes })
  }

  /** The whole of an operation, with a tip that was entered later and with what a hold was increased by. */
  function readWhole({ intent }: PaymentRow): Result<number, Refusal> {
    const standing = journal.readStanding(intent.reference)
    return standing.ok ? ok(standing.value?.totalMinor ?? intent.amountMinor) : fromJournalFailure(standing.error)
  }

  /** What is tried again, by what stands now: what it takes back may have grown by a tip since the first attempt. */
  function renew(intent: Intent): Result<Intent, Refusal> {
    if (intent.original === null) return ok(intent)
    const found = findOriginal(intent.original.reference)
    if (!found.ok) return found
    const { row, original } = found.value
    const amountMinor = rulesOf(intent.operation).moves === 'undo' ? readWhole(row) : ok(intent.amountMinor)
    return amountMinor.ok ? ok({ ...intent, original, amountMinor: amountMinor.value }) : amountMinor
  }

  function refund(
    request: Extract<OperationRequest, { operation: 'refund' | 'moToRefund' }>,
    approval: Approval | undefined,
  ): Result<PaymentRow, Refusal> {
    if (request.original === null) return begin({ ...request, original: null, approval })
    const found = findOriginal(request.original)
    return found.ok ? begin({ ...request, original: found.value.original, approval }) : found
  }

  /** Soon enough for another attempt of the same. Where the wall clock went back nobody knows how long ago it was. */
  function isFresh({ at }: Approval): boolean {
    const age = clock.now() - at
    return age >= 0 && age <= APPROVAL_LIVES_MS
  }

  /** The approval of an earlier attempt, or a new one where that is old. */
  function approveAgain(intent: Intent, grant: Grant | undefined): Result<Approval | undefined, Refusal> {
    const { operation, amountMinor, original, approval } = intent
    if (approval === undefined || isFresh(approval)) return ok(approval)
    const subject = toRetrySubject(operation, amountMinor, original?.reference ?? null)
    if (subject === null) return ok(approval)
    const approved = options.approvals.check(grant, subject)
    return approved.ok ? approved : refuse(approved.error, 'the approval of the first attempt is too old')
  }

  /** What was approved and came to nothing may be done another way: taken back without the terminal that was away. */
  function findEarlierApproval(operation: Operation, reference: Reference): Result<Approval | undefined, Refusal> {
    if (rulesOf(operation).moves !== 'undo') return ok(undefined)
    const linked = journal.listLinked(reference)
    if (!linked.ok) return fromJournalFailure(linked.error)
    const vain = linked.value.findLast(
      ({ intent, state }) => intent.operation === operation && toMoneyState(operation, state) === 'notCharged',
    )
    const approval = vain?.intent.approval
    return ok(approval !== undefined && isFresh(approval) ? approval : undefined)
  }

  /** What a manager said to a request that not everybody may make; undefined where everybody may. */
  function findApproval(request: OperationRequest): Result<Approval | undefined, Refusal> {
    const reference = 'original' in request ? request.original : null
    const row = reference === null ? ok(null) : journal.readRow(reference)
    if (!row.ok) return fromJournalFailure(row.error)
    const changed = row.value === null ? null : { ...row.value.intent, state: row.value.state }
    const subject = toApprovalSubject(request, changed)
    if (subject === null) return ok(undefined)
    const before = changed === null ? ok(undefined) : findEarlierApproval(request.operation, changed.reference)
    if (!before.ok || before.value !== undefined) return before
    const approved = options.approvals.check('approval' in request ? request.approval : undefined, subject)
    return approved.ok ? approved : refuse(approved.error, 'a manager has to approve this')
  }

  function isOccupied({ serialNumber }: TerminalRef): boolean {
    const rows = journal.listOpen()
    return (
      rows.ok &&
      rows.value.some(({ intent }) => occupiesTerminal(intent) && intent.terminal.serialNumber === serialNumber)
    )
  }

  function startNew(request: OperationRequest, receipt: string | null): Result<PaymentRow, Refusal> {
    const found = findApproval(request)
    if (!found.ok) return found
    const approval = found.value
    switch (request.operation) {
      case 'saleAndTokenizeCard':
      case 'preAuthorization':
        return begin(request)
      case 'moToSale':
        return begin({ ...request, approval })
      case 'refund':
      case 'moToRefund':
        return refund(request, approval)
      case 'saleReversal':
      case 'refundReversal':
      case 'preAuthorizationReversal':
        return change(request, { channel: request.channel, approval })
      case 'moToReversal':
        return change(request, { approval })
      case 'preAuthorizationCapture':
        return change(request, { amountMinor: request.amountMinor })
      // Its form on a terminal is told in three ways (handpoint-api.md §6.24).
      case 'preAuthorizationIncrease':
        return change(request, { amountMinor: request.amountMinor, channel: 'gateway' })
      case 'tipAdjustment':
        return change(request, { amountMinor: request.amountMinor, channel: 'gateway', approval })
      case 'printReceipt': {
        if (receipt === null) return refuse('document.missing', 'there is no receipt to print')
        const { operation, requestKey, terminal } = request
        return begin({ operation, requestKey, terminal, currency, amountMinor: 0 }, receipt)
      }
      case 'deviceCommand':
      case 'tokenizeCard':
      case 'pingDevice':
      case 'stopCurrentTransaction':
        return begin({ ...request, currency, amountMinor: 0 })
    }
  }

  return {
    sale({ withTip, ...request }) {
      const tip = withTip ? options.tip : null
      const isSame = (earlier: Intent): boolean =>
        earlier.operation === 'sale' && earlier.amountMinor === request.amountMinor && earlier.attemptOf === null
      return answerOrBegin(request.requestKey, isSame, () => begin({ ...request, operation: 'sale', tip }))
    },
    start: (request, receipt = null) =>
      answerOrBegin(
        request.requestKey,
        (earlier) => isRequestOf(earlier, request),
        () => {
          const begun = startNew(request, receipt)
          // What was refused for another reason needs no second PIN once that is mended.
          if (begun.ok && 'approval' in request) options.approvals.use(request.approval)
          return begun
        },
      ),
    retry: (reference, requestKey, grant) =>
      answerOrBegin(
        requestKey,
        ({ attemptOf }) => attemptOf === reference,
        () => {
          const original = journal.readRow(reference)
          if (!original.ok) return fromJournalFailure(original.error)
          if (original.value === null) return refuse('payment.notFound', 'there is no such payment')
          const { intent } = original.value
          // What was to be printed is not kept: it is asked for anew.
          if (intent.operation === 'printReceipt')
            return refuse('payment.notRetryable', 'a print is simply asked for again')
          const approval = approveAgain(intent, grant)
          if (!approval.ok) return approval
          const renewed = renew(intent)
          if (!renewed.ok) return renewed
          const begun = begin({ ...renewed.value, requestKey, attemptOf: reference, approval: approval.value })
          if (begun.ok) options.approvals.use(grant)
          return begun
        },
      ),
  }
}

/** Whether it ends what runs on the terminal (handpoint-api.md §1.7). */
function interrupts(command: DeviceCommand | null): boolean {
  return command?.name === 'reboot' && command.settings.force
}

/** Whether an operation is the one that a request asked for, delivered a second time. */
function isRequestOf(earlier: Intent, request: OperationRequest): boolean {
  const original = 'original' in request ? request.original : null
  const isPrint = request.operation === 'printReceipt'
  return (
    earlier.operation === request.operation &&
    (isPrint || (earlier.original?.reference ?? null) === original) &&
    (!('amountMinor' in request) || earlier.amountMinor === request.amountMinor)
  )
}

function unresolved(): { ok: false; error: Refusal } {
  return refuse('terminal.unresolved', 'an earlier payment on this terminal is not resolved yet')
}

function refuse(code: Refusal['code'], message: string): { ok: false; error: Refusal } {
  return err({ code, message, moneyState: 'notCharged' })
}

/** This delivery of the press charged nothing. Of an earlier one it says nothing: the page knows whether there was one. */
function fromJournalFailure({ text }: JournalFailure): { ok: false; error: Refusal } {
  return err({ code: 'journal.unavailable', message: text, moneyState: 'notCharged' })
}

function fromBeginFailure(failure: BeginFailure): Result<PaymentRow, Refusal> {
  switch (failure.code) {
    case 'repeatedRequest':
      return ok(failure.payment)
    case 'terminalUnresolved':
      return unresolved()
    case 'notRetryable':
      return refuse('payment.notRetryable', 'this payment was tried again already, or is not proved not charged')
    case 'linkRefused':
      return fromLinkRefusal(failure.because)
    case 'malformed':
      return refuse('input.invalid', failure.text)
    case 'unavailable':
      return fromJournalFailure(failure)
  }
}

function fromLinkRefusal(because: Extract<BeginFailure, { code: 'linkRefused' }>['because']): Result<never, Refusal> {
  if (because === 'otherCurrency') return refuse('currency.mismatch', 'the original was in another currency')
  return refuse(`original.${because}`, 'the operation that it would change does not allow it')
}
