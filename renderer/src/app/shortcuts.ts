import { useEffect } from 'react'
import { useDesk } from '../queries.ts'
import { useKeys } from '../ui/use-keys.ts'
import { goBack, openPage, showKeys, showPreferences, usePage } from './page-store.ts'
import { openLastReceipt } from './receipt-store.ts'

/** The keys that work everywhere. While a payment has the window, only the list of keys opens. */
export function useShortcuts(isPaymentShown: boolean): void {
  useOneActPerPress()
  const desk = useDesk()
  useKeys((event) => {
    if (event.key === 'F1') {
      event.preventDefault()
      return showKeys(true)
    }
    if (isPaymentShown) return
    switch (event.key) {
      case 'F2':
        event.preventDefault()
        return openPage('sell')
      case 'F3':
        event.preventDefault()
        return openPage('refund')
      case 'F4':
        event.preventDefault()
        return openPage('history')
      case 'F7':
        event.preventDefault()
        return openPage('unresolved')
      case 'F8':
        event.preventDefault()
        return void openLastReceipt(desk)
      case 'F10':
        event.preventDefault()
        return showPreferences(true)
      case 'Escape':
        // A payment page goes back by itself, because it may have been opened from another payment.
        return usePage.getState().page.name === 'payment' ? undefined : goBack()
      default:
    }
  })
}

/** A held Enter or Space presses a focused button once, not thirty times a second. */
function useOneActPerPress(): void {
  useEffect(() => {
    const stop = (event: KeyboardEvent) => {
      if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault()
    }
    window.addEventListener('keydown', stop, true)
    return () => window.removeEventListener('keydown', stop, true)
  }, [])
}
