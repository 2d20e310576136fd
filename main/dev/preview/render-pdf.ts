import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PrintDocument } from '../../core/printing/printer-port.ts'
import { err, ok, type Result } from '../../../shared/result.ts'

const CHILD = fileURLToPath(new URL('./render-pdf.child.ts', import.meta.url))
const LIMIT_MS = 60_000

/** A document as PDF, by a browser of this machine in a process of its own: looking for one and starting it takes seconds. */
export async function renderPdf(document: PrintDocument): Promise<Result<Uint8Array, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'paydesk-pdf-'))
  try {
    const page = join(folder, 'document.json')
    const pdf = join(folder, 'document.pdf')
    await writeFile(page, JSON.stringify(document))
    const problem = await run([CHILD, page, pdf])
    return problem === null ? ok(await readFile(pdf)) : err(problem)
  } catch (error) {
    return err(String(error))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What a process said on standard error when it failed, or null when it went well. */
function run(given: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, given, { stdio: ['ignore', 'ignore', 'pipe'], timeout: LIMIT_MS })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
    })
    child.on('error', (error) => resolve(String(error)))
    child.on('close', (code) => resolve(code === 0 ? null : said.slice(0, 500)))
  })
}
