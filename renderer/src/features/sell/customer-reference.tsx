import { useState, type ReactElement } from 'react'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../ui/text.ts'
import { useSell } from './sell-store.ts'
import styles from './slip-rows.module.css'

/** The optional customer reference: a line to add one, a field while it is written, a line with it afterwards. */
export function CustomerReference(): ReactElement {
  const { say } = useText()
  const reference = useSell((state) => state.customerReference)
  const [isWriting, setWriting] = useState(false)
  if (isWriting) {
    return (
      <label className={styles['field']}>
        {say('sell.reference')}
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the cashier has just asked for this field
          autoFocus
          value={reference}
          maxLength={50}
          autoComplete="off"
          aria-describedby="reference-hint"
          onChange={(event) => useSell.setState({ customerReference: event.target.value })}
          onBlur={() => setWriting(false)}
          // A scanner ends what it types with Enter: here that ends the field and charges nothing.
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
          }}
        />
        <span id="reference-hint">{say('sell.reference.hint')}</span>
      </label>
    )
  }
  return (
    <div className={styles['row']}>
      <span className={styles['rowName']}>{say('sell.reference')}</span>
      {reference === '' ? (
        <Button kind="quiet" icon="plus" label={say('sell.reference.addName')} onPress={() => setWriting(true)}>
          {say('sell.reference.add')}
        </Button>
      ) : (
        <span className={styles['rowValue']}>
          <Button kind="quiet" onPress={() => setWriting(true)}>
            {reference}
          </Button>
          <Button
            kind="quiet"
            icon="cross"
            label={say('sell.reference.remove')}
            onPress={() => useSell.setState({ customerReference: '' })}
          >
            {''}
          </Button>
        </span>
      )}
    </div>
  )
}
