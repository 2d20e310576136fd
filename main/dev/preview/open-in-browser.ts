import { spawn } from 'node:child_process'

const OPENERS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  // Explorer would drop what follows the question mark, and cmd's start would take an ampersand for its own.
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  linux: ['xdg-open'],
}

/** Whether windows can be shown here at all. */
export function hasDesktop(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  return process.platform !== 'linux' || DISPLAY !== undefined || WAYLAND_DISPLAY !== undefined
}

/** The command that opens an address in the person's browser; none on a system that is not known. */
export function openingCommand(platform: NodeJS.Platform, url: string): readonly string[] {
  const opener = OPENERS[platform]
  return opener === undefined ? [] : [...opener, url]
}

/** Opens an address in the person's browser where there is one; it is printed in any case. */
export function openInBrowser(url: string): void {
  const [command, ...given] = openingCommand(process.platform, url)
  if (command === undefined || !hasDesktop() || process.env['CI'] !== undefined) return
  const child = spawn(command, given, { stdio: 'ignore', detached: true })
  child.on('error', () => child.unref())
  child.unref()
}
