import { defineConfig } from '@playwright/test'

const executablePath = process.env['PAYDESK_BROWSER']
const report = process.env['PAYDESK_E2E_JSON']

export default defineConfig({
  testDir: 'stories',
  outputDir: '../test-results',
  // Two cores: each worker runs a browser, a till and a cloud.
  workers: 2,
  fullyParallel: true,
  // Only for a story that hangs: a busy machine must not fail one that works.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  forbidOnly: true,
  reporter: report === undefined ? 'list' : [['list'], ['json', { outputFile: report }]],
  use: {
    // A click that can never happen fails with words, long before its story is stopped without any.
    actionTimeout: 60_000,
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      // As root Chromium has no sandbox; without the rest it looks for its maker's hosts at every start.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
