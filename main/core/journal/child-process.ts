import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { execPath } from 'node:process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

interface Child {
  process: ChildProcess
  /** Lines as they come; the iteration ends with the process. */
  lines: AsyncIterableIterator<string>
  /** Ends it at once, as a power cut would, and waits until it is gone. */
  kill(): Promise<void>
}

/** Runs a script of this folder as a process of its own. `shell` may put limits before it: `ulimit -f 300; `. */
export function runChild(script: URL, folder: string, shell = ''): Child {
  const args = ['--expose-gc', fileURLToPath(script), folder]
  const child =
    shell === '' ? spawn(execPath, args) : spawn('bash', ['-c', `${shell} exec "$0" "$@"`, execPath, ...args])
  child.stderr.pipe(process.stderr)
  const exited = once(child, 'exit')
  const kill = async () => {
    child.kill('SIGKILL')
    await exited
  }
  onTestFinished(kill)
  return { process: child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator](), kill }
}

export async function nextLine(child: Child): Promise<string> {
  const { value, done } = await child.lines.next()
  return done === true ? 'nothing' : value
}
