import { z } from 'zod/mini'
import type { CommandOutput } from '../../shared/ipc/contract.ts'
import {
  printableSchema,
  type JobSnapshot,
  type JobsSnapshot,
  type Printable,
  type PrintersSnapshot,
} from '../../shared/ipc/printing.ts'
import type { Reference } from '../../shared/ids.ts'
import { now, other, reference } from './build-payment.ts'

const job: JobSnapshot = {
  id: reference,
  reference,
  what: 'customerReceipt',
  way: 'printer',
  to: 'Counter printer',
  createdAt: now - 40_000,
  updatedAt: now - 2000,
  attempts: 5,
  state: 'failed',
  problem: 'printerOffline',
  isCopy: false,
}

/** What became of the day's receipts, and the printers of the shop. */
export const PRINT_JOBS: JobSnapshot[] = [
  job,
  { ...job, id: other, reference: other, what: 'merchantReceipt', state: 'uncertain', problem: 'stopped', attempts: 1 },
]

const PRINTERS: PrintersSnapshot = {
  printers: [
    { name: 'Counter printer', label: 'Counter printer', status: 'ready', paper: '80mm' },
    { name: 'Office printer', label: 'Office printer', status: 'offline', paper: 'a4' },
  ],
  chosen: 'Counter printer',
  problem: null,
  canMail: true,
}

const waiting = { ...job, state: 'queued', problem: 'printerOffline', attempts: 2, updatedAt: now - 20_000 } as const
const printed = { ...job, state: 'done', problem: null, attempts: 1 } as const
const mailed = { ...printed, way: 'mail', to: 'anna@home.example' } as const

/** What became of a payment's own receipts, newest first, by the name of the scene's `jobs`. */
const OWN_JOBS: Readonly<Record<string, readonly JobSnapshot[]>> = {
  dead: [waiting],
  queue: [
    { ...job, state: 'running', problem: null, attempts: 1 },
    { ...waiting, what: 'merchantReceipt', problem: null, attempts: 0 },
  ],
  refused: [{ ...job, problem: 'printerRefused' }],
  uncertain: [{ ...job, state: 'uncertain', problem: 'stopped', attempts: 1 }],
  copied: [{ ...printed, isCopy: true }, printed],
  mailed: [mailed],
  mailRefused: [{ ...mailed, state: 'failed', problem: 'mailAddressRefused' }],
  mailOff: [{ ...mailed, state: 'failed', problem: 'mailOff' }],
}

/** The jobs that a till tells of: those of the scene, each of the payment that is looked at. */
export function listJobs(
  scene: string,
  jobs: string | null,
  about: Reference | undefined,
): Pick<JobsSnapshot, 'waiting' | 'jobs'> {
  if (scene === 'printFailed') return { waiting: PRINT_JOBS.length, jobs: PRINT_JOBS }
  const own = (OWN_JOBS[jobs ?? ''] ?? []).map((one, index) => ({
    ...one,
    id: index === 0 ? reference : other,
    reference: about ?? one.reference,
  }))
  return { waiting: own.filter(({ state }) => state !== 'done').length, jobs: own }
}

/** A shop without a printer, or without a mail server, too. */
export function listPrinters(printers: string | null): PrintersSnapshot {
  if (printers === 'none') return { ...PRINTERS, printers: [], chosen: null }
  return { ...PRINTERS, canMail: printers !== 'noMail' }
}

const COPY = '<p style="font-size:16pt;font-weight:700;text-align:center">COPY</p>'

const FEET: Readonly<Record<Printable, string>> = {
  customerReceipt: 'CUSTOMER COPY',
  merchantReceipt: 'MERCHANT COPY',
  customerSlip: 'OUTCOME NOT KNOWN YET<br>Nothing is to be paid again meanwhile.',
}

/** As it comes out of a till's printer. */
export function toPreview(jobs: string | null, input: unknown): CommandOutput<'print:preview'> {
  const asked = z.object({ what: printableSchema }).safeParse(input)
  const what = asked.success ? asked.data.what : 'customerReceipt'
  const isCopy = (OWN_JOBS[jobs ?? ''] ?? []).some(({ state }) => state === 'done')
  const card = what === 'customerSlip' ? [] : ['Visa •••• 4242', 'Authorisation 048213']
  const rows = ['Sale 1042', ...card, '21/11/2026 15:09'].map((row) => `<p>${row}</p>`).join('')
  const amount = '<p style="font-size:16pt;font-weight:700">€45.00</p>'
  const paper = `<p><b>Bakery De Molen</b></p>${rows}${amount}<p>${FEET[what]}</p>`
  const style = '<style>body{margin:5mm;font:10pt monospace}</style>'
  const html = `<!doctype html><title>Receipt</title>${style}${isCopy ? COPY + paper + COPY : paper}`
  return { html, widthMm: 80, heightMm: isCopy ? 100 : 80, isCopy }
}
