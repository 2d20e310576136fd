import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { ROOT, runScript } from '../checks/run-tool.ts'
import { toFigure, type Figure } from './figures.ts'

/** kB is 1,000 bytes, as the limits are meant. */
const KB = 1_000
const SCREEN_MOST_KB = 350
const MAIN_MOST_KB = 400
const REACT_ALONE = `import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
createRoot(document.body).render(createElement('p', null, '0'))
`

/** Page and main process built as they are shipped, and React alone built the same way. */
export async function benchBundles(): Promise<readonly Figure[]> {
  const folder = join(ROOT, `dist/bench.${process.pid.toString()}.bundles`)
  try {
    const { exitCode, output } = await runScript(join(ROOT, 'main/dev/packaging/build-into.ts'), [folder], {
      output: 'caught',
      env: { NODE_ENV: 'production' },
    })
    if (exitCode !== 0) throw new Error(`the build failed:\n${output}`)
    const reactKb = await buildReactAlone(folder)
    const page = join(folder, 'renderer')
    const first = firstScripts(page)
    const all = scriptsIn(join(page, 'assets'))
    const firstKb = sizeOf(first)
    const mainKb = sizeOf(scriptsIn(join(folder, 'main')))
    const limit = { what: 'React alone, built the same way', value: reactKb, unit: 'kB' } as const
    return [
      toFigure({
        quantity: 'page’s scripts for the first screen, minified',
        reading: 'size',
        measured: { value: firstKb, unit: 'kB' },
        limit,
        target: `≤ ${SCREEN_MOST_KB.toString()} kB, the rest lazy`,
        isMet: (value) => value <= SCREEN_MOST_KB,
        notes: [
          `${first.length.toString()} of ${all.length.toString()} scripts, which are ${sizeOf(all).toFixed(0)} kB in all`,
          'what index.html names and what that imports before anything is shown; one language of words comes on top',
        ],
      }),
      toFigure({
        quantity: 'main process, minified',
        reading: 'size',
        measured: { value: mainKb, unit: 'kB' },
        limit: { what: 'the size that is allowed', value: MAIN_MOST_KB, unit: 'kB' },
        target: `≤ ${MAIN_MOST_KB.toString()} kB`,
        isMet: (value) => value <= MAIN_MOST_KB,
        notes: ['every script of dist/main, the simulated cloud of practice included'],
      }),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A page's size is weighed on the same scales: same bundler, same settings. */
async function buildReactAlone(folder: string): Promise<number> {
  const [root, outDir] = [join(folder, 'react-source'), join(folder, 'react')]
  mkdirSync(root, { recursive: true })
  writeFileSync(join(root, 'index.js'), REACT_ALONE)
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { outDir, modulePreload: { polyfill: false }, rolldownOptions: { input: join(root, 'index.js') } },
  })
  return sizeOf(scriptsIn(join(outDir, 'assets')))
}

/** The scripts that index.html names, and every one that these import statically. */
function firstScripts(page: string): string[] {
  const html = readFileSync(join(page, 'index.html'), 'utf8')
  const named = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, path = '']) => join(page, path))
  const found = new Set<string>()
  const take = (file: string): void => {
    if (found.has(file)) return
    found.add(file)
    const code = readFileSync(file, 'utf8')
    for (const [, name = ''] of code.matchAll(/(?:^|[;}\s])(?:import|export)[^"'();]*?["']\.\/([^"']+\.js)["']/g)) {
      take(join(page, 'assets', name))
    }
  }
  for (const file of named) take(file)
  return [...found]
}

function scriptsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(folder, name))
}

function sizeOf(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + readFileSync(file).length, 0) / KB
}
