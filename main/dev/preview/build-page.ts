import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT, runTool } from '../checks/run-tool.ts'

const SOURCES = ['renderer', 'shared', 'main/dev/page', 'vite.config.ts', 'package-lock.json']
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
  await buildPageInto(made)
  await rename(PAGE, old).catch(() => undefined)
  await rename(made, PAGE)
  await rm(old, { recursive: true, force: true })
}

/**
 * Builds the page into a folder, which is emptied first. A process of its own does it: in a test runner's process React
 * would be built for development, and modules the way that the runner loads them. Throws with what the builder wrote.
 */
export async function buildPageInto(folder: string): Promise<void> {
  const { exitCode, output } = await runTool('vite', ['build', '--outDir', folder, '--logLevel', 'error'], {
    output: 'caught',
    env: { NODE_ENV: 'production', VITEST: undefined },
  })
  if (exitCode !== 0) throw new Error(`the page cannot be built: ${output}`)
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
