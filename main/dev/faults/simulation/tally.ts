/** How often each thing was done to the till: for the report, so that nobody believes in faults that never happened. */
export type Tally = Map<string, number>

export function count(tally: Tally, kind: string, times = 1): void {
  tally.set(kind, (tally.get(kind) ?? 0) + times)
}

export function mergeInto(tally: Tally, other: Iterable<readonly [string, number]>): void {
  for (const [kind, times] of other) count(tally, kind, times)
}
