import { spawn } from 'node:child_process'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '../../..')

/** The tools by their scripts: the shims of node_modules/.bin differ from one platform to the next. */
const TOOLS = {
  oxfmt: 'oxfmt/bin/oxfmt',
  oxlint: 'oxlint/bin/oxlint',
  tsc: 'typescript/bin/tsc',
  knip: 'knip/bin/knip.js',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
  playwright: '@playwright/test/cli.js',
  'electron-builder': 'electron-builder/cli.js',
} as const
export type Tool = keyof typeof TOOLS

export interface Ended {
  /** Null when a signal ended it or it never ran. */
  exitCode: number | null
  /** What it wrote, where that was caught. */
  output: string
}

export interface RunOptions {
  /** `caught`: into the answer. `shown`: to this process's own output. */
  output: 'caught' | 'shown'
  /** Added to this process's own environment; what is undefined is taken out of it. */
  env?: Record<string, string | undefined>
  cwd?: string
  /** Ends it: it then has no exit code. */
  signal?: AbortSignal
}

export function runTool(tool: Tool, args: readonly string[], options: RunOptions): Promise<Ended> {
  return runScript(join(ROOT, 'node_modules', TOOLS[tool]), args, options)
}

/** Runs a script with the Node that runs this one. Never throws: a script that cannot run has no exit code. */
export function runScript(script: string, args: readonly string[], options: RunOptions): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: options.cwd ?? ROOT,
      env: { ...process.env, ...options.env },
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      stdio: options.output === 'shown' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const keep = (chunk: Buffer): void => {
      output += chunk.toString()
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.once('error', (error) => resolve({ exitCode: null, output: `${output}${error.message}` }))
    child.once('close', (exitCode) => resolve({ exitCode, output }))
  })
}
