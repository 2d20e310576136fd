import type { Amount, Figure, TakenFigure } from './figures.ts'
import { isNoisy, type Machine } from './machine.ts'
import type { Outcome } from './run-benchmarks.ts'

/** One benchmark as lines to read: what was measured, its limit, their ratio, the target. */
export function describeOutcome({ name, figures, broken, tookMs, load }: Outcome, machine: Machine): string[] {
  const [before, after] = load
  const company = before === null || after === null ? '' : `, load ${before.toString()} → ${after.toString()}`
  const noise = isNoisy(before, machine) ? ': others were at work, these figures are worse than true' : ''
  const head = `${name} (${(tookMs / 1_000).toFixed(1)} s${company}${noise})`
  if (broken !== null) return [head, `  BROKEN: ${broken}`]
  return [head, ...figures.flatMap(describeFigure)]
}

function describeFigure(figure: Figure): string[] {
  if (!figure.taken) return [`  ${figure.quantity}`, `    not taken here, because ${figure.because}`]
  const { quantity, reading, measured, limit, ratio, target, isMet, samples, notes } = figure
  return [
    `  ${quantity}`,
    `    ${reading} ${toText(measured)} · limit: ${limit.what}: ${toText(limit)} · ratio ${toRatio(ratio)}`,
    `    target: ${target}: ${isMet ? 'met' : 'NOT MET'}`,
    ...describeSpread(figure),
    ...(samples > 1 ? [`    ${samples.toLocaleString('en')} samples`] : []),
    ...notes.map((note) => `    ${note}`),
  ]
}

function describeSpread({ spread, measured: { unit } }: TakenFigure): string[] {
  if (spread === null) return []
  const parts = Object.entries(spread).map(([name, value]: [string, number]) => `${name} ${toText({ value, unit })}`)
  return [`    ${parts.join(', ')}`]
}

function toText({ value, unit }: Amount): string {
  switch (unit) {
    case 'ms':
      return value < 1 ? `${(value * 1_000).toFixed(0)} µs` : `${value.toFixed(value < 100 ? 2 : 0)} ms`
    case '/s':
      return `${Math.round(value).toLocaleString('en')} /s`
    case 'kB':
      return `${Math.round(value).toLocaleString('en')} kB`
  }
}

function toRatio(ratio: number): string {
  return ratio >= 10 ? ratio.toFixed(0) : ratio >= 0.01 ? ratio.toFixed(2) : ratio.toFixed(4)
}
