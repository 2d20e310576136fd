import type { Reference, RequestKey, TerminalRef } from '../../../shared/ids.ts'
import { referenceSchema } from '../../../shared/ids.ts'
import { checkAmount } from '../../../shared/money.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { Intent } from '../../../shared/transaction/intent.ts'
import type { BeginFailure, Journal, JournalFailure, PaymentRow } from '../journal/journal.ts'
import type { Clock, Ids } from '../ports.ts'
import type { Refusal } from '../refusal.ts'
import type { TerminalDirectory } from '../terminals/directory.ts'
import type { Engine } from './engine.ts'

export interface SaleRequest {
  requestKey: RequestKey
  terminal: TerminalRef
  amountMinor: number
  currency: string
  customerReference: string | null
}

interface SalesOptions {
  engine: Engine
  journal: Journal
  terminals: TerminalDirectory
  clock: Clock
  ids: Ids
  currency: string
  /** Why nothing can be charged now, or null when it can. */
  blocked: () => 'journal.unavailable' | 'key.missing' | 'key.refused' | null
}

/** Takes a sale from the page, or says in which way it cannot be taken. Nothing is charged by anything refused here. */
export interface Sales {
  start(request: SaleRequest): Result<PaymentRow, Refusal>
  /** A new attempt of a payment that is proved not charged. */
  retry(reference: Reference, requestKey: RequestKey): Result<PaymentRow, Refusal>
}

export function createSales(options: SalesOptions): Sales {
  const { engine, journal, terminals, clock, ids, currency } = options

  /**
   * A press that was delivered before is answered with its payment, whatever stands in the way of a new one by now: told
   * "not charged", the cashier would charge again.
   */
  function answerOrBegin(
    requestKey: RequestKey,
    beginNew: () => Result<PaymentRow, Refusal>,
  ): Result<PaymentRow, Refusal> {
    const earlier = journal.readByRequestKey(requestKey)
    if (!earlier.ok) return fromJournalFailure(earlier.error)
    if (earlier.value !== null) return ok(earlier.value)
    const reason = options.blocked()
    return reason === null ? beginNew() : refuse(reason, 'the till cannot charge now')
  }

  function begin(request: SaleRequest, attemptOf: Reference | null): Result<PaymentRow, Refusal> {
    const { requestKey, terminal, customerReference } = request
    const amount = checkAmount(request.amountMinor)
    if (!amount.ok) return refuse(`amount.${amount.error}`, 'the amount cannot be charged')
    if (request.currency !== currency) return refuse('currency.mismatch', `this till charges in ${currency}`)
    const listing = terminals.find(terminal)
    if (listing !== 'listed') return refuse(`terminal.${listing}`, 'the terminal cannot take a card')
    const intent: Intent = {
      reference: referenceSchema.parse(ids.uuid()),
      operation: 'sale',
      amountMinor: amount.value,
      currency: request.currency,
      terminal,
      customerReference,
      attemptOf,
      original: null,
      requestKey,
      createdAt: clock.now(),
    }
    const begun = engine.start(intent)
    return begun.ok ? begun : fromBeginFailure(begun.error)
  }

  return {
    start: (request) => answerOrBegin(request.requestKey, () => begin(request, null)),
    retry: (reference, requestKey) =>
      answerOrBegin(requestKey, () => {
        const original = journal.readRow(reference)
        if (!original.ok) return fromJournalFailure(original.error)
        if (original.value === null) return refuse('payment.notFound', 'there is no such payment')
        return begin({ ...original.value.intent, requestKey }, reference)
      }),
  }
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
      return refuse('terminal.unresolved', 'an earlier payment on this terminal is not resolved yet')
    case 'notRetryable':
      return refuse('payment.notRetryable', 'this payment was tried again already, or is not proved not charged')
    case 'unavailable':
      return fromJournalFailure(failure)
  }
}
