import { z } from 'zod/mini'
import { appErrorSchema, type AppError, type ErrorCode, type MoneyState } from '../../shared/errors.ts'
import type { Command, EventName } from '../../shared/ipc/channels.ts'
import { commandContract, eventContract, type CommandOutput, type EventPayload } from '../../shared/ipc/contract.ts'
import { err, ok, type Result } from '../../shared/result.ts'

const replySchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: appErrorSchema }),
])

const outputs: { readonly [Name in Command]: { output: z.ZodMiniType<CommandOutput<Name>> } } = commandContract
const payloads: { readonly [Name in EventName]: z.ZodMiniType<EventPayload<Name>> } = eventContract

/** What an act leaves in doubt when nobody answers: an unanswered act of money is never "not charged". */
const UNANSWERED: Record<Command, MoneyState> = {
  'sale:start': 'unknown',
  'operation:start': 'unknown',
  'payment:retry': 'unknown',
  'payment:cancel': 'unknown',
  'payment:check': 'unknown',
  'payment:settle': 'unknown',
  'approval:read': 'none',
  'approval:give': 'none',
  'payment:leave': 'none',
  'payment:acknowledge': 'none',
  'payment:read': 'none',
  'app:read': 'none',
  'preferences:read': 'none',
  'preferences:write': 'none',
  'terminal:list': 'none',
  'terminal:refresh': 'none',
  'history:list': 'none',
  'document:read': 'none',
  'unresolved:list': 'none',
  'late:list': 'none',
  'orphan:list': 'none',
  'listener:test': 'none',
  'print:start': 'none',
  'print:jobs': 'none',
  'print:retry': 'none',
  'print:dismiss': 'none',
  'print:preview': 'none',
  'print:pdf': 'none',
  'printer:list': 'none',
  'printer:choose': 'none',
  'receipt:mail': 'none',
  'receipt:last': 'none',
}

/** The failure of a command that got no answer, or none that can be read. */
export function toUnanswered(command: Command, code: ErrorCode, message: string): AppError {
  return { code, message, moneyState: UNANSWERED[command], correlationId: '' }
}

/** The reply to a command, checked against the contract; a reply that cannot be read is no answer. */
export function parseReply<Name extends Command>(name: Name, raw: unknown): Result<CommandOutput<Name>, AppError> {
  const reply = replySchema.safeParse(raw)
  if (!reply.success) return err(toUnanswered(name, 'bridge.disconnected', `unreadable reply: ${reply.error.message}`))
  if (!reply.data.ok) return err(reply.data.error)
  const value = outputs[name].output.safeParse(reply.data.value)
  return value.success ? ok(value.data) : err(toUnanswered(name, 'internal', `unreadable: ${value.error.message}`))
}

/** The payload of an event, or null where it does not fit the contract. */
export function parseEvent<Name extends EventName>(name: Name, raw: unknown): EventPayload<Name> | null {
  const payload = payloads[name].safeParse(raw)
  return payload.success ? payload.data : null
}
