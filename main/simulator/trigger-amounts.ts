/** What the mock acquirer decides from the amount alone (handpoint-api.md §5.23). */
export type Verdict =
  | { kind: 'approved' }
  | { kind: 'partial'; approvedMinor: number }
  | { kind: 'declined'; issuerResponseCode: string; message: string }
  | { kind: 'failed'; message: string }

const verdicts = new Map<number, Verdict>([
  [3779, { kind: 'declined', issuerResponseCode: '01', message: 'Refer to card issuer' }],
  [3784, { kind: 'declined', issuerResponseCode: '05', message: 'Transaction failed' }],
  [3793, { kind: 'declined', issuerResponseCode: '04', message: 'Pick-up card' }],
  [3757, { kind: 'partial', approvedMinor: 1100 }],
  [3768, { kind: 'failed', message: 'Error connecting to authorization provider' }],
  [3741, { kind: 'failed', message: 'Processing error' }],
])

const approved: Verdict = { kind: 'approved' }

export function verdictOn(amountMinor: number): Verdict {
  return verdicts.get(amountMinor) ?? approved
}

const stepUpAmounts = new Set([
  6165, 155, 165, 1101, 1102, 1103, 1104, 1109, 1110, 1111, 1112, 1114, 1115, 1116, 1117, 1118, 1119,
])

/** Amounts for which a tapped card is asked for its PIN before the bank agrees. */
export const needsStepUp = (amountMinor: number): boolean => stepUpAmounts.has(amountMinor)
