import type { BrowserWindowConstructorOptions, PrintToPDFOptions, WebContentsPrintOptions } from 'electron'
import { expect, test } from 'vitest'
import type { PrintDocument } from '../core/printing/printer-port.ts'
import type { PrintContentsPort, PrintingPort, PrintSessionPort, PrintWindowPort } from './printing-port.ts'
import { createElectronPrinter } from './printing.ts'
import { SessionDouble } from './testing/electron-double.ts'

const DOCUMENT: PrintDocument = { html: '<p>é</p>', title: 'Receipt 1', widthMm: 80, heightMm: 120.5, isRoll: true }

class PrintSessionDouble extends SessionDouble implements PrintSessionPort {
  block: (url: string) => boolean = () => false
  readonly webRequest = {
    onBeforeRequest: (
      listener: (details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void,
    ): void => {
      this.block = (url) => {
        let isBlocked = false
        listener({ url }, ({ cancel = false }) => (isBlocked = cancel))
        return isBlocked
      }
    },
  }
}

/** Electron as far as printing knows it: what it does is said by each test. */
class PrintingDouble implements PrintingPort {
  readonly windows: { options: BrowserWindowConstructorOptions; loaded: string[]; isDestroyed: boolean }[] = []
  readonly onlySession = new PrintSessionDouble()
  readonly partitions: string[] = []
  readonly written: { file: string; bytes: Uint8Array }[] = []
  readonly timers: (() => void)[] = []
  printed: WebContentsPrintOptions[] = []
  pdfOptions: PrintToPDFOptions[] = []
  load: () => Promise<void> = () => Promise.resolve()
  printers: PrintContentsPort['getPrintersAsync'] = async () => [
    { name: 'epson', displayName: 'Epson TM', options: { 'printer-state': '3' } },
    { name: 'dead', displayName: '', options: { 'printer-state': '5' } },
  ]
  answer: PrintContentsPort['print'] = (_options, done) => done(true, '')
  chosen = { canceled: false, filePath: '/home/anna/Receipt-1.pdf' }

  createWindow(options: BrowserWindowConstructorOptions): PrintWindowPort {
    const window = { options, loaded: [] as string[], isDestroyed: false }
    this.windows.push(window)
    return {
      webContents: {
        getPrintersAsync: () => this.printers(),
        print: (given, done) => {
          this.printed.push(given)
          this.answer(given, done)
        },
        printToPDF: async (given) => {
          this.pdfOptions.push(given)
          return new Uint8Array([37, 80, 68, 70])
        },
      },
      loadURL: async (url) => {
        window.loaded.push(url)
        await this.load()
      },
      isDestroyed: () => window.isDestroyed,
      destroy: () => {
        window.isDestroyed = true
      },
    }
  }

  session(partition: string): PrintSessionDouble {
    this.partitions.push(partition)
    return this.onlySession
  }

  async showSaveDialog() {
    return this.chosen
  }

  async writeFile(file: string, bytes: Uint8Array): Promise<void> {
    this.written.push({ file, bytes })
  }

  setTimer(_afterMs: number, act: () => void): () => void {
    this.timers.push(act)
    return () => {
      const at = this.timers.indexOf(act)
      if (at >= 0) this.timers.splice(at, 1)
    }
  }
}

const allGone = ({ windows }: PrintingDouble): boolean => windows.length > 0 && windows.every((one) => one.isDestroyed)

test('a receipt goes to the named printer, silently and in its true size, and the window is gone', async () => {
  const port = new PrintingDouble()
  expect(await createElectronPrinter(port).print(DOCUMENT, 'epson')).toEqual({ ok: true, value: null })
  expect(port.printed).toMatchObject([
    {
      silent: true,
      deviceName: 'epson',
      copies: 1,
      margins: { marginType: 'none' },
      pageSize: { width: 80_000, height: 120_500 },
    },
  ])
  expect(port.windows[0]?.loaded).toEqual([
    `data:text/html;charset=utf-8;base64,${Buffer.from('<p>é</p>').toString('base64')}`,
  ])
  expect(allGone(port)).toBe(true)
  expect(port.timers).toEqual([])
})

test('the window can do nothing: a sandbox of its own session, without scripts, pictures and preload', async () => {
  const port = new PrintingDouble()
  await createElectronPrinter(port).print(DOCUMENT, 'epson')
  expect(port.windows[0]?.options.show).toBe(false)
  const preferences = port.windows[0]?.options.webPreferences
  expect(preferences).toMatchObject({
    partition: 'printing',
    sandbox: true,
    contextIsolation: true,
    javascript: false,
    images: false,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    devTools: false,
  })
  expect(Object.keys(preferences ?? {})).not.toContain('preload')
  expect(port.partitions).toEqual(['printing'])
})

test('no request leaves its session but the document itself, no permission is given and nothing is downloaded', async () => {
  const port = new PrintingDouble()
  await createElectronPrinter(port).print(DOCUMENT, 'epson')
  const { onlySession } = port
  expect(onlySession.block(port.windows[0]?.loaded[0] ?? '')).toBe(false)
  for (const url of [
    'https://evil.example/a.png',
    'http://127.0.0.1:1/',
    'file:///etc/passwd',
    'data:image/png;base64,AA',
    'app://paydesk/',
  ])
    expect(onlySession.block(url), url).toBe(true)
  expect(onlySession.check({}, 'media')).toBe(false)
})

test.each([
  ['a printer that is not there', (port: PrintingDouble) => (port.printers = async () => []), 'printerMissing'],
  [
    'a printer that refuses',
    (port: PrintingDouble) => (port.answer = (_o, done) => done(false, 'Print job failed')),
    'printerRefused',
  ],
  [
    'a document that does not load',
    (port: PrintingDouble) => (port.load = () => Promise.reject(new Error('ERR'))),
    'printerRefused',
  ],
  [
    'a driver that throws',
    (port: PrintingDouble) =>
      (port.answer = () => {
        throw new Error('Invalid deviceName provided')
      }),
    'printerRefused',
  ],
  [
    'a list that fails',
    (port: PrintingDouble) => (port.printers = () => Promise.reject(new Error('no spooler'))),
    'printerRefused',
  ],
] as const)('%s is a value, and the window is gone', async (_, spoil, problem) => {
  const port = new PrintingDouble()
  spoil(port)
  expect(await createElectronPrinter(port).print(DOCUMENT, 'epson')).toMatchObject({ ok: false, error: { problem } })
  expect(allGone(port)).toBe(true)
})

test('a printer that never answers ends in doubt, and the window is gone', async () => {
  const port = new PrintingDouble()
  let began: () => void = () => undefined
  const printing = new Promise<void>((resolve) => (began = resolve))
  port.answer = () => began()
  const printed = createElectronPrinter(port).print(DOCUMENT, 'epson')
  await printing
  for (const act of port.timers.splice(0)) act()
  expect(await printed).toMatchObject({ ok: false, error: { problem: 'noAnswer' } })
  expect(allGone(port)).toBe(true)
})

test('printers are listed with the names that people know and what the system says of them', async () => {
  const port = new PrintingDouble()
  expect(await createElectronPrinter(port).list()).toEqual({
    ok: true,
    value: [
      { name: 'epson', label: 'Epson TM', isDefault: false, status: 'ready' },
      { name: 'dead', label: 'dead', isDefault: false, status: 'offline' },
    ],
  })
  expect(allGone(port)).toBe(true)
})

test('a PDF has the size of the paper, and is saved only where a person chose', async () => {
  const port = new PrintingDouble()
  const printer = createElectronPrinter(port)
  const pdf = await printer.toPdf({ ...DOCUMENT, widthMm: 210, heightMm: 297, isRoll: false })
  expect(pdf.ok).toBe(true)
  expect(port.pdfOptions[0]).toMatchObject({
    preferCSSPageSize: true,
    pageSize: { width: 210 / 25.4, height: 297 / 25.4 },
  })
  expect(allGone(port)).toBe(true)
  if (!pdf.ok) return
  expect(await printer.savePdf('Receipt-1.pdf', pdf.value)).toEqual({
    ok: true,
    value: { type: 'saved', place: 'Receipt-1.pdf' },
  })
  expect(port.written).toEqual([{ file: '/home/anna/Receipt-1.pdf', bytes: pdf.value }])
  port.chosen = { canceled: true, filePath: '' }
  expect(await printer.savePdf('Receipt-1.pdf', pdf.value)).toEqual({ ok: true, value: { type: 'cancelled' } })
  expect(port.written).toHaveLength(1)
})
