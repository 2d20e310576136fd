import { printingContract, type PrintersSnapshot } from '../../../shared/ipc/printing.ts'
import { err, ok } from '../../../shared/result.ts'
import type { Printing } from '../printing/printing.ts'
import type { Refusal } from '../refusal.ts'
import { route, type Route } from './router.ts'

/** What the commands of receipts on paper and by mail do. A till without the file for it sells all the same. */
export function createPrintingRoutes(printing: Printing | null): Record<keyof typeof printingContract, Route> {
  const contract = printingContract
  if (printing === null) return WITHOUT
  return {
    'print:start': route(contract['print:start'], ({ reference, what, printer }) =>
      printing.start(reference, what, printer),
    ),
    'print:jobs': route(contract['print:jobs'], () => ok(printing.jobs())),
    'print:retry': route(contract['print:retry'], ({ id, printer }) => printing.retry(id, printer)),
    'print:dismiss': route(contract['print:dismiss'], ({ id }) => printing.dismiss(id)),
    'print:preview': route(contract['print:preview'], ({ reference, what, paper }) =>
      printing.preview(reference, what, paper),
    ),
    'print:pdf': route(contract['print:pdf'], ({ reference, what, paper }) => printing.pdf(reference, what, paper)),
    'printer:list': route(contract['printer:list'], async () => ok(await printing.printers())),
    'printer:choose': route(contract['printer:choose'], ({ printer, paper, isChosen }) =>
      printing.choose(printer, paper, isChosen),
    ),
    'receipt:mail': route(contract['receipt:mail'], ({ reference, copy, to }) => printing.mail(reference, copy, to)),
    'receipt:last': route(contract['receipt:last'], () => printing.last()),
  }
}

const NONE: { ok: false; error: Refusal } = err({
  code: 'jobs.unavailable',
  message: 'the file of print jobs cannot be opened',
  moneyState: 'none',
})

const none = (): { ok: false; error: Refusal } => NONE

const NO_PRINTERS: PrintersSnapshot = { printers: [], chosen: null, problem: 'listUnavailable', canMail: false }

const WITHOUT: Record<keyof typeof printingContract, Route> = {
  'print:jobs': route(printingContract['print:jobs'], () => ok({ version: 0, waiting: 0, jobs: [] })),
  'printer:list': route(printingContract['printer:list'], () => ok(NO_PRINTERS)),
  'print:start': route(printingContract['print:start'], none),
  'print:retry': route(printingContract['print:retry'], none),
  'print:dismiss': route(printingContract['print:dismiss'], none),
  'print:preview': route(printingContract['print:preview'], none),
  'print:pdf': route(printingContract['print:pdf'], none),
  'printer:choose': route(printingContract['printer:choose'], none),
  'receipt:mail': route(printingContract['receipt:mail'], none),
  'receipt:last': route(printingContract['receipt:last'], none),
}
