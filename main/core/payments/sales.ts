import type { Reference, RequestKey, TerminalRef } from '../../../shared/ids.ts'
import { referenceSchema } from '../../../shared/ids.ts'
import { checkAmount } from '../../../shared/money.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { Intent } from '../../../shared/transaction/intent.ts'
import type { Refusal } from '../ipc/router.ts'
import type { BeginFailure, Journal, JournalFailure, PaymentRow } from '../journal/journal.ts'
import type { Clock, Ids } from '../ports.ts'
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
}

/** Takes a sale from the page, or says in which way it cannot be taken. Nothing is charged by anything refused here. */
export interface Sales {
  start(request: SaleRequest): Result<PaymentRow, Refusal>
  /** A new attempt of a payment that is proved not charged. */
  retry(reference: Reference, requestKey: RequestKey): Result<PaymentRow, Refusal>
}

export function createSales({ engine, journal, terminals, clock, ids, currency }: SalesOptions): Sales {
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
    start(request) {
      const earlier = journal.readByRequestKey(request.requestKey)
      if (!earlier.ok) return fromJournalFailure(earlier.error)
      return earlier.value === null ? begin(request, null) : ok(earlier.value)
    },
    retry(reference, requestKey) {
      const earlier = journal.readRow(reference)
      if (!earlier.ok) return fromJournalFailure(earlier.error)
      if (earlier.value === null) return refuse('payment.notFound', 'there is no such payment')
      return begin({ ...earlier.value.intent, requestKey }, reference)
    },
  }
}

function refuse(code: Refusal['code'], message: string): { ok: false; error: Refusal } {
  return err({ code, message, moneyState: 'notCharged' })
}

/** A failed write before the request left charged nothing; a failed read says nothing new about money. */
export function fromJournalFailure({ text }: JournalFailure): { ok: false; error: Refusal } {
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
