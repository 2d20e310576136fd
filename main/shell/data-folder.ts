import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { App } from 'electron'

/**
 * Has everything kept in this folder, Electron's own files included. It is made where it is missing, for its owner alone:
 * Electron takes only a folder that is there, by its absolute path.
 * @throws when it cannot be made
 */
export function keepDataIn(app: Pick<App, 'setPath'>, folder: string): void {
  const path = resolve(folder)
  mkdirSync(path, { recursive: true, mode: 0o700 })
  app.setPath('userData', path)
}
