import type { TimelineEntry } from '../../../../shared/ipc/snapshots.ts'
import type { TransactionEvent } from '../../../../shared/transaction/events.ts'
import type { Outcome } from '../../../../shared/transaction/terminal-result.ts'
import type { IconName } from '../../ui/icons.tsx'
import type { MessageValues, Text } from '../../ui/text.ts'

/** A fact in plain words, with the amount where it names one. */
export function describeEvent({ event }: TimelineEntry, currency: string, text: Text): string {
  return text.say(`event.${event.type}`, toValues(event, currency, text))
}

function toValues(event: TransactionEvent, currency: string, text: Text): MessageValues {
  switch (event.type) {
    case 'requestRefused':
      return { reason: text.say(`refused.${event.reason}`) }
    case 'requestUnanswered':
      return { problem: event.problem }
    case 'terminalReported':
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
        verdict: event.verdict,
        amount: event.chargedMinor === null ? '' : text.money(event.chargedMinor, currency),
      }
    case 'settledByManager':
      return { operator: event.operator, verdict: event.verdict, reason: event.reason, evidence: event.evidence }
    case 'requestAccepted':
    case 'requestUnsent':
    case 'restarted':
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
