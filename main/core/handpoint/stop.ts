import type { TerminalRef } from '../../../shared/ids.ts'
import type { HttpOutcome } from '../ports.ts'
import type { StopAnswer } from './answers.ts'
import { parseError } from './error-body.ts'
import { toSilence } from './silence.ts'
import { readResultId } from './submit.ts'

const TOO_LATE = 1003
const NOTHING_RUNS = 1005

export function toStopBody(terminal: TerminalRef): Record<string, string> {
  return {
    operation: 'stopCurrentTransaction',
    terminal_type: terminal.terminalType,
    serial_number: terminal.serialNumber,
  }
}

/** What a stop was answered (handpoint-api.md §5.11). "Idle" can end as "not charged", so it needs the documented status too. */
export function toStopAnswer(outcome: HttpOutcome): StopAnswer {
  if (outcome.type === 'answered' && outcome.status >= 200 && outcome.status < 300) {
    return { type: 'accepted', resultId: readResultId(outcome.body) }
  }
  const isRefusal = outcome.type === 'answered' && outcome.status === 400
  const terminalCode = isRefusal ? parseError(400, outcome.body)?.terminalCode : null
  if (terminalCode === TOO_LATE) return { type: 'refused' }
  if (terminalCode === NOTHING_RUNS) return { type: 'idle' }
  return { type: 'unanswered', text: toSilence(outcome).text }
}
