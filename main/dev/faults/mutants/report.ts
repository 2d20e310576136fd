import type { Mutant } from './mutant.ts'

/** What became of one mutant. */
export interface Trial {
  mutant: Mutant
  killer: { layer: string; by: string } | null
  /** Suites that did not find it, or could not say. */
  missedBy: string[]
  ms: number
}

/** How it went with one mutant, in two lines. */
export function toStory({ mutant: { name, rule, file }, killer, missedBy, ms }: Trial): string {
  const how =
    killer === null ? `not seen by ${missedBy.join(', ') || 'any suite'}` : `${killer.layer}: ${shorten(killer.by)}`
  return `${killer === null ? 'SURVIVED' : 'killed'} in ${seconds(ms)} s: ${rule} ${name} (${file})\n  ${how}`
}

/** The same as a row of a table. */
export function toRow({ mutant: { name, rule }, killer, ms }: Trial): string {
  const by = killer === null ? '' : killer.layer
  return `${killer === null ? 'SURVIVED' : 'killed  '} ${seconds(ms).padStart(6)} s  ${by.padEnd(30)} ${rule.padEnd(4)} ${name}`
}

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(1)
}

/** How many were killed, and which layer found how many of those that it was asked about. */
export function summarise(trials: readonly Trial[], { stale, ms }: { stale: number; ms: number }): string[] {
  const found = new Map<string, number>()
  const asked = new Map<string, number>()
  for (const { killer, missedBy } of trials) {
    for (const layer of missedBy) count(asked, layer)
    if (killer === null) continue
    count(asked, killer.layer)
    count(found, killer.layer)
  }
  const killed = trials.filter(({ killer }) => killer !== null).length
  const alive = trials.length - killed
  return [
    `${killed.toString()} of ${trials.length.toString()} mutants killed, ${alive.toString()} survived, ${stale.toString()} stale, in ${seconds(ms)} s`,
    ...[...asked].map(
      ([layer, times]) => `${layer} found ${(found.get(layer) ?? 0).toString()} of ${times.toString()}`,
    ),
  ]
}

function count(counts: Map<string, number>, layer: string): void {
  counts.set(layer, (counts.get(layer) ?? 0) + 1)
}

export function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > 160 ? `${line.slice(0, 159)}…` : line
}
