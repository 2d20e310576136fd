import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { ROOT } from '../checks/run-tool.ts'

const SOURCES = ['renderer', 'shared', 'vite.config.ts', 'package-lock.json']

/** The folder of the built page, built now if it is missing or older than its sources. Says nothing on standard output. */
export async function buildPage(): Promise<string> {
  const folder = join(ROOT, 'dist', 'renderer')
  const builtAt = await changedAt(join(folder, 'index.html'))
  const changes = await Promise.all(SOURCES.map((source) => newestChange(join(ROOT, source))))
  if (builtAt <= Math.max(...changes)) {
    await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'error' })
  }
  return folder
}

async function newestChange(path: string): Promise<number> {
  const found = await stat(path).catch(() => null)
  if (found === null) return 0
  if (!found.isDirectory()) return found.mtimeMs
  const entries = await readdir(path)
  const changes = await Promise.all(entries.map((entry) => newestChange(join(path, entry))))
  return Math.max(found.mtimeMs, ...changes)
}

async function changedAt(path: string): Promise<number> {
  const found = await stat(path).catch(() => null)
  return found?.mtimeMs ?? 0
}
