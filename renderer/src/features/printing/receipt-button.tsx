import { useRef, type ReactElement } from 'react'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { isOpen } from '../../../../shared/transaction/state.ts'
import { toShown } from '../../ui/badge.tsx'
import { isInBurst, noteKey, NO_RHYTHM } from '../../ui/arming.ts'
import { Button } from '../../ui/button.tsx'
import { toLook } from '../../ui/state-look.ts'
import { useText } from '../../ui/text.ts'
import { useKeys } from '../../ui/use-keys.ts'

interface ReceiptButtonProps {
  payment: PaymentSnapshot
  onOpen: () => void
}

/** Opens the receipt of a payment that is over, or the slip of one of which nobody knows. Nothing while it simply runs. */
export function ReceiptButton({ payment, onOpen }: ReceiptButtonProps): ReactElement | null {
  const { say } = useText()
  const shown = toShown(payment, payment.updatedAt)
  const isOver = !isOpen(payment.state)
  const isOffered = shown.moves !== 'none' && (isOver || toLook(shown).tone === 'hazard')
  const rhythm = useRef(NO_RHYTHM)
  useKeys((event) => {
    if (event.key.length === 1) {
      rhythm.current = noteKey(rhythm.current, event.timeStamp)
      // A letter of a scanner's code is no press of this key.
      if (isInBurst(rhythm.current)) return
    }
    if (!isOffered || (event.key.toLowerCase() !== 'p' && event.key !== 'F8')) return
    event.preventDefault()
    onOpen()
  })
  if (!isOffered) return null
  return (
    <Button icon="printer" hint="P" onPress={onOpen}>
      {say(isOver ? 'print.open' : 'print.open.slip')}
    </Button>
  )
}
