import { documentKindSchema, type TransactionEvent } from '../../../shared/transaction/events.ts'
import type { WireDocuments } from '../handpoint/answers.ts'

/** The addresses among the documents: what lies there has to be fetched even if Paydesk is killed now. */
export function toNamed(documents: WireDocuments): TransactionEvent[] {
  return documentKindSchema.options.flatMap((kind) => {
    const value = documents[kind]?.trim() ?? ''
    return /^https?:/i.test(value) && value.length <= 2000 ? [{ type: 'documentNamed', kind, url: value }] : []
  })
}
