import type {
  BrowserWindowConstructorOptions,
  PrinterInfo,
  PrintToPDFOptions,
  SaveDialogOptions,
  WebContentsPrintOptions,
} from 'electron'
import type { SessionPort } from './electron-port.ts'

/** What printing uses of Electron, as narrow as it uses it: doubles stand for it in tests, as `electron-port.ts` says. */
export interface PrintingPort {
  createWindow(options: BrowserWindowConstructorOptions): PrintWindowPort
  session(partition: string): PrintSessionPort
  showSaveDialog(options: SaveDialogOptions): Promise<{ canceled: boolean; filePath: string }>
  writeFile(file: string, bytes: Uint8Array): Promise<void>
  /** Calls back once; the answer stops it. */
  setTimer(afterMs: number, act: () => void): () => void
}

export interface PrintWindowPort {
  readonly webContents: PrintContentsPort
  loadURL(url: string): Promise<void>
  isDestroyed(): boolean
  destroy(): void
}

export interface PrintContentsPort {
  getPrintersAsync(): Promise<Pick<PrinterInfo, 'name' | 'displayName' | 'options'>[]>
  print(options: WebContentsPrintOptions, done: (isPrinted: boolean, failureReason: string) => void): void
  printToPDF(options: PrintToPDFOptions): Promise<Uint8Array>
}

export interface PrintSessionPort extends SessionPort {
  readonly webRequest: {
    onBeforeRequest(
      listener: (details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void,
    ): void
  }
}
