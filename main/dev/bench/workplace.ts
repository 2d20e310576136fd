import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from '../checks/run-tool.ts'
import type { Bench } from './benchmark.ts'
import type { Size } from './sizes.ts'

const run = promisify(execFile)

/** The folders of one run. */
export interface Workplace extends Bench {
  close(): void
}

export function openWorkplace(size: Size): Workplace {
  const home = mkdtempSync(join(tmpdir(), 'paydesk-bench-'))
  const seeded = new Map<number, Promise<string>>()
  const makeFolder = (): string => mkdtempSync(join(home, 'part-'))

  async function seed(payments: number): Promise<string> {
    const folder = makeFolder()
    const flags = ['--data', folder, '--payments', payments.toString(), '--file', 'journal.sqlite']
    await run(process.execPath, [join(ROOT, 'main/dev/seed.ts'), ...flags])
    return folder
  }

  return {
    size,
    makeFolder,
    seededFolder(payments) {
      const folder = seeded.get(payments) ?? seed(payments)
      seeded.set(payments, folder)
      return folder
    },
    close: () => rmSync(home, { recursive: true, force: true }),
  }
}
