import type { ReactElement, Ref } from 'react'
import { readMeanings, type HistoryMeaning } from '../../../../shared/history-meanings.ts'
import type { AppSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { useText, type Text } from '../../ui/text.ts'
import { choose } from './history-store.ts'

interface HistorySearchProps {
  text: string
  field: Ref<HTMLInputElement>
  onEnter: () => void
}

/** The field for whatever is known of a payment. */
export function HistorySearchField({ text, field, onEnter }: HistorySearchProps): ReactElement {
  const { say } = useText()
  return (
    <SearchField
      text={text}
      placeholder={say('history.search.hint')}
      field={field}
      hint="F4"
      onText={(typed) => choose({ text: typed })}
      onKey={(event) => {
        if (event.key === 'Enter' && !event.repeat) onEnter()
      }}
    />
  )
}

/** What the text was taken to mean. */
export function HistoryMeanings({ text, shop }: { text: string; shop: AppSnapshot['shop'] }): ReactElement | null {
  const words = useText()
  const meanings = readMeanings(text, shop)
  if (meanings.length === 0) return null
  return (
    <p>
      {words.say('history.searchedFor')}{' '}
      {meanings.map((meaning) => describe(meaning, shop.currency, words)).join(' · ')}
    </p>
  )
}

function describe(meaning: HistoryMeaning, currency: string, { say, money, time }: Text): string {
  return say(`history.meaning.${meaning.type}`, { value: toValue() })

  function toValue(): string {
    switch (meaning.type) {
      case 'amount':
        return money(meaning.amountMinor, currency)
      case 'lastFour':
        return meaning.digits
      case 'number':
        return meaning.number.toString()
      case 'time':
        return time(new Date(2000, 0, 1, 0, meaning.minute).getTime())
      case 'reference':
      case 'transactionId':
        return meaning.prefix
      case 'words':
        return meaning.words.join(' ')
    }
  }
}
