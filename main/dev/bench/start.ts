import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { ROOT } from '../checks/run-tool.ts'
import type { Bench } from './benchmark.ts'
import { toFigure, type Figure } from './figures.ts'
import { toSpread } from './percentiles.ts'

/** From the start of a process to a core that is ready, by turns with a process that does nothing. */
export async function benchStart(bench: Bench): Promise<readonly Figure[]> {
  const { size } = bench
  const folder = await bench.seededFolder(size.rows)
  const built = await buildCore()
  const taken: number[] = []
  const compared: number[] = []
  try {
    for (let nth = 0; nth < size.warmUp + size.starts; nth++) {
      const emptyMs = await untilFirstWord(['-e', 'console.log(0)'])
      const readyMs = await untilFirstWord([built.script, folder])
      if (nth < size.warmUp) continue
      compared.push(emptyMs)
      taken.push(readyMs)
    }
  } finally {
    built.remove()
  }
  const spread = toSpread(taken)
  return [
    toFigure({
      quantity: `core start to ready, journal of ${size.rows.toLocaleString('en')} rows`,
      reading: 'p50',
      measured: { value: spread.p50, unit: 'ms' },
      limit: { what: '`node -e 0`, p50', value: toSpread(compared).p50, unit: 'ms' },
      target: '≤ 3 × the limit',
      isMet: (_, ratio) => ratio <= 3,
      samples: taken.length,
      spread,
      notes: ['the core bundled and minified as it is shipped, under plain Node, without a key'],
    }),
  ]
}

/** In the repository, where its native part is found. */
async function buildCore(): Promise<{ script: string; remove: () => void }> {
  const outDir = join(ROOT, `dist/bench.${process.pid.toString()}`)
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    ssr: { external: ['better-sqlite3'], noExternal: true },
    build: {
      outDir,
      target: 'node24',
      ssr: true,
      minify: true,
      rolldownOptions: {
        input: { core: fileURLToPath(new URL('./start-core.child.ts', import.meta.url)) },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  })
  return { script: join(outDir, 'core.js'), remove: () => rmSync(outDir, { recursive: true, force: true }) }
}

/** Milliseconds until it wrote something. Answers after it has ended: the next one needs the same folder. */
async function untilFirstWord(flags: readonly string[]): Promise<number> {
  const startedMs = performance.now()
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  let tookMs = Number.NaN
  child.stdout.once('data', () => (tookMs = performance.now() - startedMs))
  const [exitCode]: unknown[] = await ended
  if (exitCode !== 0 || Number.isNaN(tookMs)) throw new Error(`${flags.join(' ')} ended with ${String(exitCode)}`)
  return tookMs
}
