import type { TimelineEntry } from '../../../shared/ipc/snapshots.ts'
import { rulesOf, type Operation } from '../../../shared/transaction/operations.ts'
import type { TransactionEvent } from '../../../shared/transaction/events.ts'
import type { Outcome } from '../../../shared/transaction/terminal-result.ts'
import type { IconName } from './icons.tsx'
import { toMovedWords } from './state-words.ts'
import { toShortReference, type MessageValues, type Text } from './text.ts'

interface Subject {
  operation: Operation
  currency: string
}

/** A fact in plain words, with the amount where it names one. */
export function describeEvent({ event }: TimelineEntry, subject: Subject, text: Text): string {
  return text.say(`event.${event.type}`, toValues(event, subject, text))
}

function toValues(event: TransactionEvent, { operation, currency }: Subject, text: Text): MessageValues {
  switch (event.type) {
    case 'requestRefused':
      return { reason: text.say(`refused.${event.reason}`) }
    case 'requestUnanswered':
      return { problem: text.say(`unanswered.${event.problem}`) }
    case 'terminalReported':
    case 'gatewayAnswered':
      return { outcome: describeOutcome(event.outcome, currency, text) }
    case 'statusReported': {
      const { answer } = event
      return {
        known: answer.known,
        outcome: answer.known === 'outcome' ? describeOutcome(answer.outcome, currency, text) : '',
      }
    }
    case 'historyReported':
      return {
        ...toMovedWords(rulesOf(operation).moves, text),
        verdict: event.verdict,
        amount: event.chargedMinor === null ? '' : text.money(event.chargedMinor, currency),
      }
    case 'settledByManager': {
      const { moved, notMoved } = toMovedWords(rulesOf(operation).moves, text)
      const { operator, reason, evidence } = event
      return { operator, reason, evidence, verdict: event.verdict === 'charged' ? moved : notMoved }
    }
    case 'documentNamed':
    case 'documentKept':
      return { document: text.say(`document.${event.kind}`) }
    case 'documentRefused':
      return { document: text.say(`document.${event.kind}`), because: event.because }
    case 'linkedEnded':
      return { outcome: event.hasMoved ? 'moved' : 'other' }
    case 'linkedBegun':
      return { operation: text.say(`operation.${event.operation}`), reference: toShortReference(event.reference) }
    case 'followUpTaken':
    case 'cancelEnded':
    case 'requestAccepted':
    case 'requestUnsent':
    case 'restarted':
    case 'givenUp':
    case 'followUpEnded':
    case 'terminalUndecided':
    case 'resultForgotten':
    case 'contactLost':
    case 'contactRegained':
    case 'cancelRequested':
    case 'cancelAccepted':
    case 'cancelRefused':
    case 'nothingToCancel':
    case 'cancelUnanswered':
    case 'cancelExpired':
    case 'partialConfirmed':
    case 'statusSettled':
    case 'provisionalAccepted':
    case 'rulesExhausted':
    case 'outcomeUnseen':
    case 'outcomeSeen':
      return {}
  }
}

function describeOutcome(outcome: Outcome, currency: string, text: Text): string {
  const words = text.say(`outcome.${outcome.finStatus}`)
  const amountMinor = outcome.totalAmountMinor
  if (amountMinor === null || amountMinor === 0) return words
  return text.say('outcome.amount', { outcome: words, amount: text.money(amountMinor, currency) })
}

/** The picture of a fact, by where it comes from. */
export const SOURCE_ICONS: Readonly<Record<TimelineEntry['source'], IconName>> = {
  cashier: 'till',
  manager: 'pen',
  cloudAnswer: 'send',
  callback: 'terminal',
  resultQuery: 'terminal',
  statusQuery: 'magnifier',
  clock: 'clock',
  restart: 'till',
}
