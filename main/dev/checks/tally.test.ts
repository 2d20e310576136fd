import { describe, expect, test } from 'vitest'
import { readPlaywrightReport, readVitestReport, sumTallies } from './tally.ts'

describe("vitest's report", () => {
  const file = (status: string, ...statuses: string[]): object => ({
    name: 'a.test.ts',
    status,
    assertionResults: statuses.map((outcome) => ({ status: outcome, fullName: `a ${outcome} test` })),
  })

  test('counts tests, and names the skipped', () => {
    const report = { testResults: [file('passed', 'passed', 'passed', 'pending'), file('failed', 'failed', 'passed')] }
    expect(readVitestReport(report, 1)).toEqual({ passed: 3, failed: 1, skipped: ['a pending test'] })
  })

  test('a file that could not be loaded is a failure', () => {
    const report = { testResults: [file('failed'), file('passed', 'passed')] }
    expect(readVitestReport(report, 1)).toMatchObject({ passed: 1, failed: 1 })
  })

  test('a bad end without a failed test is a failure', () => {
    expect(readVitestReport({ testResults: [file('passed', 'passed')] }, 1)).toMatchObject({ passed: 1, failed: 1 })
    expect(readVitestReport({ testResults: [file('passed', 'passed')] }, null)).toMatchObject({ failed: 1 })
  })

  test('nothing that ran is a failure', () => {
    expect(readVitestReport({ testResults: [] }, 0)).toMatchObject({ passed: 0, failed: 1 })
    expect(readVitestReport({ testResults: [file('passed', 'pending')] }, 0)).toMatchObject({ failed: 1 })
  })

  test('something else in its place is no report', () => {
    expect(() => readVitestReport({ numPassedTests: 4 }, 0)).toThrow('testResults')
  })
})

describe("Playwright's report", () => {
  const spec = (status: string, annotations: object[] = []): object => ({
    title: `${status} sale`,
    file: 'sale.spec.ts',
    tests: [{ status, annotations }],
  })
  const report = (specs: object[], errors: object[] = []): object => ({
    suites: [{ specs: [], suites: [{ specs, suites: [] }] }],
    errors,
  })

  test('counts tests at any depth, with the reason of each skipped one', () => {
    const specs = [spec('expected'), spec('unexpected'), spec('skipped', [{ type: 'skip', description: 'no printer' }])]
    expect(readPlaywrightReport(report(specs), 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: ['skipped sale: no printer'],
    })
  })

  test('a test that passed only when repeated is a failure', () => {
    expect(readPlaywrightReport(report([spec('expected'), spec('flaky')]), 0)).toMatchObject({ passed: 1, failed: 1 })
  })

  test('an error outside the tests is a failure', () => {
    const crashed = report([spec('expected')], [{ message: 'the server did not start' }])
    expect(readPlaywrightReport(crashed, 1)).toMatchObject({ passed: 1, failed: 1 })
  })

  test('nothing that ran is a failure', () => {
    expect(readPlaywrightReport(report([]), 0)).toMatchObject({ passed: 0, failed: 1 })
  })
})

test('tallies add up', () => {
  const sum = sumTallies([
    { passed: 4, failed: 0, skipped: [] },
    { passed: 2, failed: 1, skipped: ['a'] },
  ])
  expect(sum).toEqual({ passed: 6, failed: 1, skipped: ['a'] })
})
