import { fork } from 'node:child_process'
import { once } from 'node:events'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Reference, RequestKey, TerminalRef } from '../../../../shared/ids.ts'
import { referenceSchema, requestKeySchema } from '../../../../shared/ids.ts'
import type { Command } from '../../../../shared/ipc/channels.ts'
import type { CommandInput } from '../../../../shared/ipc/contract.ts'
import { findFreePort } from '../../../testing/free-port.ts'
import { openTrialCloud, TRIAL_TERMINALS } from './trial-cloud.ts'
import { tillStateSchema, type Question, type TillFlags, type TillState } from './till-messages.ts'

/** A sale that was begun for real, with what its terminal was told and nobody else knows. */
export interface TrialSale {
  reference: Reference
  amountMinor: number
  terminal: TerminalRef
  /** Of its `callbackUrl`. */
  path: string
  token: string
}

/** A whole till in a process of its own, with its listener on. */
export interface TillProcess {
  pid: number
  /** Of its listener. */
  port: number
  journalFile: string
  /** Presses Charge on the next terminal. Rejects when the till refuses, or has ended. */
  sell(): Promise<TrialSale>
  /** The person has seen how it ended, and goes on. */
  leave(sale: TrialSale): Promise<void>
  /** Rejects when the process has ended. */
  state(): Promise<TillState>
  hasEnded(): boolean
  /** Ends it as a person does. What it wrote stays until {@link dispose}. */
  close(): Promise<void>
  dispose(): void
}

const messageSchema = z.object({ reply: z.unknown() })
const startedSchema = z.object({ ok: z.literal(true), value: z.object({ reference: referenceSchema }) })
const listedSchema = z.object({ ok: z.literal(true), value: z.object({ status: z.literal('ready') }) })
const readSchema = z.object({
  ok: z.literal(true),
  value: z.object({ payment: z.object({ news: z.object({ number: z.int() }).nullable() }) }),
})

const API_KEY = 'TRIAL-KEY'
/** Amounts tell the sales apart: the same one twice would be asked about. */
const FIRST_MINOR = 1_000

export async function startTill(): Promise<TillProcess> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'paydesk-listener-'))
  const cloud = await openTrialCloud()
  const flags: TillFlags = { dataFolder, ...cloud.hosts, apiKey: API_KEY, port: await findFreePort() }
  const script = fileURLToPath(new URL('./till.child.ts', import.meta.url))
  // A small young generation: on a machine with much memory V8 lets it grow, which looks like a leak and is none.
  const execArgv = ['--expose-gc', '--max-semi-space-size=4']
  const child = fork(script, [JSON.stringify(flags)], { execArgv })
  const ended = once(child, 'exit')
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null
  let sold = 0
  let isCloudClosed = false

  async function hear(): Promise<unknown> {
    const [message]: unknown[] = await Promise.race([once(child, 'message'), ended.then(() => ['ended'])])
    return messageSchema.parse(message).reply
  }
  function ask(question: Question): Promise<unknown> {
    const heard = hear()
    if (!hasEnded()) child.send(question)
    return heard
  }
  const call = <Name extends Command>(command: Name, input: CommandInput<Name>): Promise<unknown> =>
    ask({ type: 'call', command, input })

  await hear()
  while (!listedSchema.safeParse(await call('terminal:list', {})).success) await new Promise(setImmediate)

  return {
    pid: child.pid ?? 0,
    port: flags.port,
    journalFile: join(dataFolder, 'journal.sqlite'),
    async sell() {
      const amountMinor = FIRST_MINOR + sold
      const terminal = TRIAL_TERMINALS[sold % TRIAL_TERMINALS.length] ?? { serialNumber: '', terminalType: '' }
      sold += 1
      const requestKey: RequestKey = requestKeySchema.parse(randomUUID())
      const rest = { currency: 'EUR', customerReference: null }
      const started = startedSchema.parse(await call('sale:start', { requestKey, terminal, amountMinor, ...rest }))
      const { reference } = started.value
      return { reference, amountMinor, terminal, ...(await cloud.secretsOf(reference)) }
    },
    async leave({ reference }) {
      const { news } = readSchema.parse(await call('payment:read', { reference })).value.payment
      await call('payment:leave', { reference, news: news?.number ?? null })
    },
    state: async () => tillStateSchema.parse(await ask({ type: 'state' })),
    hasEnded,
    async close() {
      if (child.connected) child.disconnect()
      await ended
      if (!isCloudClosed) await cloud.close()
      isCloudClosed = true
    },
    dispose: () => rmSync(dataFolder, { recursive: true, force: true }),
  }
}
