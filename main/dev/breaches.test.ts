import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const MINUTE = 60_000
const SOURCES = ['shared', 'main', 'preload', 'renderer', 'tsconfig.json', '.oxlintrc.json', 'vite.config.ts']

interface Breach {
  what: string
  file: string
  code: string
  /** Which of the two has to object, and in which words. */
  caughtBy: 'lint' | 'types'
  saying: RegExp
}

const breaches: Breach[] = [
  {
    what: 'Electron in the core',
    file: 'main/core/planted.ts',
    code: "import { app } from 'electron'\nexport const planted = app.name\n",
    caughtBy: 'lint',
    saying: /only main\/shell imports electron/,
  },
  {
    what: 'the simulator in the core',
    file: 'main/core/planted.ts',
    code: "import { createSimulator } from '../simulator/simulator.ts'\nexport const planted = createSimulator\n",
    caughtBy: 'lint',
    saying: /main\/core imports shared and node only/,
  },
  {
    what: 'the core in the simulator',
    file: 'main/simulator/planted.ts',
    code: "import { startCore } from '../core/app.ts'\nexport const planted = startCore\n",
    caughtBy: 'lint',
    saying: /must not share the client's mistakes/,
  },
  {
    what: 'main in the page',
    file: 'renderer/src/planted.ts',
    code: "import { startCore } from '../../main/core/app.ts'\nexport const planted = startCore\n",
    caughtBy: 'lint',
    saying: /the page imports shared only/,
  },
  {
    what: 'Node in the page',
    file: 'renderer/src/planted.ts',
    code: "import { readFileSync } from 'node:fs'\nexport const planted = readFileSync\n",
    caughtBy: 'types',
    saying: /Cannot find module 'node:fs'|Cannot find name 'node:fs'/,
  },
  {
    what: 'Electron in the development tools',
    file: 'main/dev/planted.ts',
    code: "import { app } from 'electron'\nexport const planted = app.name\n",
    caughtBy: 'lint',
    saying: /only main\/shell imports electron/,
  },
  {
    what: 'zod in the preload',
    file: 'preload/planted.ts',
    code: "import { z } from 'zod'\nexport const planted = z.string()\n",
    caughtBy: 'lint',
    saying: /preload imports shared\/ipc\/channels and electron only/,
  },
  {
    what: 'Node in shared',
    file: 'shared/planted.ts',
    code: "import { readFileSync } from 'node:fs'\nexport const planted = readFileSync\n",
    caughtBy: 'lint',
    saying: /shared\/ is pure/,
  },
  {
    what: 'Node in shared, past the linter',
    file: 'shared/planted.ts',
    code: "import { readFileSync } from 'node:fs'\nexport const planted = readFileSync\n",
    caughtBy: 'types',
    saying: /node:fs/,
  },
  {
    what: 'the process in shared',
    file: 'shared/planted.ts',
    code: 'export const planted = process.env\n',
    caughtBy: 'types',
    saying: /Cannot find name 'process'/,
  },
  {
    what: 'the page in shared',
    file: 'shared/planted.ts',
    code: 'export const planted = document.title\n',
    caughtBy: 'types',
    saying: /Cannot find name 'document'/,
  },
]

describe('the import rules', () => {
  let copy = ''

  // The sources as they stand, in a folder of their own: nothing is planted where somebody works.
  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), 'paydesk-breach-'))
    await Promise.all(SOURCES.map((path) => cp(join(ROOT, path), join(copy, path), { recursive: true })))
    await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction')
  }, MINUTE)
  afterAll(() => rm(copy, { recursive: true, force: true }))

  async function examine({ caughtBy, file }: Breach, code: string): Promise<Outcome> {
    await writeFile(join(copy, file), code)
    try {
      if (caughtBy === 'lint') return await runTool(copy, 'oxlint/bin/oxlint', [file])
      // By force: two files written within one tick of the disk's clock look the same to an incremental build.
      const [project = ''] = file.split('/', 1)
      return await runTool(copy, 'typescript/bin/tsc', ['-b', '--force', project])
    } finally {
      await rm(join(copy, file))
    }
  }

  test.each(breaches)(
    '$what is caught by $caughtBy, and nothing is without it',
    async (breach) => {
      const innocent = await examine(breach, 'export const planted = 1\n')
      expect(innocent).toMatchObject({ hasPassed: true })
      const breached = await examine(breach, breach.code)
      expect(breached.hasPassed).toBe(false)
      expect(breached.output).toMatch(breach.saying)
      expect(breached.output).toContain('planted.ts')
    },
    MINUTE,
  )
})

interface Outcome {
  hasPassed: boolean
  output: string
}

function runTool(cwd: string, script: string, args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(ROOT, 'node_modules', script), ...args], { cwd }, (error, stdout, stderr) => {
      resolve({ hasPassed: error === null, output: stdout + stderr })
    })
  })
}
