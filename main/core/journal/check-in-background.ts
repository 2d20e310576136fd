import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import type { Log } from '../ports.ts'
import { checkCopy, type CheckedCopy, type CopyToCheck } from './check-copy.ts'
import { toText } from './connection.ts'

const checkedCopySchema = z.object({
  seq: z.int(),
  failure: z.string().nullable(),
  differences: z.array(
    z.object({
      where: z.union([z.number(), z.string()]).nullable(),
      kind: z.enum(['stale', 'damage']),
      text: z.string(),
    }),
  ),
})

const SOURCE = new URL('./check-copy.worker.ts', import.meta.url)
// Bundled, it is a file of its own beside the main one (vite.config.ts).
const BUNDLED = new URL('./check-copy.worker.js', import.meta.url)

/**
 * {@link checkCopy} on a thread of its own, so that the till goes on answering for as long as it takes. Where there can be no
 * such thread the check is done here: a till that stands still for a moment is better than a backup that nobody has read.
 */
export async function checkInBackground(copy: CopyToCheck, log: Log | undefined): Promise<CheckedCopy> {
  try {
    return await askWorker(copy)
  } catch (error) {
    log?.warn('journal.checkedWithoutThread', { text: toText(error) })
    return checkCopy(copy)
  }
}

function askWorker(workerData: CopyToCheck): Promise<CheckedCopy> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(import.meta.url.endsWith('.ts') ? SOURCE : BUNDLED, { workerData })
    // The end of the process does not wait for a check.
    worker.unref()
    worker.once('message', (message) => {
      const parsed = checkedCopySchema.safeParse(message)
      if (parsed.success) resolve(parsed.data)
      else reject(new Error('the check gave no verdict'))
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the check ended without a verdict')))
  })
}
