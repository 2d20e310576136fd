import type { TransactionEvent } from '../../../../shared/transaction/events.ts'
import type { Outcome } from '../../../../shared/transaction/terminal-result.ts'

/** A fact of the evidence timeline in words that a manager reads. */
export function tellEvent(event: TransactionEvent): string {
  switch (event.type) {
    case 'requestAccepted':
      return event.resultId === null ? 'the cloud passed it on, without a result id' : 'the cloud passed it on'
    case 'requestRefused':
      return `the cloud refused it: ${event.text}`
    case 'requestUnsent':
      return 'nothing left the till'
    case 'requestUnanswered':
      return `no answer to the request (${event.problem}${event.httpStatus === null ? '' : `, HTTP ${event.httpStatus.toString()}`})`
    case 'restarted':
      return 'Paydesk was started again and took it up'
    case 'terminalReported':
      return `the terminal says ${tellOutcome(event.outcome)}`
    case 'gatewayAnswered':
      return `the gateway says ${tellOutcome(event.outcome)}`
    case 'documentNamed':
      return `a ${event.kind} can be fetched`
    case 'documentKept':
      return `the ${event.kind} was kept`
    case 'documentRefused':
      return `the ${event.kind} was not kept: ${event.because}`
    case 'linkedBegun':
      return `a ${event.operation} of it was begun`
    case 'linkedEnded':
      return event.hasMoved ? 'it was taken back' : 'what was begun to take it back came to nothing'
    case 'followUpTaken':
      return 'Paydesk was started again and goes on asking'
    case 'cancelEnded':
      return 'the stop came to its end'
    case 'givenUp':
      return 'no answer is waited for any more'
    case 'followUpEnded':
      return 'it is not asked about any more'
    case 'terminalUndecided':
      return 'the terminal does not know: UNDEFINED'
    case 'resultForgotten':
      return 'the cloud does not know the result any more'
    case 'statusReported':
      return `the status service, asked after ${Math.round(event.askedAfterMs / 1_000).toString()} s, says ${tellAnswer(event.answer)}`
    case 'historyReported':
      return `the gateway's files say ${event.verdict}`
    case 'contactLost':
      return 'the cloud is silent'
    case 'contactRegained':
      return 'the cloud answers again'
    case 'cancelRequested':
      return 'the cashier asked to cancel'
    case 'cancelAccepted':
      return 'the terminal was told to stop'
    case 'cancelRefused':
      return 'too late to cancel: the card is being used'
    case 'nothingToCancel':
      return 'the terminal runs nothing'
    case 'cancelUnanswered':
      return 'no answer to the cancel'
    case 'cancelExpired':
      return 'the cancel came to nothing'
    case 'partialConfirmed':
      return 'the part stood for its whole window'
    case 'statusSettled':
      return 'the refusal by status stood long enough'
    case 'provisionalAccepted':
      return 'the approval by status stood long enough'
    case 'rulesExhausted':
      return 'no rule helps any more: a manager is named'
    case 'outcomeUnseen':
      return 'a person has to see this'
    case 'outcomeSeen':
      return 'a person has seen it'
    case 'settledByManager':
      return `${event.operator} settles it as ${event.verdict}: ${event.reason}`
  }
}

function tellAnswer(answer: Extract<TransactionEvent, { type: 'statusReported' }>['answer']): string {
  if (answer.known === 'absent') return '"no such transaction"'
  return answer.known === 'inProgress' ? 'IN_PROGRESS' : tellOutcome(answer.outcome)
}

function tellOutcome({ finStatus, totalAmountMinor, currency }: Outcome): string {
  return totalAmountMinor === null
    ? finStatus
    : `${finStatus} ${(totalAmountMinor / 100).toFixed(2)} ${currency ?? ''}`.trim()
}
