import type { AppError } from '../../shared/errors.ts'
import type { EventName } from '../../shared/ipc/channels.ts'
import type { Result } from '../../shared/result.ts'

/** What the shell needs of the running core; the composition root of main/core answers to it. */
export interface Core {
  /** Answers one message of the page. Never throws, whatever the name and the input are. */
  call(name: string, input: unknown): Promise<Result<unknown, AppError>>
  subscribe(listener: (name: EventName, payload: unknown) => void): () => void
  /** Whether a request to the cloud is leaving right now. */
  hasOpenRequest(): boolean
  /** Stops asking and closes the journal. */
  close(): Promise<void>
}

/** Why the core did not start, as far as the shell explains it. */
export interface StartFailure {
  code: string
  message: string
}
