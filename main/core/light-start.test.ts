import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const run = promisify(execFile)

it.each(['./app.ts', '../simulator/simulator.ts'])(
  '%s is loaded without the clients of the web that the till has no use for',
  async (module) => {
    const url = new URL(module, import.meta.url).href
    const script = `await import(${JSON.stringify(url)}); console.log(process.moduleLoadList.join('\\n'))`
    const { stdout } = await run(process.execPath, ['--no-warnings', '--input-type=module', '--eval', script])

    expect(stdout).toContain('NativeModule http')
    expect(stdout).not.toContain('undici')
  },
)
