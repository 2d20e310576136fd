import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { runScript } from './checks/run-tool.ts'

const require = createRequire(import.meta.url)
const PACKAGE_FOLDER = dirname(require.resolve('electron/package.json'))
const DOWNLOADS = 'https://github.com/electron/electron/releases/download/'
const ANSWER_WITHIN_MS = 5_000

export interface ObtainOptions {
  /** When to give up on a download that has begun. */
  limitMs: number
  /** Where the electron package is, when not in node_modules. */
  packageFolder?: string
  /** Where the package downloads from. Only whether anything answers there is looked at. */
  downloads?: string
  /** When to give up on a host that says nothing. */
  answerWithinMs?: number
}

/**
 * The Electron executable, or null where its package has no runtime. Asking the package itself would start a download,
 * which is not what somebody who looks wants.
 */
export function electronRuntime(packageFolder: string = PACKAGE_FOLDER): string | null {
  const note = join(packageFolder, 'path.txt')
  if (!existsSync(note)) return null
  const executable = join(packageFolder, 'dist', readFileSync(note, 'utf8').trim())
  return existsSync(executable) ? executable : null
}

/**
 * The Electron executable, downloaded now where it is missing: the package brings no runtime, and its install script is not run
 * by npm here. That script checks what it gets against the checksums in the package, and takes it from its cache when it can.
 * Null where it cannot be had; a refused connection or an unknown host ends it at once, silence after a few seconds.
 */
export async function obtainElectronRuntime({
  limitMs,
  packageFolder = PACKAGE_FOLDER,
  downloads = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? DOWNLOADS,
  answerWithinMs = ANSWER_WITHIN_MS,
}: ObtainOptions): Promise<string | null> {
  const present = electronRuntime(packageFolder)
  const script = join(packageFolder, 'install.js')
  if (present !== null || !existsSync(script)) return present
  const minutes = Math.ceil(limitMs / 60_000)
  process.stdout.write(
    `Electron's runtime is not here yet: fetching it, once (some 120 MB, at most ${minutes.toString()} minutes) …\n`,
  )
  const giveUp = new AbortController()
  const stop = (): void => giveUp.abort()
  const limit = setTimeout(stop, limitMs)
  // Only silence is cut short: on a refused connection the script ends by itself, unless its cache or its proxy helps it.
  const silence = setTimeout(stop, answerWithinMs)
  void hasSpoken(downloads, giveUp.signal).then(() => clearTimeout(silence))
  await runScript(script, [], { output: 'caught', signal: giveUp.signal })
  clearTimeout(limit)
  clearTimeout(silence)
  stop()
  return electronRuntime(packageFolder)
}

/** Settles when a host has answered or refused. Past a proxy, which only the script knows how to use, there is nobody to ask. */
async function hasSpoken(url: string, signal: AbortSignal): Promise<void> {
  if (process.env['ELECTRON_GET_USE_PROXY'] !== undefined) return
  await fetch(url, { method: 'HEAD', redirect: 'manual', signal }).then(
    () => undefined,
    () => undefined,
  )
}
