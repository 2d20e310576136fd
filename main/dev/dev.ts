import { join } from 'node:path'
import { createServer } from 'vite'
import { ROOT } from './checks/run-tool.ts'
import { runPreview } from './preview/run-preview.ts'

/** `npm run dev`: the core in training mode with a page that changes as its sources do. A change of the core needs a new start. */
const vite = await createServer({
  configFile: join(ROOT, 'vite.config.ts'),
  server: { middlewareMode: true },
  logLevel: 'warn',
})
const url = await runPreview({
  port: 0,
  dataFolder: join(ROOT, '.paydesk'),
  configFile: null,
  page: { type: 'live', middleware: vite.middlewares },
})
if (url === null) await vite.close()
else process.stdout.write(`Paydesk with hot reload: ${url}\n`)
