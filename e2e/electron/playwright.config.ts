import { defineConfig } from '@playwright/test'

const report = process.env['PAYDESK_E2E_JSON']

export default defineConfig({
  testDir: '.',
  // One till at a time: each test has its own data folder, but the screen is shared.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: report === undefined ? 'list' : [['list'], ['json', { outputFile: report }]],
  use: { trace: 'retain-on-failure' },
})
