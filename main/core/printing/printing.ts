import type { Reference } from '../../../shared/ids.ts'
import type { CommandOutput } from '../../../shared/ipc/contract.ts'
import type { JobSnapshot, JobsSnapshot, Paper, Printable, PrintersSnapshot } from '../../../shared/ipc/printing.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { movesMoney } from '../../../shared/transaction/operations.ts'
import { isOpen } from '../../../shared/transaction/state.ts'
import type { Journal, PaymentRow } from '../journal/journal.ts'
import type { Mailer } from '../mail/mailer.ts'
import type { Documents } from '../payments/documents.ts'
import type { Clock, Ids, Log } from '../ports.ts'
import { toReceiptText } from '../receipts/receipt-text.ts'
import { escapeText } from '../receipts/rebuild-receipt.ts'
import type { Refusal } from '../refusal.ts'
import { buildCustomerSlip } from './customer-slip.ts'
import { createJobQueues, isWaiting, type Delivery } from './job-queues.ts'
import type { Issue, JobStore } from './job-store.ts'
import { buildPrintDocument } from './print-document.ts'
import { printWords } from './print-words.ts'
import type { PrinterChoices } from './printer-choices.ts'
import type { PrintDocument, Printer } from './printer-port.ts'

type Answer<Value> = Result<Value, Refusal>
type Receipt = Extract<Printable, 'customerReceipt' | 'merchantReceipt'>

/** Receipts on paper, as files and by mail. Reads payments and changes none. */
export interface Printing {
  start(reference: Reference, what: Printable, printer: string | null): Promise<Answer<JobSnapshot>>
  mail(reference: Reference, copy: Receipt, to: string): Promise<Answer<JobSnapshot>>
  jobs(): JobsSnapshot
  retry(id: string, printer: string | null): Answer<JobSnapshot>
  dismiss(id: string): Answer<JobsSnapshot>
  preview(reference: Reference, what: Printable, paper: Paper): Promise<Answer<CommandOutput<'print:preview'>>>
  pdf(reference: Reference, what: Printable, paper: Paper): Promise<Answer<CommandOutput<'print:pdf'>>>
  printers(): Promise<PrintersSnapshot>
  choose(printer: string, paper: Paper, isChosen: boolean): Promise<Answer<PrintersSnapshot>>
  last(): Answer<{ reference: Reference | null }>
  /** A receipt as a terminal is to print it: marked as a copy where it is one. */
  markForTerminal(html: string, reference: Reference, what: Receipt, token: string): string
  /** That print was refused: nothing came out by it. */
  withdrawFromTerminal(reference: Reference, what: Receipt, token: string): void
  /** Takes up the jobs of an earlier run. */
  recover(): void
  close(): Promise<void>
}

interface PrintingOptions {
  journal: Pick<Journal, 'readRow' | 'listPage'>
  documents: Pick<Documents, 'read'>
  store: JobStore
  choices: PrinterChoices
  printer: Printer
  /** Null where the configuration names no mail server. */
  mailer: Mailer | null
  clock: Clock
  ids: Ids
  log: Log
  shop: () => { name: string; locale: string }
  isPractice: boolean
  terminalName: (row: PaymentRow) => string
  nextVersion: () => number
  onJobs: (jobs: JobsSnapshot) => void
}

/** Shown to the page: enough to see what became of the day's receipts. */
const MOST_SHOWN = 50
const LETTER_WIDTH = 48
/** Among so many of the newest is the one that was just paid. */
const RECENT = 50

type Made = { type: 'document'; document: PrintDocument; text: string } | { type: 'pending' | 'missing' | 'known' }

export function createPrinting(options: PrintingOptions): Printing {
  const { journal, documents, store, choices, printer, mailer, clock, ids, log } = options

  const readRow = (reference: Reference): PaymentRow | null => {
    const row = journal.readRow(reference)
    return row.ok ? row.value : null
  }
  const toIssue = (reference: Reference, what: Printable, token: string): Issue => ({
    reference,
    what,
    token,
    paymentAt: readRow(reference)?.intent.createdAt ?? 0,
  })
  const jobIssue = ({ reference, what, id, attempts }: JobSnapshot): Issue =>
    toIssue(reference, what, `${id}:${attempts.toString()}`)
  const toTerminalIssue = (reference: Reference, what: Receipt, token: string): Issue =>
    toIssue(reference, what, `terminal ${token}`)
  const isIssued = (issue: Issue): boolean => {
    const issued = store.isIssued(issue)
    return !issued.ok || issued.value
  }

  async function make(reference: Reference, what: Printable, paper: Paper, isCopy: boolean): Promise<Made> {
    const row = readRow(reference)
    if (row === null) return { type: 'missing' }
    const { name: shopName, locale } = options.shop()
    const words = printWords(locale)
    const html = await readHtml(row, what)
    if (typeof html !== 'string') return html
    const title = toTitle(row, words[what])
    const document = buildPrintDocument({
      untrustedHtml: html,
      paper,
      title,
      locale,
      words,
      isCopy,
      isPractice: options.isPractice,
    })
    const marks = [
      ...(options.isPractice ? [words.practice, words.practiceNote] : []),
      ...(isCopy ? [words.copy] : []),
    ].join('\n')
    const text = [marks, toReceiptText(html, LETTER_WIDTH)].filter((part) => part !== '').join('\n\n')
    return { type: 'document', document, text: `${shopName}\n\n${text}\n` }
  }

  async function readHtml(row: PaymentRow, what: Printable): Promise<string | Exclude<Made, { type: 'document' }>> {
    const { name: shopName, locale } = options.shop()
    if (what === 'customerSlip') {
      const terminalName = options.terminalName(row)
      const slip = buildCustomerSlip({
        row,
        shopName,
        terminalName,
        locale,
        words: printWords(locale),
        now: clock.now(),
      })
      return slip ?? { type: 'known' }
    }
    const found = await documents.read(row.intent.reference, what)
    if (found === null || found.type === 'image') return { type: 'missing' }
    return found.type === 'html' ? found.html : { type: 'pending' }
  }

  async function deliver(job: JobSnapshot): Promise<Delivery> {
    const paper = job.way === 'mail' ? 'a4' : choices.paperOf(job.to)
    const made = await make(job.reference, job.what, paper, job.isCopy)
    switch (made.type) {
      case 'pending':
        return { type: 'later', problem: 'receiptPending' }
      case 'missing':
        return { type: 'later', problem: 'receiptMissing' }
      case 'known':
        return { type: 'failed', problem: 'outcomeKnown', mayRetry: false }
      case 'document':
        return job.way === 'mail' ? await post(job, made) : await print(job, made.document)
    }
  }

  async function print(job: JobSnapshot, document: PrintDocument): Promise<Delivery> {
    const printed = await printer.print(document, job.to)
    if (printed.ok) return { type: 'done' }
    const { problem, text } = printed.error
    log.warn('print.failed', { job: job.id, problem, text })
    return problem === 'noAnswer' ? { type: 'uncertain', problem } : { type: 'failed', problem, mayRetry: true }
  }

  async function post(job: JobSnapshot, { document, text }: Extract<Made, { type: 'document' }>): Promise<Delivery> {
    if (mailer === null) return { type: 'failed', problem: 'mailOff', mayRetry: false }
    const subject = `${document.title}, ${options.shop().name}`
    const sent = await mailer.send({ to: job.to, subject, text, html: document.html })
    if (sent.ok) return { type: 'done' }
    const { problem, mayRetry, text: because } = sent.error
    log.warn('mail.failed', { job: job.id, problem, text: because })
    return problem === 'noAnswer' ? { type: 'uncertain', problem } : { type: 'failed', problem, mayRetry }
  }

  const readJobs = (): JobsSnapshot => {
    const jobs = queues.list()
    const waiting = jobs.filter(isWaiting)
    const done = jobs.filter((job) => !isWaiting(job))
    const shown = [...waiting, ...done].slice(0, MOST_SHOWN)
    return { version: options.nextVersion(), waiting: waiting.length, jobs: shown }
  }
  const queues = createJobQueues({
    store,
    clock,
    log,
    deliver,
    toIssue: jobIssue,
    onChange: () => options.onJobs(readJobs()),
  })

  async function listPrinters(): Promise<PrintersSnapshot> {
    const found = await printer.list()
    const printers = found.ok ? found.value : []
    if (!found.ok) log.warn('print.listFailed', { problem: found.error })
    const wanted = choices.chosen()
    const chosen =
      wanted ?? printers.find(({ isDefault }) => isDefault)?.name ?? (printers.length === 1 ? printers[0]?.name : null)
    return {
      printers: printers.map(({ name, label, status }) => ({ name, label, status, paper: choices.paperOf(name) })),
      chosen: chosen ?? null,
      problem: choices.isLost() ? 'settingsLost' : found.ok ? null : 'listUnavailable',
      canMail: mailer !== null,
    }
  }

  async function begin(job: Pick<JobSnapshot, 'reference' | 'what' | 'way' | 'to'>): Promise<Answer<JobSnapshot>> {
    const row = readRow(job.reference)
    if (row === null) return refuse('payment.notFound', 'there is no such payment')
    const html = await readHtml(row, job.what)
    if (typeof html !== 'string' && html.type !== 'pending') return refuseMade(html.type)
    const now = clock.now()
    const added = queues.add({
      ...job,
      id: ids.uuid(),
      createdAt: now,
      updatedAt: now,
      attempts: 0,
      state: 'queued',
      problem: null,
      isCopy: false,
    })
    return added.ok ? added : unsaved(added.error)
  }

  return {
    async start(reference, what, named) {
      const to = named ?? (await listPrinters()).chosen
      if (to === null) return refuse('printer.none', 'this computer has no printer, or none was chosen')
      return begin({ reference, what, way: 'printer', to })
    },
    async mail(reference, copy, to) {
      if (mailer === null) return refuse('mail.off', 'the configuration names no mail server')
      return begin({ reference, what: copy, way: 'mail', to })
    },
    jobs: readJobs,
    retry(id, to) {
      const retried = queues.retry(id, to)
      if (!retried.ok) return unsaved(retried.error)
      return retried.value === null ? refuse('job.missing', 'there is no such job') : ok(retried.value)
    },
    dismiss(id) {
      const dismissed = queues.dismiss(id)
      if (!dismissed.ok) return unsaved(dismissed.error)
      return dismissed.value ? ok(readJobs()) : refuse('job.missing', 'there is no such job')
    },
    async preview(reference, what, paper) {
      const isCopy = isIssued(toIssue(reference, what, ''))
      const made = await make(reference, what, paper, isCopy)
      if (made.type !== 'document') return refuseMade(made.type)
      const { html, widthMm, heightMm } = made.document
      return ok({ html, widthMm, heightMm, isCopy })
    },
    async pdf(reference, what, paper) {
      const issue = toIssue(reference, what, `pdf ${ids.uuid()}`)
      const issued = store.issue(issue)
      if (!issued.ok) return unsaved(issued.error)
      const made = await make(reference, what, paper, issued.value)
      const file = made.type === 'document' ? await toFile(made.document) : refuseMade(made.type)
      if (!file.ok || file.value.type === 'cancelled') store.withdraw(issue)
      return file
    },
    printers: listPrinters,
    async choose(name, paper, isChosen) {
      const chosen = choices.choose(name, paper, isChosen)
      return chosen.ok ? ok(await listPrinters()) : unsaved(chosen.error)
    },
    last() {
      const page = journal.listPage(null, RECENT)
      if (!page.ok) return err({ code: 'journal.unavailable', message: page.error.text, moneyState: 'none' })
      const found = page.value.rows.find(({ intent, state }) => movesMoney(intent.operation) && !isOpen(state))
      return ok({ reference: found?.intent.reference ?? null })
    },
    markForTerminal(html, reference, what, token) {
      const issued = store.issue(toTerminalIssue(reference, what, token))
      if (issued.ok && !issued.value) return html
      const mark = `<div class="center bold xlarge">${escapeText(printWords(options.shop().locale).copy)}</div>`
      return `${mark}${html}${mark}`
    },
    withdrawFromTerminal(reference, what, token) {
      const withdrawn = store.withdraw(toTerminalIssue(reference, what, token))
      if (!withdrawn.ok) log.error('print.notSaved', { problem: withdrawn.error })
    },
    recover: () => queues.recover(),
    async close() {
      await queues.close()
      store.close()
    },
  }

  async function toFile(document: PrintDocument): Promise<Answer<CommandOutput<'print:pdf'>>> {
    const name = `${document.title.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.pdf`
    const pdf = await printer.toPdf(document)
    if (!pdf.ok) return refuse('pdf.failed', pdf.error)
    const placed = await printer.savePdf(name, pdf.value)
    if (!placed.ok) return refuse('pdf.failed', placed.error)
    if (placed.value.type !== 'handedOver') return ok(placed.value)
    return ok({ type: 'file', name, base64: Buffer.from(pdf.value).toString('base64') })
  }
}

function toTitle({ intent }: PaymentRow, word: string): string {
  return `${word} ${intent.number === null ? intent.reference.slice(0, 8) : intent.number.toString()}`
}

function refuseMade(type: 'pending' | 'missing' | 'known'): { ok: false; error: Refusal } {
  if (type === 'known') return refuse('slip.notNeeded', 'the outcome is known')
  if (type === 'pending') return refuse('document.pending', 'the receipt has not been fetched yet')
  return refuse('document.missing', 'there is no such document')
}

function unsaved(text: string): { ok: false; error: Refusal } {
  return refuse('jobs.unavailable', text)
}

function refuse(code: Refusal['code'], message: string): { ok: false; error: Refusal } {
  return err({ code, message, moneyState: 'none' })
}
