import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isStale, plant, type Mutant } from './mutant.ts'

export const ROOT = join(import.meta.dirname, '../../../..')

/** One copy of the code, to be spoilt. */
export interface Bench {
  folder: string
  /** Where its tests put their files. */
  temporary: string
}

/** Copies of the code in a temporary folder. The working tree is only ever read. */
export interface Workshop {
  benches: readonly Bench[]
  close(): void
}

const COPIED = ['shared', 'main', 'package.json', 'tsconfig.json', 'vite.config.ts']
/** Named by the project's tsconfig, which the tests' runner reads. */
const OTHER_PROJECTS = ['preload', 'renderer', 'e2e'].map((name) => `${name}/tsconfig.json`)

export function openWorkshop(count: number): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-mutants-'))
  const close = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    // The first is made from the tree and the others from it: whoever edits meanwhile makes no two of them differ.
    const benches = Array.from({ length: count }, (_, index) => {
      const bench = toBench(folder, index)
      const source = index === 0 ? ROOT : toBench(folder, 0).folder
      for (const name of [...COPIED, ...OTHER_PROJECTS]) {
        cpSync(join(source, name), join(bench.folder, name), { recursive: true })
      }
      mkdirSync(bench.temporary)
      linkModules(bench.folder)
      return bench
    })
    return { benches, close }
  } catch (error) {
    close()
    throw error
  }
}

/** Runs `act` with the bug planted, and mends it afterwards. */
export async function withBug<Done>(mutant: Mutant, { folder }: Bench, act: () => Promise<Done>): Promise<Done> {
  const file = join(folder, mutant.file)
  const sound = readFileSync(file, 'utf8')
  writeFileSync(file, plant(mutant, sound))
  try {
    return await act()
  } finally {
    writeFileSync(file, sound)
  }
}

/** The mutants that can no longer be planted in the code under `folder`. */
export function findStale(mutants: readonly Mutant[], folder: string): Mutant[] {
  return mutants.filter((mutant) => isStale(mutant, readText(join(folder, mutant.file))))
}

function toBench(folder: string, index: number): Bench {
  const own = join(folder, `bench-${index.toString()}`)
  return { folder: own, temporary: join(own, 'temporary') }
}

/** Package by package, so that what tools keep in `node_modules` is kept in the copy. */
function linkModules(folder: string): void {
  const modules = join(folder, 'node_modules')
  mkdirSync(modules)
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (!name.startsWith('.')) symlinkSync(join(ROOT, 'node_modules', name), join(modules, name), 'junction')
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
