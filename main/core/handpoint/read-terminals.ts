import { z } from 'zod'
import { terminalRefSchema } from '../../../shared/ids.ts'
import type { HttpOutcome } from '../ports.ts'
import type { ListedTerminal, TerminalsAnswer } from './answers.ts'
import { noAnswer, toSilence } from './silence.ts'
import { parseJson } from './wire-text.ts'

const VIRTUAL_TYPE = 'VT'

// Both names are sent back exactly as listed. Everything else is dropped here: `ssk` is a credential (handpoint-api.md §2.1).
const listedSchema = z.object({
  serial_number: terminalRefSchema.shape.serialNumber,
  terminal_type: terminalRefSchema.shape.terminalType,
})
const listSchema = z.compile(z.array(listedSchema))

/** What `GET /initialize` or `GET /devices` says (handpoint-api.md §1.2). An empty list means that none is assigned. */
export function toTerminalsAnswer(outcome: HttpOutcome): TerminalsAnswer {
  if (outcome.type !== 'answered' || outcome.status !== 200) return toSilence(outcome)
  const list = listSchema.safeParse(parseJson(outcome.body))
  return list.success
    ? { type: 'terminals', terminals: list.data.map(toTerminal) }
    : noAnswer('unreadable', 200, 'the answer is not a list of terminals')
}

function toTerminal({ serial_number, terminal_type }: z.infer<typeof listedSchema>): ListedTerminal {
  return { serialNumber: serial_number, terminalType: terminal_type, isVirtual: terminal_type === VIRTUAL_TYPE }
}
