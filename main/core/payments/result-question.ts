import type { Urgency } from '../handpoint/answers.ts'
import { PARTIAL_WINDOW_MS } from '../../../shared/transaction/rules.ts'
import { AFTER_REFUSED_QUESTION_MS, nextPollDelayMs, RESULT_ID_SETTLES_MS, SILENCE_AFTER_MS } from './cadence.ts'
import { isRefusedQuestion, toContact, type WatchContext } from './contact.ts'

/** Fetches the terminal's result by its result id, and notices when the cloud falls silent. */
export interface ResultQuestion {
  firstDelayMs(): number
  /** Asks once and records what was learnt. Answers the time until the next question, in milliseconds. */
  ask(urgency: Urgency): Promise<number | null>
}

export function createResultQuestion(context: WatchContext): ResultQuestion {
  const { client, clock, current, record, recordResult, onContact, sinceMs, notes } = context
  let silentSinceMs: number | null = null
  let partialSinceMs: number | null = null

  const elapsedMs = (): number => clock.monotonicMs() - sinceMs

  function noteSilence(): void {
    silentSinceMs ??= clock.monotonicMs()
    const { lostEpisode, restartEpisode, regainedEpisode } = current().evidence
    const episode = Math.max(lostEpisode, restartEpisode)
    const isKnown = episode > regainedEpisode
    if (!isKnown && clock.monotonicMs() - silentSinceMs >= SILENCE_AFTER_MS) {
      record('resultQuery', { type: 'contactLost', episode: episode + 1 })
    }
  }

  function noteContact(): void {
    silentSinceMs = null
    const { lostEpisode, restartEpisode, regainedEpisode } = current().evidence
    const episode = Math.max(lostEpisode, restartEpisode)
    if (episode > regainedEpisode) record('resultQuery', { type: 'contactRegained', episode })
  }

  /** A partial approval may be refused on the terminal for a while: it counts once it was read again after that. */
  function notePartial(): void {
    if (current().state.status !== 'partial') return
    partialSinceMs ??= clock.monotonicMs()
    if (clock.monotonicMs() - partialSinceMs >= PARTIAL_WINDOW_MS) record('clock', { type: 'partialConfirmed' })
  }

  return {
    firstDelayMs: () =>
      current().evidence.restartEpisode > current().evidence.regainedEpisode ? 0 : nextPollDelayMs(elapsedMs()),
    async ask(urgency) {
      const [resultId] = current().evidence.resultIds
      if (resultId === undefined) return null
      const answer = await client.readResult(resultId, urgency)
      if (answer.type === 'pending') notes.isResultPending = true
      // Forgotten says nothing: the terminal may still be at it.
      if (answer.type === 'final' || answer.type === 'undecided') notes.isResultPending = false
      switch (answer.type) {
        case 'pending':
          onContact('answered')
          noteContact()
          notePartial()
          break
        case 'final':
          onContact('answered')
          silentSinceMs = null
          recordResult('resultQuery', answer)
          notePartial()
          break
        case 'undecided':
          onContact('answered')
          noteContact()
          if (!current().evidence.isTerminalUndecided) record('resultQuery', { type: 'terminalUndecided' })
          break
        case 'forgotten':
          onContact('answered')
          // Just after the request the id may not have reached every part of the cloud.
          if (elapsedMs() > RESULT_ID_SETTLES_MS) record('resultQuery', { type: 'resultForgotten' })
          break
        case 'noAnswer':
          onContact(toContact(answer))
          noteSilence()
          if (isRefusedQuestion(answer)) return AFTER_REFUSED_QUESTION_MS
      }
      return nextPollDelayMs(elapsedMs())
    },
  }
}
