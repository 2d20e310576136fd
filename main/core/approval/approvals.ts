import {
  grantSchema,
  type ApprovalAnswer,
  type ApprovalRequest,
  type ApprovalState,
  type ApprovalSubject,
  type Grant,
} from '../../../shared/ipc/approval.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { Approval } from '../../../shared/transaction/intent.ts'
import type { Clock, Ids, Log } from '../ports.ts'
import { maskCardNumbers } from '../system/mask-card-numbers.ts'
import type { WrongPins } from './wrong-pins.ts'

/** Where a manager's PIN is looked at, and what it allows: one act, once, soon. */
export interface Approvals {
  state(): ApprovalState
  give(asked: ApprovalRequest): Promise<ApprovalAnswer>
  /** What a grant allows; refused where it is none, is used up or too old, or was given for something else. */
  check(grant: Grant | undefined, subject: ApprovalSubject): Result<Approval, 'approval.needed' | 'approval.notSet'>
  /** What it was given for has begun: it allows nothing more. */
  use(grant: Grant | undefined): void
}

/** Practice has no secrets: the screen says which PIN it takes. */
const PRACTICE_PIN = '0000'

/** It is no secret, so nothing is gained by taking the same time for each. */
const isPracticePin = (pin: string): Promise<boolean> => Promise.resolve(pin === PRACTICE_PIN)

/** From the PIN to the press that it is for; a press whose answer was lost may come once more within it. */
const GRANT_LIVES_MS = 2 * 60_000

interface ApprovalsOptions {
  /** Looks at a PIN, which may take a while; null where the shop has set none. */
  isManagerPin: ((pin: string) => Promise<boolean>) | null
  isPractice: boolean
  wrongPins: WrongPins
  clock: Clock
  ids: Ids
  log: Log
}

export function createApprovals({ isManagerPin, isPractice, wrongPins, clock, ids, log }: ApprovalsOptions): Approvals {
  const granted = new Map<Grant, { subject: ApprovalSubject; approval: Approval; endsAtMs: number }>()
  let turn: Promise<unknown> = Promise.resolve()

  async function answer({ pin, reason, subject }: ApprovalRequest): Promise<ApprovalAnswer> {
    const look = isPractice ? isPracticePin : isManagerPin
    if (look === null) return { result: 'notSet' }
    const waitMs = wrongPins.waitMs()
    if (waitMs > 0) return { result: 'locked', waitMs }
    wrongPins.count()
    const isRight = await look(pin)
    if (!isRight) {
      const lockedMs = wrongPins.waitMs()
      log.warn('approval.wrong', { act: subject.act, lockedMs })
      return lockedMs > 0 ? { result: 'locked', waitMs: lockedMs } : { result: 'wrong' }
    }
    wrongPins.forget()
    for (const [old, { endsAtMs }] of granted) if (endsAtMs <= clock.monotonicMs()) granted.delete(old)
    const grant = grantSchema.parse(ids.uuid())
    const approval: Approval = { by: 'manager', reason: maskCardNumbers(reason), at: clock.now() }
    granted.set(grant, { subject, approval, endsAtMs: clock.monotonicMs() + GRANT_LIVES_MS })
    log.info('approval.given', { act: subject.act, reference: subject.reference })
    return { result: 'given', grant }
  }

  const hasPin = (): boolean => isPractice || isManagerPin !== null
  return {
    state: () => ({
      pin: isPractice ? 'practice' : hasPin() ? 'set' : 'notSet',
      practicePin: isPractice ? PRACTICE_PIN : null,
      waitMs: hasPin() ? wrongPins.waitMs() : 0,
    }),
    // One after the other, or many at once would all be looked at before the first of them counts.
    give(asked) {
      const answered = turn.then(() => answer(asked))
      turn = answered.catch(() => null)
      return answered
    },
    check(grant, subject) {
      if (!hasPin()) return err('approval.notSet')
      const found = grant === undefined ? undefined : granted.get(grant)
      const isGood = found !== undefined && found.endsAtMs > clock.monotonicMs() && isSame(found.subject, subject)
      return isGood ? ok(found.approval) : err('approval.needed')
    },
    use(grant) {
      if (grant !== undefined) granted.delete(grant)
    },
  }
}

function isSame(one: ApprovalSubject, other: ApprovalSubject): boolean {
  const isSameAct = one.act === other.act && one.amountMinor === other.amountMinor
  return isSameAct && one.reference === other.reference && one.shown === other.shown
}
