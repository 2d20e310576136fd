import { requestKeySchema } from '../../../../shared/ids.ts'
import { toApprovalSubject } from '../../../../shared/ipc/approval-rules.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import type { AskApproval } from '../../approval.ts'
import type { Desk } from '../../desk.ts'
import { isInDoubt } from '../../doubt.ts'
import { useDesk } from '../../queries.ts'
import { useMoneyBack, type MoneyBackRequest } from './money-back-store.ts'

type WithoutKey<Request> = Request extends unknown ? Omit<Request, 'requestKey' | 'approval'> : never
export type MoneyBackDraft = WithoutKey<MoneyBackRequest>

/** What a manager is shown where one has to approve. */
export interface Approvable {
  /** The payment that is changed; null where there is none. */
  changed: PaymentSnapshot | null
  what: string
  amount: string
  /** Why, where it is clear; null to ask. */
  reason: string | null
}

export interface MoneyBack {
  begin: (draft: MoneyBackDraft, approvable: Approvable) => void
  /** The same press once more, after nobody answered. */
  lookAgain: () => void
  /** It is another one: begins what looks like the one before. */
  confirm: () => void
}

interface MoneyBackOptions {
  onAskApproval: AskApproval
  /** It runs; it may be on the till's screen already. */
  onBegun: (payment: PaymentSnapshot) => void
}

/** Begins what gives money back or changes it: approved where that is needed, sent once, looked at again where nobody answered. */
export function useStartMoneyBack({ onAskApproval, onBegun }: MoneyBackOptions): MoneyBack {
  const desk = useDesk()
  const start = async (request: MoneyBackRequest): Promise<void> => {
    const payment = await send(desk, request)
    if (payment !== null) onBegun(payment)
  }
  return {
    begin(draft, approvable) {
      const { isPending, doubt } = useMoneyBack.getState()
      if (isPending || doubt !== null) return
      void approve(draft, approvable, onAskApproval).then((request) => (request === null ? undefined : start(request)))
    },
    lookAgain() {
      const { isPending, doubt } = useMoneyBack.getState()
      if (!isPending && doubt !== null) void start(doubt)
    },
    confirm() {
      const { isPending, doubled } = useMoneyBack.getState()
      if (isPending || doubled === null) return
      void start({ ...doubled.request, confirmedTwin: doubled.twin.reference, requestKey: makeKey() })
    },
  }
}

function makeKey() {
  return requestKeySchema.parse(crypto.randomUUID())
}

async function approve(
  draft: MoneyBackDraft,
  { changed, ...shown }: Approvable,
  ask: AskApproval,
): Promise<MoneyBackRequest | null> {
  useMoneyBack.setState({ failure: null, doubled: null })
  const subject = toApprovalSubject(draft, changed)
  if (subject === null || draft.operation === 'refundReversal') return { ...draft, requestKey: makeKey() }
  const approval = await ask({ ...shown, subject })
  return approval === null ? null : { ...draft, approval, requestKey: makeKey() }
}

async function send(desk: Desk, request: MoneyBackRequest): Promise<PaymentSnapshot | null> {
  if (useMoneyBack.getState().isPending) return null
  useMoneyBack.setState({ isPending: true, failure: null })
  const wasInDoubt = useMoneyBack.getState().doubt !== null
  const reply = await desk.bridge.call('operation:start', request)
  if (reply.ok) {
    const payment = desk.takePayment(reply.value)
    const app = await desk.bridge.call('app:read', {})
    if (app.ok) desk.takeApp(app.value)
    useMoneyBack.setState({ isPending: false, doubt: null, doubled: null })
    return payment
  }
  const { error } = reply
  const twin = error.code === 'payment.looksDoubled' ? error.twin : undefined
  if (isInDoubt(error, wasInDoubt)) {
    useMoneyBack.setState({ isPending: false, doubt: request, doubled: null })
  } else if (twin !== undefined && (request.operation === 'refund' || request.operation === 'moToRefund')) {
    useMoneyBack.setState({ isPending: false, doubt: null, doubled: { request, twin } })
  } else {
    useMoneyBack.setState({ isPending: false, doubt: null, doubled: null, failure: error })
  }
  return null
}
