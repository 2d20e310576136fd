import { commandContract } from '../../../shared/ipc/contract.ts'
import type { Command } from '../../../shared/ipc/channels.ts'
import type { Reference } from '../../../shared/ids.ts'
import type { PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { Desk } from '../desk.ts'
import type { Journal, JournalFailure, PaymentRow } from '../journal/journal.ts'
import type { Refusal } from '../refusal.ts'
import { route, type Route } from './router.ts'

/** What each command of the bridge does. */
export function createRoutes(desk: Desk, journal: Journal): Record<Command, Route> {
  const { till, terminals, engine, sales } = desk

  /** Puts the payment in front of the cashier. */
  function showing(row: Result<PaymentRow, Refusal>): Result<PaymentSnapshot, Refusal> {
    if (!row.ok) return row
    till.show(row.value.intent.reference)
    return ok(desk.readPayment(row.value))
  }

  function reading(reference: Reference): Result<PaymentRow, Refusal> {
    const row = journal.readRow(reference)
    if (!row.ok) return fromReadFailure(row.error)
    return row.value === null
      ? err({ code: 'payment.notFound', message: 'there is no such payment', moneyState: 'none' })
      : ok(row.value)
  }

  return {
    'app:read': route(commandContract['app:read'], () => ok(desk.readApp())),
    'terminal:list': route(commandContract['terminal:list'], () => ok(desk.readTerminals())),
    'terminal:refresh': route(commandContract['terminal:refresh'], async () => {
      await terminals.refresh()
      return ok(desk.readTerminals())
    }),
    'sale:start': route(commandContract['sale:start'], (input) => showing(sales.start(input))),
    'payment:retry': route(commandContract['payment:retry'], (input) =>
      showing(sales.retry(input.reference, input.requestKey)),
    ),
    'payment:cancel': route(commandContract['payment:cancel'], ({ reference }) => {
      const cancelled = engine.cancel(reference)
      if (!cancelled.ok)
        return err({ code: 'journal.unavailable', message: cancelled.error.text, moneyState: 'unknown' })
      if (cancelled.value !== null) return ok(desk.readPayment(cancelled.value))
      return err({
        code: 'payment.notCancellable',
        message: 'nothing is running that could be cancelled',
        moneyState: 'none',
      })
    }),
    'payment:check': route(commandContract['payment:check'], ({ reference }) => {
      engine.check(reference)
      const row = reading(reference)
      return row.ok ? ok(desk.readPayment(row.value)) : row
    }),
    'payment:leave': route(commandContract['payment:leave'], ({ reference }) => {
      if (till.shown() === reference) till.show(null)
      return ok(desk.readApp())
    }),
    'payment:read': route(commandContract['payment:read'], ({ reference }) => {
      const row = reading(reference)
      if (!row.ok) return row
      const timeline = journal.readTimeline(reference)
      if (!timeline.ok) return fromReadFailure(timeline.error)
      return ok({ payment: desk.readPayment(row.value), timeline: timeline.value })
    }),
    'history:list': route(commandContract['history:list'], ({ before, limit }) => {
      const page = journal.listPage(before, limit)
      if (!page.ok) return fromReadFailure(page.error)
      return ok({ payments: page.value.rows.map(desk.readPayment), cursor: page.value.cursor })
    }),
    'unresolved:list': route(commandContract['unresolved:list'], () => ok(desk.readUnresolved())),
  }
}

function fromReadFailure({ text }: JournalFailure): { ok: false; error: Refusal } {
  return err({ code: 'journal.unavailable', message: text, moneyState: 'none' })
}
