import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MUTANTS } from './catalogue/mutants.ts'
import { isStale, plant, type Mutant } from './mutant.ts'
import { runThese } from './run-mutants.ts'
import { toSuite, type SuiteName } from './suites.ts'
import { findStale, ROOT } from './workshop.ts'

const take = (part: string): Mutant => {
  const [found] = MUTANTS.filter(({ name }) => name.includes(part))
  if (found === undefined) throw new Error(`no mutant is called ${part}`)
  return found
}

describe('the planted bugs', () => {
  it('are more than twenty-four, and none is there twice', () => {
    expect(MUTANTS.length).toBeGreaterThanOrEqual(24)
    expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length)
    expect(new Set(MUTANTS.map(({ file, replace }) => file + replace)).size).toBe(MUTANTS.length)
  })

  it('can all be planted in the code as it is', () => {
    expect(findStale(MUTANTS, ROOT).map(({ name }) => name)).toEqual([])
  })

  it('are looked for by tests that exist, and none lies in a test', () => {
    const suites = MUTANTS.flatMap((mutant) => mutant.suites.map(toSuite))
    const files = suites.flatMap((suite) => (suite.type === 'tests' ? suite.files : []))
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
    expect(MUTANTS.filter(({ file }) => !/^(?:shared|main\/core)\/.*(?<!\.test)\.ts$/.test(file))).toEqual([])
  })

  it('are stale once their line is gone, doubled or not one line', () => {
    const mutant = { ...take('UNDEFINED'), find: 'a < b', replace: 'a <= $& b' }
    expect(plant(mutant, 'if (a < b) c')).toBe('if (a <= $& b) c')
    expect(isStale(mutant, 'if (a < b) c')).toBe(false)
    expect(isStale(mutant, 'if (a > b) c')).toBe(true)
    expect(isStale(mutant, 'a < b, a < b')).toBe(true)
    expect(isStale({ ...mutant, replace: mutant.find }, 'a < b')).toBe(true)
    expect(isStale({ ...mutant, replace: 'a\nb' }, 'a < b')).toBe(true)
  })
})

describe('a run', () => {
  const only = (suite: SuiteName, mutant: Mutant): Mutant => ({ ...mutant, suites: [suite] })
  const harmless: Mutant = {
    ...only('rules', take('forgets that the gateway once')),
    name: 'changes nothing',
    replace: 'if (evidence.wasInProgress === true) return false',
  }

  it('kills three of them, lets one live that is no bug, and says so', { timeout: 120_000 }, async () => {
    const file = join(ROOT, harmless.file)
    const before = readFileSync(file, 'utf8')
    const three = [
      only('rules', take('final at once')),
      only('rules', take('overwrite the one before')),
      only('main/core/journal/connection.test.ts', take('leaves the database at the settings')),
    ]
    const gone = { ...harmless, name: 'is gone', find: 'a line that nobody wrote' }
    const { lines, failures } = await runThese([...three, harmless, gone], { jobs: 2 })
    expect(lines.filter((line) => line.startsWith('killed'))).toHaveLength(3)
    expect(lines.filter((line) => /^SURVIVED .*changes nothing/.test(line))).toHaveLength(2)
    expect(lines.filter((line) => line.startsWith('SURVIVED'))).toHaveLength(2)
    expect(lines.filter((line) => line.startsWith('stale'))).toEqual([expect.stringContaining('is gone')])
    expect(failures).toBe(2)
    expect(readFileSync(file, 'utf8')).toBe(before)
  })
})
