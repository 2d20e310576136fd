import { z } from 'zod/mini'
import { instantSchema } from '../ids.ts'

/** What became of asking for this till at its own address, over the way that terminals take. */
export const listenerTestSchema = z.object({
  verdict: z.enum([
    'reached',
    /** It came to the listener, and something on the way had changed the request or its answer. */
    'changed',
    'nameNotFound',
    'refused',
    'certificate',
    /** Something else answers there. */
    'wrongAnswer',
    'timeout',
    /** There is nothing to be reached. */
    'notListening',
  ]),
  at: instantSchema,
})
export type ListenerTest = z.infer<typeof listenerTestSchema>

export const listenerContract = {
  /** Nothing can be said about where it leads: the address is the configuration's. */
  'listener:test': { input: z.strictObject({}), output: listenerTestSchema },
} as const
