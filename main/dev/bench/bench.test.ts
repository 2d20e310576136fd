import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { ROOT, runScript } from '../checks/run-tool.ts'
import { BENCHMARKS } from './benchmarks.ts'
import type { BenchReport } from './run-benchmarks.ts'

const SCRIPT = join(ROOT, 'main/dev/bench.ts')

// Every part of the till is started once, in processes and in a browser, on a machine that may be busy. A test is not a stopwatch.
it('every figure is printed with its limit and their ratio, or with why it was not taken', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-bench-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'figures.json')
  const { exitCode, output } = await runScript(SCRIPT, ['--quick', '--json', file], { output: 'caught' })
  expect(exitCode, output).toBe(0)

  const { outcomes, machine } = JSON.parse(readFileSync(file, 'utf8')) as BenchReport
  expect(outcomes.map(({ name }) => name)).toEqual([...BENCHMARKS.keys()])
  expect(machine.cores).toBeGreaterThan(0)
  for (const figure of outcomes.flatMap(({ figures }) => figures)) {
    expect(output).toContain(figure.quantity)
    if (!figure.taken) {
      expect(output).toContain(`not taken here, because ${figure.because}`)
      continue
    }
    expect(output).toContain(`limit: ${figure.limit.what}: `)
    expect(output).toContain(figure.target)
    const { measured, limit, ratio } = figure
    for (const value of [measured.value, limit.value, ratio]) expect(value, figure.quantity).toBeGreaterThan(0)
    expect(ratio).toBeCloseTo(measured.value / limit.value)
  }
  expect(outcomes.every(({ figures }) => figures.length > 0)).toBe(true)
}, 600_000)

it('a subject that is not there is not measured: the command says which are', async () => {
  const { exitCode, output } = await runScript(SCRIPT, ['--only', 'luck'], { output: 'caught' })
  expect(exitCode).toBe(2)
  for (const name of BENCHMARKS.keys()) expect(output).toContain(name)
})
