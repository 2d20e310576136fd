import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { build, preview } from 'vite'

/** One thing to look at, as the gallery's index names it. */
export interface GalleryLink {
  id: string
  row: string
  words: string
}

const RENDERER = join(import.meta.dirname, '..', 'renderer')

/** Every screen without a core, built for the test: the gallery is in no package. */
export const test = base.extend<object, { gallery: string }>({
  gallery: [
    // oxlint-disable-next-line no-empty-pattern -- a fixture without others
    async ({}, use) => {
      const outDir = mkdtempSync(join(tmpdir(), 'paydesk-gallery-'))
      const shared = { root: RENDERER, configFile: false, logLevel: 'error' } as const
      await build({
        ...shared,
        plugins: [react()],
        build: { outDir, rolldownOptions: { input: join(RENDERER, 'dev/gallery.html') } },
      })
      // The room that main serves for receipts: renderer/src/ui/sealed-frame.tsx.
      writeFileSync(join(outDir, 'receipt.html'), '<!doctype html><title></title>')
      const server = await preview({ ...shared, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } })
      const { [0]: address = '' } = server.resolvedUrls?.local ?? []
      await use(`${address}dev/gallery.html`)
      await server.close()
      rmSync(outDir, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})

/** All that the gallery has, row by row. */
export async function listStates(page: Page, gallery: string): Promise<GalleryLink[]> {
  await page.goto(gallery)
  const links = page.locator('a[data-state]')
  await links.first().waitFor()
  return links.evaluateAll((found) =>
    found.map((link) => ({
      id: link.getAttribute('data-state') ?? '',
      row: link.getAttribute('data-row') ?? '',
      words: link.textContent,
    })),
  )
}

/** Every picture and every age is the same at every run. */
const NOW = new Date('2026-11-20T15:10:00+01:00')

/** Opens one state and lets time pass until it looks as it is meant to. Time then stands still. */
export async function openState(page: Page, gallery: string, query: string): Promise<void> {
  await page.clock.install({ time: NOW })
  await page.goto(`${gallery}?${query}`)
  // A busy machine may take longer to load a screen than the screen takes to come to rest.
  await page.locator('main').first().waitFor()
  const isReady = (): Promise<boolean> => page.evaluate(() => document.documentElement.dataset['ready'] !== undefined)
  for (let passes = 0; passes < MOST_PASSES && !(await isReady()); passes += 1) await page.clock.runFor(PASS_MS)
  if (!(await isReady())) throw new Error(`not ready: ${query}`)
}

const PASS_MS = 250
const MOST_PASSES = 240
