import { join } from 'node:path'
import { createBuilder } from 'vite'
import { ROOT } from '../checks/run-tool.ts'

/** Builds page, main and preload as `vite build --app` does, into the folder named on the command line instead of dist/. */
const folder = process.argv[2] ?? ''
const outDirs = ['renderer', 'main', 'preload'].map((part) => ({ build: { outDir: join(folder, part) } }))
const [client = {}, main = {}, preload = {}] = outDirs
const builder = await createBuilder({
  configFile: join(ROOT, 'vite.config.ts'),
  logLevel: 'warn',
  builder: {},
  environments: { client, main, preload },
})
await builder.buildApp()
