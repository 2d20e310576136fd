import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FoundPrinter, PrintDocument, Printer } from '../../core/printing/printer-port.ts'
import { err, ok } from '../../../shared/result.ts'
import { renderPdf } from './render-pdf.ts'

/** The printers that a preview has. */
const NAMES = ['Counter printer', 'Office printer']

/**
 * Printers of the preview: `printed/<name>/` in the data folder takes what is printed, as HTML and as PDF where this machine has a
 * browser. A file called `offline` in there turns a printer off, one called `silent` lets it swallow a page and not answer.
 */
export function createFolderPrinter(dataFolder: string): Printer {
  const folderOf = (name: string): string => join(dataFolder, 'printed', name)
  const has = (name: string, file: string): boolean => existsSync(join(folderOf(name), file))

  return {
    async list() {
      return ok(
        NAMES.map((name, index): FoundPrinter => ({
          name,
          label: name,
          isDefault: index === 0,
          status: has(name, 'offline') ? 'offline' : 'ready',
        })),
      )
    },
    async print(document, name) {
      if (!NAMES.includes(name)) return err({ problem: 'printerMissing', text: 'there is no such folder printer' })
      if (has(name, 'offline')) return err({ problem: 'printerOffline', text: 'turned off by its file' })
      try {
        await putIn(folderOf(name), document)
      } catch (error) {
        return err({ problem: 'printerRefused', text: String(error) })
      }
      return has(name, 'silent') ? err({ problem: 'noAnswer', text: 'silenced by its file' }) : ok(null)
    },
    toPdf: renderPdf,
    // The page hands it to the person: a browser has a place for downloads.
    savePdf: async () => ok({ type: 'handedOver' }),
  }
}

async function putIn(folder: string, document: PrintDocument): Promise<void> {
  await mkdir(folder, { recursive: true })
  const name = await freeName(folder, document.title)
  await writeFile(join(folder, `${name}.html`), document.html)
  const pdf = await renderPdf(document)
  if (pdf.ok) await writeFile(join(folder, `${name}.pdf`), pdf.value)
  // A machine without a browser has the HTML all the same.
  else await writeFile(join(folder, `${name}.txt`), `There is no PDF: ${pdf.error}\n`)
}

/** `Receipt 12`, then `Receipt 12 (2)`: paper does not replace paper. */
async function freeName(folder: string, title: string): Promise<string> {
  const plain = title.replaceAll(/[^\p{L}\p{N} ]/gu, '')
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? plain : `${plain} (${count.toString()})`
    const isTaken = await readFile(join(folder, `${name}.html`)).then(
      () => true,
      () => false,
    )
    if (!isTaken) return name
  }
}
