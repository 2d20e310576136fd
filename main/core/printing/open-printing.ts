import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Desk } from '../desk.ts'
import type { Journal } from '../journal/journal.ts'
import { createSmtpMailer } from '../mail/smtp-mailer.ts'
import type { Clock, Ids, Log } from '../ports.ts'
import { openJobStore } from './job-store.ts'
import type { Printer } from './printer-port.ts'
import { readPrinterChoices } from './printer-choices.ts'
import { createPrinting, type Printing } from './printing.ts'

interface OpenPrintingOptions {
  dataFolder: string
  isPractice: boolean
  desk: Desk
  journal: Journal
  config: Config
  printer: Printer
  mailPassword: string | null
  clock: Clock
  ids: Ids
  log: Log
}

/** Joins printing and mail to a running desk. Null where their file cannot be opened: the till sells without them. */
export function openPrinting(options: OpenPrintingOptions): Printing | null {
  const { dataFolder, isPractice, desk, journal, config, printer, mailPassword, clock, ids, log } = options
  // Practice has a file of its own, so that a practised receipt makes no copy of a real one.
  const file = join(dataFolder, isPractice ? 'training-print-jobs.sqlite' : 'print-jobs.sqlite')
  const opened = openJobStore(file, clock.now())
  if (!opened.ok) {
    log.error('print.unavailable', { problem: opened.error })
    return null
  }
  if (opened.value.isLost) log.error('print.jobsLost', { file })
  const settings = config.mail ?? null
  const mailer =
    settings === null ? null : createSmtpMailer({ settings, password: mailPassword, shopName: config.shopName })
  const printing = createPrinting({
    journal,
    documents: desk.documents,
    store: opened.value.store,
    choices: readPrinterChoices(join(dataFolder, 'printers.json'), clock.now()),
    printer,
    mailer,
    clock,
    ids,
    log,
    shop: () => desk.till.snapshot(0).shop,
    isPractice,
    terminalName: (row) => desk.readPayment(row).terminalName,
    nextVersion: desk.hub.nextVersion,
    onJobs: (jobs) => desk.hub.publish('jobs:changed', jobs),
  })
  printing.recover()
  return printing
}
