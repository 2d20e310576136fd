import { useEffect } from 'react'
import { useMoneyBack } from './money-back-store.ts'

/** A panel begins without what was said in the one before; what is in doubt stays in doubt. */
export function useForgottenFailures(): void {
  useEffect(() => useMoneyBack.setState({ failure: null, twin: null }), [])
}
