import { useQuery } from '@tanstack/react-query'
import type { ReactElement, ReactNode } from 'react'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { useDesk } from '../../queries.ts'
import { SignatureImage } from '../../ui/signature-image.tsx'
import { useText } from '../../ui/text.ts'
import styles from './signature-check.module.css'

interface SignatureCheckProps {
  payment: PaymentSnapshot
  /** Where the answers stand with the question, beside the picture. */
  children?: ReactNode
}

/** The customer's signature, large, and the question that the cashier answers; without a picture the paper slip has it. */
export function SignatureCheck({ payment, children }: SignatureCheckProps): ReactElement {
  const { say } = useText()
  const { reference, updatedAt } = payment
  const desk = useDesk()
  // Keeping the picture is a fact about the payment, after which it is read once more.
  const { data, isError } = useQuery({
    queryKey: ['signature', reference, updatedAt],
    queryFn: () => desk.read('document:read', { reference, kind: 'signature' }),
    placeholderData: (before) => before,
  })
  return (
    <section
      className={children === undefined ? styles['check'] : styles['beside']}
      aria-labelledby="signature-question"
    >
      <h2 id="signature-question" className={styles['question']}>
        {say('signature.question')}
      </h2>
      <div className={styles['picture']}>
        {data?.type === 'image' ? (
          <SignatureImage picture={data} />
        ) : (
          <output className={styles['words']}>
            {say(isError || data?.type === 'expired' ? 'signature.none' : 'signature.pending')}
          </output>
        )}
      </div>
      {children}
    </section>
  )
}
