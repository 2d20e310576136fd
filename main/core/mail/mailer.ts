import type { JobProblem } from '../../../shared/ipc/printing.ts'
import type { Result } from '../../../shared/result.ts'

export interface Letter {
  to: string
  subject: string
  text: string
  html: string
}

export type MailProblem =
  | Extract<
      JobProblem,
      | 'mailOff'
      | 'mailHostUnknown'
      | 'mailUnreachable'
      | 'mailLoginRefused'
      | 'mailAddressRefused'
      | 'mailSenderRefused'
      | 'mailRefused'
      | 'mailNotSafe'
    >
  /** The server had the letter and did not say what became of it. */
  | 'noAnswer'

export interface MailFailure {
  problem: MailProblem
  /** Whether the same may go well later. */
  mayRetry: boolean
  text: string
}

/** Sends one letter. Nothing is thrown, and it ends by itself. */
export interface Mailer {
  send(letter: Letter): Promise<Result<null, MailFailure>>
}
