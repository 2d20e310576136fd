import type { PaymentAction, PaymentView } from '../../../../shared/transaction/view.ts'

function isAnswer(action: PaymentAction): boolean {
  return action === 'signatureMatches' || action === 'signatureFails'
}

/** The signature is compared before anything else is done, and then no longer asked about. */
export function withSignature(shown: PaymentView, isCompared: boolean): PaymentView {
  if (!shown.actions.includes('signatureMatches')) return shown
  const rest = shown.actions.filter((action) => !isAnswer(action))
  if (isCompared) return { ...shown, needsSignatureCheck: false, actions: rest }
  const answers = shown.actions.filter(isAnswer)
  // What cannot be taken back here is for the manager; where one is needed and nobody can approve, no answer is better than
  // a false one. The cashier is not kept on this screen.
  return { ...shown, actions: [...answers, answers.length === 2 ? 'leave' : 'done'] }
}

/** Whether it is asked now; whoever goes on without an answer has not dealt with the result. */
export function isSignatureAsked({ actions }: PaymentView): boolean {
  return actions.includes('signatureMatches')
}
