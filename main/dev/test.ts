import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runChecks } from './checks/checks.ts'
import { ROOT, runScript, runTool } from './checks/run-tool.ts'
import { readPlaywrightReport, readVitestReport, sumTallies, type Tally } from './checks/tally.ts'
import { electronRuntime } from './electron-runtime.ts'
import { buildPage } from './preview/build-page.ts'

/** `npm test`: everything. The last line alone is `N passed, N failed`; each check counts as one. */
const folder = await mkdtemp(join(tmpdir(), 'paydesk-test-'))
const tallies: Tally[] = []
try {
  tallies.push(await runChecks(), await preparePage(), await runUnits(), await runEndToEnd(), await runElectron())
} finally {
  await rm(folder, { recursive: true, force: true })
}
const { passed, failed, skipped } = sumTallies(tallies)
for (const line of skipped) process.stdout.write(`skipped: ${line}\n`)
process.stdout.write(`${passed.toString()} passed, ${failed.toString()} failed\n`)
process.exitCode = failed === 0 ? 0 : 1

/** Once, before the tests: each headless process that they start builds a page that is missing or old, and several start at once. */
async function preparePage(): Promise<Tally> {
  try {
    await buildPage()
    return { passed: 0, failed: 0, skipped: [] }
  } catch (error) {
    process.stdout.write(`FAILED  ${String(error)}\n`)
    return { passed: 0, failed: 1, skipped: [] }
  }
}

async function runUnits(): Promise<Tally> {
  const file = join(folder, 'units.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { exitCode } = await runTool('vitest', args, { output: 'shown' })
  return readReport('vitest', file, (report) => readVitestReport(report, exitCode))
}

async function runEndToEnd(): Promise<Tally> {
  const script = join(ROOT, 'main/dev/e2e.ts')
  const file = join(folder, 'e2e.json')
  const { exitCode } = await runScript(script, [], { output: 'shown', env: { PAYDESK_E2E_JSON: file } })
  return readReport('the end-to-end run', file, (report) => readPlaywrightReport(report, exitCode))
}

async function runElectron(): Promise<Tally> {
  if (electronRuntime() === null) {
    return { passed: 0, failed: 0, skipped: ["Electron's own tests: no Electron runtime here"] }
  }
  const file = join(folder, 'electron.json')
  const script = join(ROOT, 'main/dev/e2e-electron.ts')
  const { exitCode } = await runScript(script, [], { output: 'shown', env: { PAYDESK_E2E_JSON: file } })
  return readReport("Electron's own run", file, (report) => readPlaywrightReport(report, exitCode))
}

/** A runner that left no readable report has crashed, which counts as one failure. */
async function readReport(runner: string, file: string, read: (report: unknown) => Tally): Promise<Tally> {
  try {
    return read(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    process.stdout.write(`FAILED  ${runner} left no report: ${String(error)}\n`)
    return { passed: 0, failed: 1, skipped: [] }
  }
}
