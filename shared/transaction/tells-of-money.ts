import type { TransactionEvent } from './events.ts'

/**
 * Whether a fact can change what a person thinks became of the money: everything that the terminal, the gateway or another
 * manager has said. How the asking goes, documents and what was looked at cannot.
 */
export function tellsOfMoney({ type }: TransactionEvent): boolean {
  switch (type) {
    case 'requestAccepted':
    case 'requestRefused':
    case 'requestUnsent':
    case 'requestUnanswered':
    case 'terminalReported':
    case 'gatewayAnswered':
    case 'linkedBegun':
    case 'linkedEnded':
    case 'terminalUndecided':
    case 'resultForgotten':
    case 'statusReported':
    case 'historyReported':
    case 'cancelEnded':
    case 'cancelRefused':
    case 'nothingToCancel':
    case 'partialConfirmed':
    case 'statusSettled':
    case 'provisionalAccepted':
    case 'settledByManager':
      return true
    case 'restarted':
    case 'documentNamed':
    case 'documentKept':
    case 'documentRefused':
    case 'givenUp':
    case 'followUpEnded':
    case 'followUpTaken':
    case 'contactLost':
    case 'contactRegained':
    case 'cancelRequested':
    case 'cancelAccepted':
    case 'cancelUnanswered':
    case 'cancelExpired':
    case 'rulesExhausted':
    case 'outcomeUnseen':
    case 'outcomeSeen':
      return false
  }
}
