import type { AppError } from '../../shared/errors.ts'

/**
 * Whether nobody knows, after this failure, if the press of Charge or Try again began a payment. It is settled only by
 * looking again with the same request key; until then nothing else is charged.
 */
export function isInDoubt(failure: AppError, wasInDoubt: boolean): boolean {
  return failure.moneyState === 'unknown' || (wasInDoubt && !settlesDoubt(failure))
}

/** Whether a refusal also answers for the earlier press: not when Paydesk could not even look that press up. */
function settlesDoubt({ code, moneyState }: AppError): boolean {
  return moneyState === 'notCharged' && !/^(?:bridge|journal|disk|internal|input)/.test(code)
}
