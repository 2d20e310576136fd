import { z } from 'zod'
import { recordedEventSchema } from '../../../shared/transaction/events.ts'
import { intentSchema } from '../../../shared/transaction/intent.ts'

// Compiled: all that is ever written goes through them.

/** What is begun. */
export const begunIntentSchema = z.compile(intentSchema)

/** What is appended, in one write. */
export const recordedEventsSchema = z.compile(z.array(recordedEventSchema))
