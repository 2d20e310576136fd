import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'vite'
import { z } from 'zod'
import type { Command } from '../../../../shared/ipc/channels.ts'
import type { CommandInput } from '../../../../shared/ipc/contract.ts'
import { ROOT } from '../../checks/run-tool.ts'
import type { Orders } from './till-with-fault-points.ts'

const ENTRY = join(import.meta.dirname, 'till-with-fault-points.ts')

const WOKEN_EVERY_MS = 400

/** The fault tests' till as one file: it starts in a third of the time, and an edit meanwhile changes nothing. */
export interface TillProgram {
  file: string
  dispose(): void
}

export async function buildTill(): Promise<TillProgram> {
  // Inside the repository, so that the journal's database is found.
  const folder = mkdtempSync(join(ROOT, 'node_modules', '.fault-till-'))
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: { ssr: ENTRY, outDir: folder, target: 'node24', minify: false, emptyOutDir: false },
  })
  return {
    file: join(folder, basename(ENTRY).replace(/ts$/, 'js')),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A till in a process of its own. Every question is answered null once it is dead. */
export interface FaultTill {
  pid: number
  call<Name extends Command>(command: Name, input: CommandInput<Name>): Promise<unknown>
  /** How often each fault point was passed. */
  points(): Promise<Record<string, number>>
  jump(byMs: number): Promise<unknown>
  suspend(machineMs: number): Promise<unknown>
  isDead(): boolean
  /** Resolves when it is gone. */
  ended: Promise<void>
  kill(): Promise<void>
}

const answerSchema = z.object({ id: z.number(), reply: z.unknown().optional(), refusal: z.string().optional() })

/**
 * Starts one and waits until it takes commands, or until it is dead, which a fault point may have seen to.
 * @throws when it refuses to start
 */
export async function startFaultTill(
  program: TillProgram,
  orders: Orders,
  environment: Readonly<Record<string, string>> = {},
): Promise<FaultTill> {
  const child = fork(program.file, [JSON.stringify(orders)], {
    env: { ...process.env, ...environment },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  // What stops itself at a fault point, while starting perhaps, is woken by somebody who opens the lid again.
  const waker = orders.point?.act === 'stop' ? setInterval(() => child.kill('SIGCONT'), WOKEN_EVERY_MS) : undefined
  const waiting = new Map<number, (reply: unknown) => void>()
  let lastId = 0
  let refusal: string | null = null

  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      clearInterval(waker)
      for (const settle of waiting.values()) settle(null)
      waiting.clear()
      resolve()
    }),
  )
  const ready = new Promise<unknown>((resolve) => waiting.set(0, resolve))
  child.on('message', (message) => {
    const { id, reply, refusal: said } = answerSchema.parse(message)
    refusal = said ?? refusal
    waiting.get(id)?.(reply ?? null)
    waiting.delete(id)
  })
  child.on('error', () => undefined)

  function ask(message: object): Promise<unknown> {
    if (isGone(child)) return Promise.resolve(null)
    lastId += 1
    const id = lastId
    return new Promise((resolve) => {
      waiting.set(id, resolve)
      child.send({ ...message, id }, () => undefined)
    })
  }

  await ready
  if (refusal !== null) throw new Error(`a till refused to start: ${String(refusal)}`)
  return {
    pid: child.pid ?? 0,
    call: (command, input) => ask({ type: 'call', command, input }),
    points: async () => z.record(z.string(), z.number()).parse((await ask({ type: 'points' })) ?? {}),
    jump: (byMs) => ask({ type: 'jump', byMs }),
    suspend: (machineMs) => ask({ type: 'suspend', machineMs }),
    isDead: () => isGone(child),
    ended,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

function isGone(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}
