import type { Approvals } from '../core/approval/approvals.ts'
import { ok } from '../../shared/result.ts'

/** Approves everything without a PIN, for stories that are not about who may do it. */
export const everybodyIsManager: Approvals = {
  state: () => ({ pin: 'notSet', practicePin: null, waitMs: 0 }),
  give: () => Promise.resolve({ result: 'notSet' }),
  check: () => ok({ by: 'manager', reason: 'a test', at: 0 }),
  use: () => undefined,
}
