import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { buildPageInto } from './build-page.ts'

it('is built as users get it, whichever process asks for it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-page-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))

  await buildPageInto(folder)

  const assets = join(folder, 'assets')
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'))
  expect(scripts).not.toEqual([])
  for (const name of scripts) {
    expect(readFileSync(join(assets, name), 'utf8')).not.toMatch(/__vite_ssr|jsxDEV/)
  }
})
