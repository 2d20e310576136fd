import type { ReactElement } from 'react'
import type { Reference } from '../../../../shared/ids.ts'
import { usePayment } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Fact } from '../../ui/slip.tsx'
import { toWhat } from '../../ui/state-words.ts'
import { toShortReference, useText } from '../../ui/text.ts'

interface OriginalFactProps {
  reference: Reference
  onOpen: (reference: Reference) => void
}

/** The payment that another one changes, by its name as soon as that is read. */
export function OriginalFact({ reference, onOpen }: OriginalFactProps): ReactElement {
  const text = useText()
  const { value } = usePayment(reference)
  return (
    <Fact name={text.say('fact.original')}>
      <Button kind="quiet" icon="chevron" onPress={() => onOpen(reference)}>
        {value === undefined ? toShortReference(reference) : toWhat(value, text)}
      </Button>
    </Fact>
  )
}
