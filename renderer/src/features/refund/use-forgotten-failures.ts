import { useEffect } from 'react'
import { useMoneyBack } from './money-back-store.ts'

/** A panel begins without what was said or asked in the one before, and leaves none of it behind; what is in doubt stays in doubt. */
export function useForgottenFailures(): void {
  useEffect(() => {
    const forget = () => useMoneyBack.setState({ failure: null, doubled: null })
    forget()
    return forget
  }, [])
}
