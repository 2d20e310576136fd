import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Command } from '../../shared/ipc/channels.ts'
import type { CommandInput, CommandOutput } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/errors.ts'
import type { Result } from '../../shared/result.ts'

const HEADLESS = join(import.meta.dirname, '..', 'dev', 'headless.ts')

/** A headless Paydesk in a process of its own, spoken to over its bridge. */
export interface HeadlessProcess {
  url: string
  pid: number
  call<Name extends Command>(name: Name, input: CommandInput<Name>): Promise<Result<CommandOutput<Name>, AppError>>
  /** Stops it where it is, or lets it go on. */
  signal(name: 'SIGSTOP' | 'SIGCONT'): void
  /** Ends it at once, as a power cut would end the process. */
  kill(): Promise<void>
  /** All that it wrote. */
  output(): string
}

export interface EndedProcess {
  exitCode: number | null
  output: string
}

/** Starts one and waits until it is ready, or until it has refused to start. */
export async function startHeadless(
  flags: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  /** No file may grow beyond this many KiB, as on a disk that is full. Needs a shell. */
  largestFileKib: number | null = null,
): Promise<HeadlessProcess | EndedProcess> {
  const node = [process.execPath, HEADLESS, ...flags]
  const limited = ['bash', '-c', `ulimit -f ${String(largestFileKib)}; exec "$@"`, 'bash', ...node]
  const [command = '', ...given] = largestFileKib === null ? node : limited
  const child = spawn(command, given, { env: { ...process.env, ...environment } })
  let output = ''
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const ready = new Promise<string>((resolve) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString('utf8')
      const line = /^\{"url":.*\}$/m.exec(output)?.[0]
      if (line !== undefined) resolve((JSON.parse(line) as { url: string }).url)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
  })
  const first = await Promise.race([ready, ended])
  if (typeof first !== 'string') return { exitCode: first, output }

  const { origin } = new URL(first)
  const opened = await fetch(first, { redirect: 'manual' })
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return {
    url: first,
    pid: child.pid ?? 0,
    async call(name, input) {
      const response = await fetch(`${origin}/bridge/command/${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin, cookie },
        body: JSON.stringify(input),
      })
      return (await response.json()) as Result<never, AppError>
    },
    signal: (name) => void child.kill(name),
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    output: () => output,
  }
}

export function isRunning(started: HeadlessProcess | EndedProcess): started is HeadlessProcess {
  return 'call' in started
}
