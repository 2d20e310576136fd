import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import packed from '@sparticuz/chromium'

/** Where a browser of this machine was found. */
export interface FoundBrowser {
  name: string
  executablePath: string
}

const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
]

/**
 * A Chromium to test in: Playwright's own, an installed one, the one inside the npm package (Linux on x64), or Debian's,
 * installed now where this runs as root.
 * @throws when there is none, with what to do
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const here = await findBrowserHere()
  if (here !== null) return here
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const quiet = { stdio: 'ignore' } as const
    execFileSync('apt-get', ['update'], quiet)
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet)
    return { name: "Debian's chromium", executablePath: '/usr/bin/chromium' }
  }
  throw new Error('No browser to test in. Run "npx playwright install chromium", or install Chrome.')
}

/** The same among those that are here already; null where there is none. Nothing is installed. */
export async function findBrowserHere(): Promise<FoundBrowser | null> {
  const own = chromium.executablePath()
  if (existsSync(own)) return { name: "Playwright's Chromium", executablePath: own }
  const installed = INSTALLED.find((path) => existsSync(path))
  if (installed !== undefined) return { name: installed, executablePath: installed }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const executablePath = await packed.executablePath()
    if (canRun(executablePath)) return { name: '@sparticuz/chromium', executablePath }
  }
  return null
}

/** Whether its libraries are here: a browser that cannot print its version cannot be tested in. */
function canRun(executablePath: string): boolean {
  try {
    execFileSync(executablePath, ['--no-sandbox', '--version'], { stdio: 'ignore', timeout: 30_000 })
    return true
  } catch {
    return false
  }
}
