import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const SOURCE = join(import.meta.dirname, 'shim.c')

/** Why the layers that need the shim cannot run here, or null where they can. */
export function findObstacleToShim(): string | null {
  if (process.platform !== 'linux') return 'needs Linux (LD_PRELOAD)'
  return spawnSync(compiler(), ['--version']).status === 0 ? null : 'no C compiler'
}

/** Compiles the shim into a folder and answers its file. Throws what the compiler said. */
export function compileShim(folder: string): string {
  const library = join(folder, 'shim.so')
  const { status, stderr } = spawnSync(compiler(), [
    '-O1',
    '-shared',
    '-fPIC',
    '-o',
    library,
    SOURCE,
    '-ldl',
    '-lpthread',
  ])
  if (status !== 0) throw new Error(`the shim does not compile: ${stderr.toString()}`)
  return library
}

function compiler(): string {
  return process.env['CC'] ?? 'cc'
}
