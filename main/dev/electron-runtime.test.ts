import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { electronRuntime, obtainElectronRuntime } from './electron-runtime.ts'

const NOBODY = 'http://127.0.0.1:1/'
const INSTALLS = `
  const { mkdirSync, writeFileSync } = require('node:fs')
  const { join } = require('node:path')
  mkdirSync(join(__dirname, 'dist'))
  writeFileSync(join(__dirname, 'dist/electron'), '')
  writeFileSync(join(__dirname, 'path.txt'), 'electron')`
const FAILS = 'process.exit(1)'
const HANGS = 'setInterval(() => undefined, 1_000)'

let folder: string
let said: string[]
let server: Server | null

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paydesk-electron-'))
  server = null
  said = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said.push(String(text))
    return true
  })
})

afterEach(() => {
  vi.restoreAllMocks()
  server?.closeAllConnections()
  server?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The electron package, with another script in place of its own. */
function obtain(script: string, options: { limitMs?: number; downloads?: string; answerWithinMs?: number } = {}) {
  writeFileSync(join(folder, 'install.js'), script)
  return obtainElectronRuntime({ limitMs: 120_000, packageFolder: folder, downloads: NOBODY, ...options })
}

async function listen(answer: 'answers' | 'is silent'): Promise<string> {
  const created = createServer((_request, response) => (answer === 'answers' ? response.end() : undefined))
  server = created
  await new Promise<void>((resolve) => created.listen(0, '127.0.0.1', resolve))
  const address = created.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port.toString()}/`
}

describe('the runtime of Electron', () => {
  test('that is here is used, and nothing is fetched or said', async () => {
    mkdirSync(join(folder, 'dist'))
    writeFileSync(join(folder, 'dist/electron'), '')
    writeFileSync(join(folder, 'path.txt'), 'electron\n')
    expect(await obtain("throw new Error('fetched')")).toBe(join(folder, 'dist/electron'))
    expect(said).toEqual([])
  })

  test('that is missing is fetched, and one line says so', async () => {
    expect(electronRuntime(folder)).toBeNull()
    expect(await obtain(INSTALLS)).toBe(join(folder, 'dist/electron'))
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('at most 2 minutes')
  })

  test('cannot be had where the connection is refused', async () => {
    expect(await obtain(FAILS)).toBeNull()
  })

  test('is taken from the cache where there is no network, however long that takes', async () => {
    const slowly = `setTimeout(() => {${INSTALLS}}, 300)`
    expect(await obtain(slowly, { answerWithinMs: 100 })).toBe(join(folder, 'dist/electron'))
  })

  test('is given up on when its host says nothing', async () => {
    expect(await obtain(HANGS, { downloads: await listen('is silent'), answerWithinMs: 100 })).toBeNull()
  })

  test('is given up on when the download takes too long', async () => {
    expect(await obtain(HANGS, { downloads: await listen('answers'), limitMs: 500, answerWithinMs: 100 })).toBeNull()
  })
})
