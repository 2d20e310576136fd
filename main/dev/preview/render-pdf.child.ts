import { readFile, writeFile } from 'node:fs/promises'
import { chromium } from '@playwright/test'
import { z } from 'zod'
import { findBrowserHere } from '../find-browser.ts'

/** Lays one document out in a browser that reaches nothing and runs no script, and writes its PDF. */
async function render(documentFile: string, pdfFile: string): Promise<void> {
  const shape = z.object({ html: z.string(), widthMm: z.number(), heightMm: z.number() })
  const { html, widthMm, heightMm } = shape.parse(JSON.parse(await readFile(documentFile, 'utf8')))
  const executablePath = process.env['PAYDESK_BROWSER'] ?? (await findBrowserHere())?.executablePath
  if (executablePath === undefined) throw new Error('This machine has no browser to make a PDF with. Install Chrome.')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true })
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.setContent(html)
    const pdf = await page.pdf({
      width: `${widthMm}mm`,
      height: `${heightMm}mm`,
      preferCSSPageSize: true,
      printBackground: true,
    })
    if (asked.length > 0) throw new Error(`the document asked for ${asked.join(', ')}`)
    await writeFile(pdfFile, pdf)
  } finally {
    await browser.close()
  }
}

const [documentFile, pdfFile] = process.argv.slice(2)
if (documentFile === undefined || pdfFile === undefined) throw new Error('Usage: render-pdf.child.ts DOCUMENT PDF')
await render(documentFile, pdfFile).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exitCode = 1
})
