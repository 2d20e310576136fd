import type { z } from 'zod/mini'
import { COMMANDS, type Command } from '../../../shared/ipc/channels.ts'
import type { AppError } from '../../../shared/errors.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { Ids, Log } from '../ports.ts'
import type { Refusal } from '../refusal.ts'

type Answer<Value> = Result<Value, Refusal>

/** A command's handler between its two parsers. */
export type Route = (raw: unknown) => Promise<Answer<unknown>>

/** The handler never sees unparsed input, and nothing that the contract does not declare leaves. */
export function route<Input extends z.ZodMiniType, Output extends z.ZodMiniType>(
  contract: { input: Input; output: Output },
  handle: (input: z.output<Input>) => Answer<z.input<Output>> | Promise<Answer<z.input<Output>>>,
): Route {
  return async (raw) => {
    const input = contract.input.safeParse(raw)
    if (!input.success) {
      const [issue] = input.error.issues
      const place = issue?.path.join('.') ?? ''
      return err({ code: 'input.invalid', message: `${place}: ${issue?.message ?? 'invalid'}`, moneyState: 'none' })
    }
    const reply = await handle(input.data)
    return reply.ok ? ok(contract.output.parse(reply.value)) : reply
  }
}

/** Answers one message of a page, whichever transport carried it. Never throws. */
export type Router = (name: string, input: unknown) => Promise<Result<unknown, AppError>>

/** Commands after whose failure by a bug nobody can say what happened to the money. */
const MOVES_MONEY: ReadonlySet<Command> = new Set([
  'sale:start',
  'operation:start',
  'payment:retry',
  'payment:cancel',
  'payment:settle',
])

export function createRouter(routes: Record<Command, Route>, ids: Ids, log: Log): Router {
  return async (name, raw) => {
    const correlationId = ids.uuid()
    const command = COMMANDS.find((known) => known === name)
    if (command === undefined) {
      return err({ code: 'input.invalid', message: 'there is no such command', moneyState: 'none', correlationId })
    }
    try {
      const reply = await routes[command](raw)
      if (reply.ok) return reply
      log.info('command.refused', { command, code: reply.error.code, correlationId })
      return err({ ...reply.error, correlationId })
    } catch (error) {
      log.error('command.failed', { command, correlationId, problem: String(error) })
      const moneyState = MOVES_MONEY.has(command) ? 'unknown' : 'none'
      return err({ code: 'internal', message: 'an internal error', moneyState, correlationId })
    }
  }
}
