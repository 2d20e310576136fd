import type { MenuItemConstructorOptions } from 'electron'

/**
 * The smallest menu: none, but on macOS, where quitting and copying live in one. No reload and no developer tools: their
 * shortcuts come with their entries.
 */
export function menuTemplate(platform: NodeJS.Platform): MenuItemConstructorOptions[] | null {
  return platform === 'darwin' ? [{ role: 'appMenu' }, { role: 'editMenu' }] : null
}
