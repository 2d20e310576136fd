import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { ROOT } from '../checks/run-tool.ts'

const SOURCES = ['renderer', 'shared', 'vite.config.ts', 'package-lock.json']
const DIST = join(ROOT, 'dist')
const PAGE = join(DIST, 'renderer')

/** The folder of the built page, built now if it is missing or older than its sources. Says nothing on standard output. */
export async function buildPage(): Promise<string> {
  const builtAt = await changedAt(join(PAGE, 'index.html'))
  const changes = await Promise.all(SOURCES.map((source) => newestChange(join(ROOT, source))))
  if (builtAt <= Math.max(...changes)) await buildBeside()
  return PAGE
}

/** Builds beside the page and puts the whole in its place: another till may be serving the old one, or building too. */
async function buildBeside(): Promise<void> {
  const made = join(DIST, `renderer.${process.pid.toString()}`)
  const old = `${made}.old`
  const { NODE_ENV: environment } = process.env
  // A test runner's "test" would build React for development, which behaves otherwise.
  process.env['NODE_ENV'] = 'production'
  try {
    const outDir = { build: { outDir: made } }
    await build({
      configFile: join(ROOT, 'vite.config.ts'),
      logLevel: 'error',
      ...outDir,
      environments: { client: outDir },
    })
  } finally {
    if (environment === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = environment
  }
  await rename(PAGE, old).catch(() => undefined)
  await rename(made, PAGE)
  await rm(old, { recursive: true, force: true })
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
