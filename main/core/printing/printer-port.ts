import type { JobProblem } from '../../../shared/ipc/printing.ts'
import type { Result } from '../../../shared/result.ts'

/** A complete document: every byte of it written by Paydesk, of a size that is known before it is laid out. */
export interface PrintDocument {
  html: string
  widthMm: number
  heightMm: number
  /** A page as long as what is on it, whose edges are part of it. */
  isRoll: boolean
  /** For the printer's own list of what it prints, and for the name of a file. Holds no card and no name. */
  title: string
}

export interface FoundPrinter {
  name: string
  label: string
  isDefault: boolean
  status: 'ready' | 'offline' | 'unknown'
}

/** Why nothing came out; with `noAnswer` something may have. */
export interface PrintFailure {
  problem: Extract<JobProblem, 'printerMissing' | 'printerOffline' | 'printerRefused' | 'noAnswer'>
  /** Plain English, for the log. */
  text: string
}

/** Where a PDF went. `handedOver`: there is nobody to ask here, the page gives it to the person. */
export type PdfPlace = { type: 'saved'; place: string } | { type: 'cancelled' } | { type: 'handedOver' }

/** The printers of this computer, as a shell reaches them. Nothing is thrown, and everything ends by itself. */
export interface Printer {
  list(): Promise<Result<readonly FoundPrinter[], string>>
  /** Answers when the printer has taken it. */
  print(document: PrintDocument, printer: string): Promise<Result<null, PrintFailure>>
  toPdf(document: PrintDocument): Promise<Result<Uint8Array, string>>
  /** Asks a person where to, and writes it. */
  savePdf(name: string, pdf: Uint8Array): Promise<Result<PdfPlace, string>>
}
