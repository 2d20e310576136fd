import { requestKeySchema } from '../../../../shared/ids.ts'
import type { AppSnapshot, PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { KEYS, type Desk } from '../../desk.ts'
import { isInDoubt } from '../../doubt.ts'
import { useDesk } from '../../queries.ts'
import { clearSlip, isSlipFixed, useSell, type SaleRequest } from './sell-store.ts'

export interface Charge {
  /** One press of Charge: a new request key, sent once. */
  start: (sale: Omit<SaleRequest, 'requestKey'>) => void
  /** The same press once more, after nobody answered: Paydesk answers with the same payment. */
  lookAgain: () => void
  /** The person's answer that it is another customer's: the same press, sent once more. */
  confirm: () => void
  /** The person's answer that it was a mistake: nothing is sent, and the amount stays. */
  drop: () => void
}

/** Starting sales. `onFound` gets a payment that is known again but no longer on the till's screen. */
export function useCharge(onFound: (payment: PaymentSnapshot) => void): Charge {
  const desk = useDesk()
  return {
    start(sale) {
      if (isSlipFixed(useSell.getState())) return
      const requestKey = requestKeySchema.parse(crypto.randomUUID())
      void send(desk, { ...sale, requestKey }, onFound)
    },
    lookAgain() {
      const { pending, doubt } = useSell.getState()
      if (pending === null && doubt !== null) void send(desk, doubt, onFound)
    },
    confirm() {
      const { pending, question } = useSell.getState()
      if (pending !== null || question === null) return
      void send(desk, { ...question.request, confirmedTwin: question.twin.reference }, onFound)
    },
    drop() {
      if (useSell.getState().pending === null) useSell.setState({ question: null })
    },
  }
}

async function send(desk: Desk, request: SaleRequest, onFound: (payment: PaymentSnapshot) => void): Promise<void> {
  useSell.setState({ pending: request, note: null })
  const reply = await desk.bridge.call('sale:start', request)
  if (reply.ok) {
    const payment = desk.takePayment(reply.value)
    const app = await desk.bridge.call('app:read', {})
    const shown = app.ok ? desk.takeApp(app.value).shownPayment : null
    clearSlip()
    useSell.setState({ pending: null, doubt: null, question: null })
    if (shown !== payment.reference) onFound(payment)
    return
  }
  const wasInDoubt = useSell.getState().doubt !== null
  if (isShownBy(desk, request)) {
    clearSlip()
    useSell.setState({ pending: null, doubt: null, question: null })
  } else if (isInDoubt(reply.error, wasInDoubt)) {
    useSell.setState({ pending: null, doubt: request, question: null, note: null })
  } else if (reply.error.code === 'payment.looksDoubled' && reply.error.twin !== undefined) {
    useSell.setState({ pending: null, doubt: null, question: { request, twin: reply.error.twin } })
  } else {
    useSell.setState({ pending: null, doubt: null, question: null, note: { type: 'failure', failure: reply.error } })
  }
}

/** The answer was lost, and an event already brought the payment onto the till's screen. */
function isShownBy(desk: Desk, request: SaleRequest): boolean {
  const shown = desk.client.getQueryData<AppSnapshot>(KEYS.app)?.shownPayment ?? null
  if (shown === null) return false
  const payment = desk.client.getQueryData<PaymentSnapshot>(KEYS.payment(shown))
  return payment?.requestKey === request.requestKey
}
