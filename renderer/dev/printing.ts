import type { JobSnapshot, JobsSnapshot, PrintersSnapshot } from '../../shared/ipc/printing.ts'
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
export const NO_JOBS: Pick<JobsSnapshot, 'waiting' | 'jobs'> = { waiting: 0, jobs: [] }

export const PRINTERS: PrintersSnapshot = {
  printers: [
    { name: 'Counter printer', label: 'Counter printer', status: 'ready', paper: '80mm' },
    { name: 'Office printer', label: 'Office printer', status: 'offline', paper: 'a4' },
  ],
  chosen: 'Counter printer',
  problem: null,
  canMail: true,
}

export const PRINT_PREVIEW = '<!doctype html><title>Receipt</title><p>Bakery De Molen</p><p>€45.00</p>'
