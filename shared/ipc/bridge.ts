import type { AppError } from '../errors.ts'
import type { Result } from '../result.ts'
import type { Command, EventName } from './channels.ts'
import type { CommandInput, CommandOutput, EventPayload } from './contract.ts'

/** What a page can do, whichever transport carries it. Nothing expected is thrown across. */
export interface Bridge {
  call<Name extends Command>(name: Name, input: CommandInput<Name>): Promise<Result<CommandOutput<Name>, AppError>>
  /** Calls back with every later payload; the answer undoes the subscription. */
  on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void
}
