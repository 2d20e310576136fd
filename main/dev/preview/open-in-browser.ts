import { spawn } from 'node:child_process'

const OPENERS: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: ['open'],
  win32: ['explorer.exe'],
  linux: ['xdg-open'],
}

/** Opens an address in the person's browser where there is one; it is printed in any case. */
export function openInBrowser(url: string): void {
  const [command, ...given] = OPENERS[process.platform] ?? []
  const hasDesktop =
    process.platform !== 'linux' || process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined
  if (command === undefined || !hasDesktop || process.env['CI'] !== undefined) return
  const child = spawn(command, [...given, url], { stdio: 'ignore', detached: true })
  child.on('error', () => child.unref())
  child.unref()
}
