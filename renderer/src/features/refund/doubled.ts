import { useEffect } from 'react'
import type { Twin } from '../../../../shared/errors.ts'
import { useMoneyBack, type Doubled, type RefundRequest } from './money-back-store.ts'

type WithoutAnswers<Request> = Request extends unknown
  ? Omit<Request, 'requestKey' | 'approval' | 'confirmedTwin'>
  : never
/** What a panel would begin, as it stands there. */
export type RefundDraft = WithoutAnswers<RefundRequest>

/** Whether a question is about just what stands there: of the same sale, the same amount, on the same terminal. */
export function isAbout({ request }: Doubled, draft: RefundDraft): boolean {
  return (
    request.operation === draft.operation &&
    request.original === draft.original &&
    request.amountMinor === draft.amountMinor &&
    request.currency === draft.currency &&
    request.terminal.serialNumber === draft.terminal.serialNumber &&
    request.customerReference === draft.customerReference
  )
}

/** The words of the question: that the earlier one paid back is said only where it is known. */
export function toTwinWords({ movedAt }: Twin) {
  return movedAt === null
    ? ({ title: 'moneyBack.twin.doubt', todo: 'moneyBack.twin.doubt.todo' } as const)
    : ({ title: 'moneyBack.twin.moved', todo: 'moneyBack.twin.moved.todo' } as const)
}

/** The question that stands about this draft; one about anything else is dropped, and its answer begins nothing. */
export function useDoubled(draft: RefundDraft | null): Doubled | null {
  const doubled = useMoneyBack((state) => state.doubled)
  const question = doubled !== null && draft !== null && isAbout(doubled, draft) ? doubled : null
  const isStray = doubled !== null && question === null
  useEffect(() => {
    if (isStray) dropDoubled()
  }, [isStray])
  return question
}

/** The answer that begins nothing. */
export function dropDoubled(): void {
  useMoneyBack.setState({ doubled: null })
}
