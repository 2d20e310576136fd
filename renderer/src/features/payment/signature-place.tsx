import type { ReactElement } from 'react'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import type { AskApproval } from '../../approval.ts'
import { useDesk } from '../../queries.ts'
import { AttemptDoubt } from '../../ui/attempt-doubt.tsx'
import { Button } from '../../ui/button.tsx'
import { focusHeadline } from '../../ui/focus.ts'
import { FailureNotice } from '../../ui/notice.tsx'
import { useText } from '../../ui/text.ts'
import { useArming } from '../../ui/use-arming.ts'
import { usePersonKeys } from '../../ui/use-person-keys.ts'
import { useCommand } from '../../use-command.ts'
import { ANSWER_KEYS } from './payment-actions.tsx'
import { SignatureCheck } from './signature-check.tsx'
import styles from './signature-place.module.css'
import type { SignatureWay } from './signature-question.ts'
import { useReversal } from './use-reversal.ts'

interface SignaturePlaceProps {
  payment: PaymentSnapshot
  /** What can be done if it does not match; null where nothing is asked. */
  way: SignatureWay | null
  onAskApproval: AskApproval
}

/**
 * Where the page of a payment asks about a signature that nobody compared while the payment stood on the till's screen. It is
 * asked until somebody answers: a reversal that did not begin is no answer.
 */
export function SignaturePlace({ payment, way, onAskApproval }: SignaturePlaceProps): ReactElement | null {
  const { say } = useText()
  const desk = useDesk()
  const { reference, news } = payment
  const seen = useCommand('payment:acknowledge')
  const { reverse, askAndReverse } = useReversal(payment, onAskApproval)
  const { isArmed } = useArming(`${reference} signature ${way ?? ''}`)
  const isBusy = seen.isPending || reverse.isPending
  const canPress = way !== null && isArmed && !isBusy && !reverse.isInDoubt

  const answer = async () => {
    if (!canPress || news === null) return
    const changed = await seen.run({ reference, news: news.number })
    if (changed === null) return
    desk.takePayment(changed)
    focusHeadline()
  }
  const fail = () => {
    if (!canPress) return
    seen.forget()
    void askAndReverse('signature')
  }
  usePersonKeys(({ key }) => {
    if (key === ANSWER_KEYS.signatureMatches) void answer()
    if (key === ANSWER_KEYS.signatureFails && way === 'reverse') fail()
  })
  if (reverse.isInDoubt) {
    return (
      <div className={styles['wide']}>
        <AttemptDoubt what={say('operation.saleReversal')} isLooking={isBusy} onLookAgain={reverse.begin} />
      </div>
    )
  }
  if (way === null) return null
  const failure = seen.failure ?? reverse.failure
  return (
    <div className={`${styles['wide']} ${styles['place']}`}>
      <SignatureCheck payment={payment}>
        <div className={styles['act']}>
          <p>{say(`signature.unanswered.${way}`)}</p>
          {failure === null ? null : <FailureNotice failure={failure} moves="undo" />}
          <div className={styles['answers']}>
            <Button
              kind="primary"
              hint={ANSWER_KEYS.signatureMatches}
              isAsleep={!canPress}
              onPress={() => void answer()}
            >
              {say('act.signatureMatches')}
            </Button>
            {way === 'reverse' ? (
              <Button hint={ANSWER_KEYS.signatureFails} isAsleep={!canPress} onPress={fail}>
                {say(reverse.isPending ? 'act.starting' : 'act.signatureFails')}
              </Button>
            ) : way === 'wait' ? null : (
              // No false answer is needed to be done with it.
              <Button isAsleep={!canPress} onPress={() => void answer()}>
                {say('act.managerKnows')}
              </Button>
            )}
          </div>
        </div>
      </SignatureCheck>
    </div>
  )
}
