import type { NoAnswer } from './answers.ts'
import type { HandpointClient } from './client.ts'

/** Stands where the client would be while there is no API key: nothing is sent, and nothing is learnt. */
export function createKeylessClient(): HandpointClient {
  const text = 'there is no API key'
  const noAnswer = (): Promise<NoAnswer> =>
    Promise.resolve({ type: 'noAnswer', because: 'keyRefused', status: null, text })
  return {
    listTerminals: noAnswer,
    submit: () => Promise.resolve({ type: 'requestUnsent', text }),
    stop: () => Promise.resolve({ type: 'unanswered', text }),
    readResult: noAnswer,
    readStatus: noAnswer,
    readHistory: noAnswer,
  }
}
