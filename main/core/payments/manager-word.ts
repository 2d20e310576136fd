import { maskCardNumbers } from '../system/mask-card-numbers.ts'
import type { ManagerWord } from './settling.ts'

/** A manager's word as it may be kept: whoever looks something up at the bank may paste a whole card number (safety P1). */
export function toKeptWord({ shown, verdict, evidence, reason, operator }: ManagerWord): ManagerWord {
  return {
    shown,
    verdict,
    evidence: maskCardNumbers(evidence),
    reason: maskCardNumbers(reason),
    operator: maskCardNumbers(operator),
  }
}
