import { z } from 'zod'
import { recordedEventSchema } from '../../../shared/transaction/events.ts'
import { intentSchema } from '../../../shared/transaction/intent.ts'
import { toWholeText } from '../system/whole-text.ts'

// Compiled: all that is ever written goes through them.

/** What is begun. Its terminal stands in columns of its own, where half a character or NUL would be read back as another. */
export const begunIntentSchema = z.compile(
  intentSchema.check(
    z.refine(({ terminal }) => Object.values(terminal).every((name) => name === toWholeText(name)), {
      path: ['terminal'],
      message: 'the terminal is called something that is no whole text',
    }),
  ),
)

/** What is appended, in one write. */
export const recordedEventsSchema = z.compile(z.array(recordedEventSchema))
