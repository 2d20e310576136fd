import { basename } from 'node:path'
import type { BrowserWindowConstructorOptions } from 'electron'
import { z } from 'zod'
import type { FoundPrinter, PrintDocument, Printer, PrintFailure } from '../core/printing/printer-port.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { denyPermissions } from './permissions.ts'
import type { PrintingPort, PrintWindowPort } from './printing-port.ts'

/** In memory alone, and shared with nothing: no `persist:` before it. */
const PARTITION = 'printing'
const DOCUMENT = 'data:text/html;charset=utf-8;base64,'
const MICRONS_PER_MM = 1000
const MM_PER_INCH = 25.4

interface Limits {
  /** For loading and listing, and for what a printer takes to answer. */
  loadMs: number
  printMs: number
}

/**
 * The printers of this computer by Electron's own printing. The document is loaded into a hidden window that can do nothing: a sandbox
 * without scripts, a preload or the till's session, from which no request leaves (safety H6). The window is gone in every case.
 */
export function createElectronPrinter(
  port: PrintingPort,
  limits: Limits = { loadMs: 15_000, printMs: 60_000 },
): Printer {
  let isSealed = false

  function openWindow(): PrintWindowPort {
    if (!isSealed) sealSession(port)
    isSealed = true
    return port.createWindow(printWindowOptions())
  }

  /** Runs `act` with a window of its own and takes the window away, however it ends. */
  async function withWindow<Value>(act: (window: PrintWindowPort) => Promise<Value>): Promise<Value> {
    const window = openWindow()
    try {
      return await act(window)
    } finally {
      if (!window.isDestroyed()) window.destroy()
    }
  }

  function within<Value>(limitMs: number, work: Promise<Value>): Promise<Value | 'timeout'> {
    return new Promise((resolve, reject) => {
      const stop = port.setTimer(limitMs, () => resolve('timeout'))
      work.then(resolve, reject).finally(stop)
    })
  }

  async function load(window: PrintWindowPort, document: PrintDocument): Promise<Result<null, string>> {
    const loaded = await within(limits.loadMs, window.loadURL(toAddress(document)))
    return loaded === 'timeout' ? err('the document was not laid out in time') : ok(null)
  }

  async function listFrom(window: PrintWindowPort): Promise<Result<readonly FoundPrinter[], string>> {
    const found = await within(limits.loadMs, window.webContents.getPrintersAsync())
    return found === 'timeout' ? err('the printers were not listed in time') : ok(found.map(toFoundPrinter))
  }

  async function printFrom(window: PrintWindowPort, document: PrintDocument, name: string) {
    const listed = await listFrom(window)
    // A list that does not come says nothing of the printer.
    if (listed.ok && !listed.value.some((printer) => printer.name === name)) {
      return err<PrintFailure>({ problem: 'printerMissing', text: 'no such printer' })
    }
    const loaded = await load(window, document)
    if (!loaded.ok) return err<PrintFailure>({ problem: 'printerRefused', text: loaded.error })
    const printed = await within(limits.printMs, send(window, document, name))
    // It may be in the printer's own queue by now.
    return printed === 'timeout' ? err<PrintFailure>({ problem: 'noAnswer', text: 'no answer in time' }) : printed
  }

  return {
    list: () => withWindow(listFrom).catch((error: unknown) => err(String(error))),
    print: (document, name) =>
      withWindow((window) => printFrom(window, document, name)).catch((error: unknown) =>
        err({ problem: 'printerRefused', text: String(error) }),
      ),
    toPdf: (document) =>
      withWindow(async (window) => {
        const loaded = await load(window, document)
        if (!loaded.ok) return loaded
        const { widthMm, heightMm } = document
        const made = window.webContents.printToPDF({
          pageSize: { width: widthMm / MM_PER_INCH, height: heightMm / MM_PER_INCH },
          preferCSSPageSize: true,
          printBackground: true,
        })
        const pdf = await within(limits.printMs, made)
        return pdf === 'timeout' ? err('the PDF was not made in time') : ok(pdf)
      }).catch((error: unknown) => err(String(error))),
    async savePdf(name, pdf) {
      try {
        const chosen = await port.showSaveDialog({
          defaultPath: name,
          filters: [{ name: 'PDF', extensions: ['pdf'] }],
        })
        if (chosen.canceled || chosen.filePath === '') return ok({ type: 'cancelled' })
        await port.writeFile(chosen.filePath, pdf)
        return ok({ type: 'saved', place: basename(chosen.filePath) })
      } catch (error) {
        return err(String(error))
      }
    },
  }
}

/** Nothing is allowed in the session of printing, and nothing is fetched by it but the document that it is given. */
function sealSession(port: PrintingPort): void {
  const session = port.session(PARTITION)
  denyPermissions(session)
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !url.startsWith(DOCUMENT) }))
}

/** What the hidden window is made with. Each rule is written out, defaults included, so that it can be read here. */
export function printWindowOptions(): BrowserWindowConstructorOptions {
  return {
    show: false,
    webPreferences: {
      partition: PARTITION,
      sandbox: true,
      contextIsolation: true,
      javascript: false,
      images: false,
      webgl: false,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      plugins: false,
      spellcheck: false,
      devTools: false,
    },
  }
}

function toAddress({ html }: PrintDocument): string {
  return DOCUMENT + Buffer.from(html, 'utf8').toString('base64')
}

function send(window: PrintWindowPort, document: PrintDocument, name: string): Promise<Result<null, PrintFailure>> {
  return new Promise((resolve) => {
    window.webContents.print(
      {
        silent: true,
        deviceName: name,
        printBackground: true,
        copies: 1,
        scaleFactor: 100,
        // The edges of a roll are part of the document; those of a sheet are its own style's.
        margins: { marginType: document.isRoll ? 'none' : 'default' },
        pageSize: {
          width: Math.round(document.widthMm * MICRONS_PER_MM),
          height: Math.round(document.heightMm * MICRONS_PER_MM),
        },
      },
      (isPrinted, reason) => resolve(isPrinted ? ok(null) : err({ problem: 'printerRefused', text: reason })),
    )
  })
}

/** What the print system of Linux and macOS says of a printer; Windows says nothing here. */
const optionsSchema = z.object({
  'printer-state': z.coerce.string().optional(),
  'printer-is-accepting-jobs': z.coerce.string().optional(),
  'printer-state-reasons': z.coerce.string().optional(),
})
/** RFC 8011 §5.4.11: stopped. */
const STOPPED = '5'

function toFoundPrinter({
  name,
  displayName,
  options,
}: {
  name: string
  displayName: string
  options: unknown
}): FoundPrinter {
  const label = displayName === '' ? name : displayName
  const read = optionsSchema.safeParse(options)
  const told = read.success ? read.data : {}
  const isOffline =
    told['printer-state'] === STOPPED ||
    told['printer-is-accepting-jobs'] === 'false' ||
    (told['printer-state-reasons'] ?? '').includes('offline')
  const status = isOffline ? 'offline' : told['printer-state'] === undefined ? 'unknown' : 'ready'
  // Electron no longer says which printer is the system's own: a person chooses once.
  return { name, label, isDefault: false, status }
}
