import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT, runTool, type Ended } from './checks/run-tool.ts'

const MINUTE = 60_000
const FOLDERS = ['shared', 'main', 'preload', 'renderer', 'e2e']
const SOURCES = [...FOLDERS, 'tsconfig.json', '.oxlintrc.json', 'vite.config.ts']

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
    what: 'a rig for tests in the core',
    file: 'main/core/planted.ts',
    code: "import { startForeignCloud } from '../testing/foreign-cloud.ts'\nexport const planted = startForeignCloud\n",
    caughtBy: 'lint',
    saying: /only tests import what is made for tests/,
  },
  {
    what: 'Electron in the core, where later rules apply to its tests',
    file: 'main/core/planted.test.ts',
    code: "import { app } from 'electron'\nexport const planted = app.name\n",
    caughtBy: 'lint',
    saying: /only main\/shell imports electron/,
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
    what: 'the payment model in the preload',
    file: 'preload/planted.ts',
    code: "import { conclude } from '../shared/transaction/conclude.ts'\nexport const planted = conclude\n",
    caughtBy: 'lint',
    saying: /preload imports shared\/ipc\/channels and electron only/,
  },
  {
    what: 'a feature in the controls',
    file: 'renderer/src/ui/planted.ts',
    code: "import { SellPage } from '../features/sell/sell-page.tsx'\nexport const planted = SellPage\n",
    caughtBy: 'lint',
    saying: /ui imports neither/,
  },
  {
    what: 'the frame in the controls',
    file: 'renderer/src/ui/planted.ts',
    code: "import { App } from '../app/app.tsx'\nexport const planted = App\n",
    caughtBy: 'lint',
    saying: /ui imports neither/,
  },
  {
    what: 'a feature in another',
    file: 'renderer/src/features/sell/planted.ts',
    code: "import { PaymentPage } from '../payment/payment-page.tsx'\nexport const planted = PaymentPage\n",
    caughtBy: 'lint',
    saying: /no feature imports another/,
  },
  {
    what: 'a feature in another, by a detour',
    file: 'renderer/src/features/sell/planted.ts',
    code: "export const planted = import('../../features/payment/payment-page.tsx')\n",
    caughtBy: 'lint',
    saying: /no feature imports another/,
  },
  {
    what: 'a feature in a folder of another',
    file: 'renderer/src/features/sell/parts/planted.ts',
    code: "import { PaymentPage } from '../../payment/payment-page.tsx'\nexport const planted = PaymentPage\n",
    caughtBy: 'lint',
    saying: /no feature imports another/,
  },
  {
    what: 'the frame in a feature',
    file: 'renderer/src/features/sell/planted.ts',
    code: "import { App } from '../../app/app.tsx'\nexport const planted = App\n",
    caughtBy: 'lint',
    saying: /a feature never imports app/,
  },
  {
    what: 'main in a feature, where later rules apply',
    file: 'renderer/src/features/sell/planted.ts',
    code: "import { startCore } from '../../../../main/core/app.ts'\nexport const planted = startCore\n",
    caughtBy: 'lint',
    saying: /the page imports shared only/,
  },
  {
    what: 'the frame in what the page shares',
    file: 'renderer/src/planted.ts',
    code: "import { App } from './app/app.tsx'\nexport const planted = App\n",
    caughtBy: 'lint',
    saying: /imports neither feature nor app/,
  },
  {
    what: 'the core in the stories',
    file: 'e2e/planted.ts',
    code: "import { startCore } from '../main/core/app.ts'\nexport const planted = startCore\n",
    caughtBy: 'lint',
    saying: /e2e imports shared only/,
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
    what: 'all of zod in shared',
    file: 'shared/planted.ts',
    code: "import { z } from 'zod'\nexport const planted = z.string()\n",
    caughtBy: 'lint',
    saying: /written with zod\/mini/,
  },
  {
    what: 'all of zod in a feature',
    file: 'renderer/src/features/sell/planted.ts',
    code: "import { z } from 'zod'\nexport const planted = z.string()\n",
    caughtBy: 'lint',
    saying: /written with zod\/mini/,
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

  async function examine({ caughtBy, file }: Breach, code: string): Promise<Ended> {
    await mkdir(dirname(join(copy, file)), { recursive: true })
    await writeFile(join(copy, file), code)
    try {
      if (caughtBy === 'lint') return await runTool('oxlint', [file], { output: 'caught', cwd: copy })
      // By force: two files written within one tick of the disk's clock look the same to an incremental build.
      const [project = ''] = file.split('/', 1)
      return await runTool('tsc', ['-b', '--force', project], { output: 'caught', cwd: copy })
    } finally {
      await rm(join(copy, file))
    }
  }

  test.each(breaches)(
    '$what is caught by $caughtBy, and nothing is without it',
    async (breach) => {
      const innocent = await examine(breach, 'export const planted = 1\n')
      expect(innocent.exitCode, innocent.output).toBe(0)
      const breached = await examine(breach, breach.code)
      expect(breached.exitCode).not.toBe(0)
      expect(breached.output).toMatch(breach.saying)
      expect(breached.output).toContain(basename(breach.file))
    },
    MINUTE,
  )
})
