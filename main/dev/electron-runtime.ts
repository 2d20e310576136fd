import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

/**
 * The Electron executable, or null where its package has no runtime. Asking the package itself would start a download,
 * which is not what somebody who looks wants.
 */
export function electronRuntime(): string | null {
  const folder = dirname(require.resolve('electron/package.json'))
  const note = join(folder, 'path.txt')
  if (!existsSync(note)) return null
  const executable = join(folder, 'dist', readFileSync(note, 'utf8').trim())
  return existsSync(executable) ? executable : null
}
