import { judgeEffects } from './journal-audit.ts'
import { gate, ms, toReport, type Trial } from './trial.ts'
import { toTrueLetter } from './true-result.ts'
import { askOnce } from './wire.ts'

const COPIES = 100

/** A hundred copies of one result at the same time (safety R6, fault plan L8). */
export const duplicates: Trial = async (till) => {
  const sale = await till.sell()
  const letter = toTrueLetter(sale)
  const answers = await Promise.all(Array.from({ length: COPIES }, () => askOnce(till.port, letter)))
  const taken = answers.filter(({ status }) => status === 200).length
  const worst = Math.max(...answers.map((answer) => answer.ms))
  return toReport('duplicates', [
    gate(taken === COPIES, `${taken} of ${COPIES} copies at once answered 200, slowest ${ms(worst)}`),
    judgeEffects(till.journalFile, [sale.reference]),
  ])
}
