import { join } from 'node:path'
import { findBrowser } from './find-browser.ts'
import { ROOT, runTool } from './checks/run-tool.ts'
import { buildPage } from './preview/build-page.ts'

/** `npm run e2e`: the stories, in a real browser on the headless core. Arguments go on to Playwright. */
const browser = await findBrowser()
process.stdout.write(`End-to-end tests run in ${browser.name}.\n`)
await buildPage()
const config = join(ROOT, 'e2e/playwright.config.ts')
const { exitCode } = await runTool('playwright', ['test', '--config', config, ...process.argv.slice(2)], {
  output: 'shown',
  env: { PAYDESK_BROWSER: browser.executablePath },
})
process.exitCode = exitCode ?? 1
