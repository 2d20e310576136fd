import type { MoneyState } from '../../../shared/errors.ts'
import { commandContract } from '../../../shared/ipc/contract.ts'
import type { Command } from '../../../shared/ipc/channels.ts'
import type { Reference } from '../../../shared/ids.ts'
import { toSettlementSubject } from '../../../shared/ipc/approval-rules.ts'
import type { PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import type { OperationRequest } from '../../../shared/ipc/operation-request.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { movesMoney } from '../../../shared/transaction/operations.ts'
import type { Desk } from '../desk.ts'
import type { History } from '../history/history.ts'
import type { AppendFailure, Journal, JournalFailure, PaymentRow } from '../journal/journal.ts'
import { toKeptWord } from '../payments/manager-word.ts'
import type { SettleFailure } from '../payments/settling.ts'
import type { Refusal } from '../refusal.ts'
import type { Printing } from '../printing/printing.ts'
import { createApprovalRoutes } from './approval-routes.ts'
import { createPrintingRoutes } from './printing-routes.ts'
import { createPreferenceRoutes } from './preference-routes.ts'
import { route, type Route } from './router.ts'

/** What each command of the bridge does. */
export function createRoutes(
  desk: Desk,
  journal: Journal,
  history: Pick<History, 'list'>,
  printing: Printing | null = null,
): Record<Command, Route> {
  const { till, terminals, engine, operations, documents } = desk

  /** Puts the payment in front of the cashier. */
  function showing(row: Result<PaymentRow, Refusal>): Result<PaymentSnapshot, Refusal> {
    if (!row.ok) return row
    till.show(row.value.intent.reference)
    return ok(desk.readPayment(row.value))
  }

  /** What moves no money does not take the place of the payment on the screen. */
  function reading(row: Result<PaymentRow, Refusal>): Result<PaymentSnapshot, Refusal> {
    return row.ok ? ok(desk.readPayment(row.value)) : row
  }

  async function readReceipt(request: OperationRequest): Promise<string | null> {
    if (request.operation !== 'printReceipt') return null
    const document = await documents.read(request.original, `${request.copy}Receipt`)
    if (document?.type !== 'html') return null
    const { original, copy, requestKey } = request
    return printing?.markForTerminal(document.html, original, `${copy}Receipt`, requestKey) ?? document.html
  }

  function withdrawReceipt(request: OperationRequest): void {
    if (request.operation !== 'printReceipt') return
    printing?.withdrawFromTerminal(request.original, `${request.copy}Receipt`, request.requestKey)
  }

  function find(reference: Reference): Result<PaymentRow, Refusal> {
    const row = journal.readRow(reference)
    if (!row.ok) return fromReadFailure(row.error)
    return row.value === null ? NOT_FOUND : ok(row.value)
  }

  return {
    ...createPrintingRoutes(printing),
    ...createPreferenceRoutes(desk.preferences),
    'app:read': route(commandContract['app:read'], () => ok(desk.readApp())),
    'terminal:list': route(commandContract['terminal:list'], () => ok(desk.readTerminals())),
    'terminal:refresh': route(commandContract['terminal:refresh'], async () => {
      await terminals.refresh()
      return ok(desk.readTerminals())
    }),
    'sale:start': route(commandContract['sale:start'], (input) => showing(operations.sale(input))),
    'operation:start': route(commandContract['operation:start'], async (input) => {
      const row = operations.start(input, await readReceipt(input))
      // Where the journal cannot be read this very press may have printed before.
      if (!row.ok && row.error.code !== 'journal.unavailable') withdrawReceipt(input)
      return movesMoney(input.operation) ? showing(row) : reading(row)
    }),
    'payment:retry': route(commandContract['payment:retry'], (input) =>
      showing(operations.retry(input.reference, input.requestKey, input.approval)),
    ),
    'payment:cancel': route(commandContract['payment:cancel'], ({ reference }) => {
      const cancelled = engine.cancel(reference)
      if (!cancelled.ok) return fromWriteFailure(cancelled.error, 'unknown')
      if (cancelled.value !== null) return ok(desk.readPayment(cancelled.value))
      return err({
        code: 'payment.notCancellable',
        message: 'nothing is running that could be cancelled',
        moneyState: 'none',
      })
    }),
    'payment:check': route(commandContract['payment:check'], ({ reference }) => {
      engine.check(reference)
      return reading(find(reference))
    }),
    'payment:leave': route(commandContract['payment:leave'], ({ reference, news }) => {
      // Seen first: it would be on the list of what is not, for a moment.
      if (news !== null) engine.noteSeen(reference, news)
      if (till.shown() === reference) till.show(null)
      return ok(desk.readApp())
    }),
    ...createApprovalRoutes(desk.approvals),
    'payment:acknowledge': route(commandContract['payment:acknowledge'], ({ reference, news }) => {
      const seen = engine.noteSeen(reference, news)
      if (!seen.ok) return fromWriteFailure(seen.error, 'none')
      return seen.value === null ? NOT_FOUND : ok(desk.readPayment(seen.value))
    }),
    'payment:read': route(commandContract['payment:read'], ({ reference }) => {
      const row = find(reference)
      if (!row.ok) return row
      const timeline = journal.readTimeline(reference)
      if (!timeline.ok) return fromReadFailure(timeline.error)
      const linked = journal.listLinked(reference)
      if (!linked.ok) return fromReadFailure(linked.error)
      const standing = journal.readStanding(reference)
      if (!standing.ok) return fromReadFailure(standing.error)
      if (standing.value === null) return NOT_FOUND
      return ok({
        payment: desk.readPayment(row.value),
        timeline: timeline.value,
        linked: linked.value.map(desk.readPayment),
        standing: standing.value,
      })
    }),
    'payment:settle': route(commandContract['payment:settle'], ({ approval, ...settlement }) => {
      const { reference, ...word } = settlement
      const row = find(reference)
      if (!row.ok) return row
      const approved = desk.approvals.check(approval, toSettlementSubject(row.value.intent, word))
      if (!approved.ok)
        return err({ code: approved.error, message: 'a manager has to approve this', moneyState: 'none' })
      const settled = engine.settle(reference, toKeptWord(word))
      if (!settled.ok) return toSettleRefusal(settled.error)
      desk.approvals.use(approval)
      return ok(desk.readPayment(settled.value))
    }),
    'document:read': route(commandContract['document:read'], async ({ reference, kind }) => {
      const document = await documents.read(reference, kind)
      if (document !== null) return ok(document)
      return err({ code: 'document.missing', message: 'there is no such document', moneyState: 'none' })
    }),
    'orphan:list': route(commandContract['orphan:list'], () => {
      const orphans = journal.listOrphans(MOST_ORPHANS)
      if (!orphans.ok) return fromReadFailure(orphans.error)
      return ok({
        orphans: orphans.value.map((orphan) => ({ ...orphan, payload: JSON.stringify(orphan.payload) })),
      })
    }),
    'history:list': route(commandContract['history:list'], (request) => {
      const page = history.list(request)
      if (!page.ok) return fromReadFailure(page.error)
      const { rows, ...rest } = page.value
      return ok({ payments: rows.map(desk.readPayment), ...rest })
    }),
    'listener:test': route(commandContract['listener:test'], async () => ok(await desk.testListener())),
    'unresolved:list': route(commandContract['unresolved:list'], () => ok(desk.readUnresolved())),
    'late:list': route(commandContract['late:list'], () => ok(desk.readLate())),
  }
}

const MOST_ORPHANS = 100

const NOT_FOUND: { ok: false; error: Refusal } = err({
  code: 'payment.notFound',
  message: 'there is no such payment',
  moneyState: 'none',
})

function toSettleRefusal(failure: SettleFailure): { ok: false; error: Refusal } {
  switch (failure.code) {
    case 'unavailable':
    case 'malformed':
      return fromWriteFailure(failure, 'unknown')
    case 'notNeeded': {
      const message = 'a rule may still find out, or has found out already'
      return err({ code: 'settlement.notNeeded', message, moneyState: 'none' })
    }
    case 'changed':
      return err({ code: 'settlement.changed', message: 'more is known than was shown', moneyState: 'none' })
  }
}

function fromWriteFailure({ code, text }: AppendFailure, moneyState: MoneyState): { ok: false; error: Refusal } {
  return err({ code: code === 'malformed' ? 'input.invalid' : 'journal.unavailable', message: text, moneyState })
}

function fromReadFailure({ text }: JournalFailure): { ok: false; error: Refusal } {
  return err({ code: 'journal.unavailable', message: text, moneyState: 'none' })
}
