import { filedUnder } from '../../../shared/transaction/intent.ts'
import type { WatchContext } from './contact.ts'
import { createResultQuestion } from './result-question.ts'
import { createStatusQuestion } from './status-question.ts'

/**
 * Asks about one operation by every way there is, once, and records what is learnt.
 * @returns whether one of them was answered, or there is none: then only a person can find out
 */
export async function askOnce(context: WatchContext): Promise<boolean> {
  const { intent, evidence } = context.current()
  let isAnswered = false
  const noting: WatchContext = {
    ...context,
    onContact(contact) {
      if (contact === 'answered' || contact === 'notOwned') isAnswered = true
      context.onContact(contact)
    },
  }
  const hasResult = evidence.resultIds.length > 0
  const canLook = filedUnder(intent) !== null
  if (hasResult) await createResultQuestion(noting).ask('poll')
  if (canLook) await createStatusQuestion(noting).ask('poll')
  return isAnswered || (!hasResult && !canLook)
}
