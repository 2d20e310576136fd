import { resultBody, toHttp } from '../../../core/callback/trial-letters.ts'
import { gate, ms, toReport, type Trial } from './trial.ts'
import { askOnce } from './wire.ts'

const COPIES = 100

/** A hundred copies of one result at the same time (safety R6, fault plan L8). */
export const duplicates: Trial = async (till) => {
  const { port, path, token } = till
  const before = await till.state()
  const letter = toHttp({ path: `/cb/${path}`, token, body: resultBody({ x: 'duplicate' }) })
  const answers = await Promise.all(Array.from({ length: COPIES }, () => askOnce(port, letter)))
  const taken = answers.filter(({ status }) => status === 200).length
  const effects = (await till.state()).stored - before.stored
  const worst = Math.max(...answers.map((answer) => answer.ms))
  return toReport('duplicates', [
    gate(taken === COPIES, `${taken} of ${COPIES} copies at once answered 200, slowest ${ms(worst)}`),
    gate(effects === 1, `${effects} effect`),
  ])
}
