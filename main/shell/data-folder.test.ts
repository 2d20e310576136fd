import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepDataIn } from './data-folder.ts'

let folder: string
let paths: string[][]
const app = { setPath: (...given: string[]) => void paths.push(given) }

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paydesk-shell-'))
  paths = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a folder that is missing is made, for its owner alone, and named by its absolute path', () => {
  const data = join(folder, 'till/data')
  keepDataIn(app, relative(process.cwd(), data))
  expect(paths).toEqual([['userData', data]])
  expect(statSync(data).isDirectory()).toBe(true)
  // Windows knows no such modes.
  if (process.platform !== 'win32') expect(statSync(data).mode & 0o777).toBe(0o700)
})

test('a folder that cannot be made is a failure, and Electron is told of none', () => {
  writeFileSync(join(folder, 'file'), '')
  expect(() => keepDataIn(app, join(folder, 'file/data'))).toThrow(/ENOTDIR|ENOENT|EEXIST/)
  expect(paths).toEqual([])
})
