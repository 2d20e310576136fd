import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

/** A command of this repository in a process of its own that says it is ready with one line of JSON. */
export interface Child {
  ready: Record<string, string>
  /** All that it wrote to either stream. */
  output(): string
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/**
 * Starts one and waits for that line. `main/testing/headless-process.ts` does much the same and stays apart: the stories import
 * nothing of main, and shared/, which both may import, knows no processes.
 * @throws with what it wrote, when it ends before it is ready
 */
export async function startChild(
  script: string,
  flags: readonly string[],
  environment: Record<string, string> = {},
): Promise<Child> {
  const child: ChildProcess = spawn(process.execPath, [join(ROOT, script), ...flags], {
    env: { ...process.env, ...environment },
  })
  let output = ''
  const ended = new Promise<null>((resolve) => child.once('close', () => resolve(null)))
  const ready = new Promise<Record<string, string>>((resolve) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString('utf8')
      const line = /^\{"(?:url|cloudUrl)":.*\}$/m.exec(output)?.[0]
      if (line !== undefined) resolve(JSON.parse(line) as Record<string, string>)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
  })
  const first = await Promise.race([ready, ended])
  if (first === null) throw new Error(`${script} did not start:\n${output}`)
  return {
    ready: first,
    output: () => output,
    async stop(signal) {
      child.kill(signal)
      await ended
    },
  }
}
