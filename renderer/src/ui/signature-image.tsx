import { useState, type ReactElement } from 'react'
import type { DocumentSnapshot } from '../../../shared/ipc/snapshots.ts'
import { Notice } from './notice.tsx'
import styles from './signature-image.module.css'
import { toSignatureSource } from './signature-source.ts'
import { useText } from './text.ts'

/** A customer's signature, large, as dark ink on white paper. A picture that cannot be drawn is said in words. */
export function SignatureImage({ picture }: { picture: Extract<DocumentSnapshot, { type: 'image' }> }): ReactElement {
  const { say } = useText()
  const [isBroken, setBroken] = useState(false)
  const source = toSignatureSource(picture)
  if (source === null || isBroken) {
    return (
      <Notice tone="bad" icon="warning">
        {say('signature.unusable')}
      </Notice>
    )
  }
  return (
    <div className={styles['paper']}>
      <img className={styles['ink']} src={source} alt={say('signature.picture')} onError={() => setBroken(true)} />
    </div>
  )
}
